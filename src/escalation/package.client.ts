import { judge } from '../evidence/open-attachment.client.ts'
import { type OpenReport, openSet, openSupplement, openTalk, openWritten } from '../queue/opening.client.ts'
import { isSet } from '../queue/sealed-sets.ts'
import { openSaid } from '../referrals/lettering.client.ts'
import { type Bytes, base64url, fromBase64url, utf8 } from '../sealing/bytes.ts'
import type { Direction } from '../sealing/conversation.ts'
import { openBody, Unopened } from '../sealing/open.ts'
import { sealToPassphrase } from '../sealing/passphrase.ts'
import type { Carried, CarriedLetter } from './carried.ts'

// What the leader's browser packs. No page is needed: the tests do the same.

/** How the two keys are used that are not the report's own. */
export interface Openers {
  contact(envelope: Bytes): Promise<unknown>
  letterKey(letter: CarriedLetter): Promise<Bytes>
  file(file: Carried['files'][number]): Promise<Blob>
}

/** A damaged part must not keep the rest from going up: it says so in its place. */
const orDamaged = (opening: Promise<unknown>) =>
  opening.catch((error: unknown) => {
    if (error instanceof Unopened) return { damaged: true }
    throw error
  })

/** The report in full, as one sealed file. */
export async function packReport(
  report: OpenReport,
  carried: Carried,
  passphrase: string,
  openers: Openers,
): Promise<string> {
  const written = carried.parts.filter(({ part }) => part !== 'dek')
  const [parts, messages, letters, contact] = await Promise.all([
    Promise.all(
      written.map(async ({ part, partId, envelope, at }) => ({
        part,
        at,
        says: await orDamaged(openOne(report, part, partId, fromBase64url(envelope))),
      })),
    ),
    Promise.all(
      carried.messages.map(async ({ id, direction, envelope, on }) => ({
        direction,
        on,
        says: await orDamaged(openOf(report, direction, id, fromBase64url(envelope))),
      })),
    ),
    Promise.all(carried.letters.map((letter) => readLetter(letter, openers))),
    carried.contact === null ? null : openers.contact(fromBase64url(carried.contact)),
  ])
  // One after the other: a film and six photos are not needed at once.
  const files: unknown[] = []
  for (const file of carried.files) files.push(await orDamaged(takeAlong(file, openers)))
  const plain = { ...carried.facts, parts, messages, letters, contact, files }
  return sealToPassphrase(utf8(JSON.stringify(plain)), passphrase)
}

/** What the register says of its files is in the package by itself. */
const openOf = async (report: OpenReport, direction: Direction, id: string, envelope: Bytes) =>
  direction === 'toTeam'
    ? (await openSupplement(report, id, envelope)).text
    : openTalk(report, direction, id, envelope)

async function openOne(report: OpenReport, part: string, partId: string, envelope: Bytes): Promise<unknown> {
  if (part === 'body') return openBody(report.dek, report.id, envelope)
  if (isSet(part)) return Object.fromEntries(await openSet(report, part, partId, envelope))
  if (part === 'draft') return openTalk(report, 'toResident', partId, envelope)
  return openWritten(report, part === 'note' ? 'note' : 'why', partId, envelope)
}

/** What kind of file its bytes say it is, whatever its sender called it, and the bytes, cleaned where they can be. */
async function takeAlong(file: Carried['files'][number], openers: Openers) {
  const { ending, content } = await judge(file.kind, await openers.file(file))
  const bytes = new Uint8Array(await new Response(content).arrayBuffer())
  return { id: file.id, kind: file.kind, on: file.on, ending, bytes: base64url(bytes) }
}

async function readLetter(letter: CarriedLetter, { letterKey }: Openers) {
  const { subject, state, addressee, number, parts } = letter
  const read = async () => {
    const key = await letterKey(letter)
    return Promise.all(
      parts.map(async ({ part, partId, envelope }) => ({
        part,
        says: await orDamaged(
          openSaid(key, subject, part, partId, fromBase64url(envelope)).then((said) =>
            Object.fromEntries(said),
          ),
        ),
      })),
    )
  }
  return { state, addressee, number, parts: await orDamaged(read()) }
}
