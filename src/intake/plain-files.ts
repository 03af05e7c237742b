import { BlobsDown } from '../blobs/blobs.ts'
import type { Refusal } from '../cleaning/asks.ts'
import type { Kind } from '../cleaning/kinds.ts'
import { type Day, dayOf } from '../clock/day.ts'
import { type Arriving, beginFile, endFile, putPiece, takeBack } from '../files/arriving.ts'
import { MANIFEST } from '../files/kinds.ts'
import { namedAs } from '../files/named.ts'
import type { House } from '../http/house.ts'
import { Malformed } from '../http/multipart.ts'
import { type Bytes, sha256 } from '../sealing/bytes.ts'
import { paddedLength, sealManifest, sealPieces } from '../sealing/files.ts'
import { cleaned, Refused } from './cleaned.ts'
import { type Space, STREAMED } from './memory.ts'
import type { PostedPlain } from './posted-plain.ts'

/** What a form without scripts takes besides words, by the name of its field: one of each, so many bytes in all. */
export const plainKinds = ['photo', 'voice'] as const
export type PlainKind = (typeof plainKinds)[number]
const MOST = 8 * 2 ** 20
/** The tick without which no recording is kept. */
export const AGREED = 'voiceAgreed'

/** Whether it is a recording without its tick. */
const isUnagreed = (kind: PlainKind, fields: PostedPlain['fields']) =>
  kind === 'voice' && fields[AGREED] !== 'yes'

/** Why a file was not taken. `before`: its words were here already. */
export type WhyNot = Refusal | 'noRoom' | 'unagreed' | 'before'
export interface NotCome {
  kind: PlainKind
  why: WhyNot
}

export interface Come {
  arrived: Arriving[]
  notCome: NotCome[]
}

interface Report {
  id: string
  dek: Bytes
  today: Day
  /** What this request may hold in memory. */
  space: Space
}

/**
 * Cleans, seals and puts away what was chosen, as it comes in. A file that cannot be taken leaves nothing behind and
 * keeps nothing else from being taken; a fault of the line or of ours takes all of them back.
 */
export async function receiveFiles(
  house: House,
  posted: PostedPlain,
  report: Report,
  come: Come,
): Promise<void> {
  const seen = new Set<PlainKind>()
  let left = MOST
  for await (const { name, body } of posted.files) {
    const kind = plainKinds.find((one) => one === name)
    if (!kind || seen.has(kind)) continue
    seen.add(kind)
    const refuse = (why: WhyNot) => come.notCome.push({ kind, why })
    if (isUnagreed(kind, posted.fields)) {
      refuse('unagreed')
      continue
    }
    let used = 0
    const counted = tally(body, (length) => {
      used += length
    })
    const took = await receive(house, report, { kind, order: come.arrived.length, most: left }, counted)
    if (typeof took === 'string') {
      refuse(took)
      continue
    }
    come.arrived.push(took)
    left -= used
  }
}

/** What was chosen beside words that are here already: only what came with them is here too. */
export async function chosenIn({ files }: PostedPlain): Promise<PlainKind[]> {
  const chosen: PlainKind[] = []
  for await (const { name } of files) {
    const kind = plainKinds.find((one) => one === name)
    if (kind) chosen.push(kind)
  }
  return chosen
}

/** Of what was chosen in a form that is not taken: what lacks its tick, so that all is asked for at once. */
export async function unagreedIn(posted: PostedPlain): Promise<NotCome[]> {
  const lacking = (await chosenIn(posted)).filter((kind) => isUnagreed(kind, posted.fields))
  return [...new Set(lacking)].map((kind) => ({ kind, why: 'unagreed' }))
}

interface Wanted {
  kind: PlainKind
  order: number
  most: number
}

async function receive(
  house: House,
  { id: reportId, dek, today, space }: Report,
  { kind, order, most }: Wanted,
  body: AsyncIterable<Bytes>,
): Promise<Arriving | WhyNot> {
  const { db, blobs, complain } = house
  let file: Arriving | undefined
  let ending: Kind | undefined
  if (!space.take(STREAMED)) return 'noRoom'
  try {
    const begun = await beginFile(db, { reportId, kind, most: MOST, on: today })
    file = begun
    const pieces = cleaned(body, { kind, most }, space, (found) => {
      ending = found
    })
    const sealed: { at: number; digest: Bytes }[] = []
    const chunks = sealPieces(dek, reportId, begun.id, pieces)
    let length = 0
    for (let next = await chunks.next(); ; next = await chunks.next()) {
      if (next.done) {
        length = next.value
        break
      }
      const { at, envelope, digest } = next.value
      await putPiece(blobs, begun, at, envelope)
      sealed.push({ at, digest })
    }
    const named = namedAs(kind, ending ?? 'jpeg')
    const digests = sealed.map(({ digest }) => digest)
    const manifest = await sealManifest(dek, reportId, begun.id, {
      ...named,
      order,
      length,
      chunks: digests,
    })
    await putPiece(blobs, begun, MANIFEST, manifest)
    await endFile(db, begun, paddedLength(length), [
      ...sealed,
      { at: MANIFEST, digest: await sha256(manifest) },
    ])
    return begun
  } catch (fault) {
    if (file) await undo(house, file)
    if (fault instanceof Refused) return fault.why
    if (fault instanceof Malformed || fault instanceof RangeError) return 'truncated'
    if (!(fault instanceof BlobsDown)) throw fault
    complain(fault.message)
    return 'noRoom'
  } finally {
    space.release()
  }
}

/** Whatever is at fault then concerns nobody: what stays behind is open, and the day's work erases it. */
export async function undo({ db, blobs, clock, complain }: House, file: Arriving): Promise<void> {
  try {
    await takeBack(db, blobs, file, dayOf(clock.now()))
  } catch (fault) {
    complain(`a file that did not come is left to the day's work: ${nameOf(fault)}`)
  }
}

const nameOf = (fault: unknown) => (fault instanceof Error ? fault.name : 'unknown')

async function* tally(body: AsyncIterable<Bytes>, count: (length: number) => void) {
  for await (const piece of body) {
    count(piece.length)
    yield piece
  }
}
