import { type Bytes, fromUtf8 } from '../sealing/bytes.ts'
import {
  conversationKey,
  type Direction,
  openMessage,
  readSupplement,
  type Supplement,
} from '../sealing/conversation.ts'
import { openDek, openLine, openPart, Unopened } from '../sealing/open.ts'
import type { Opens } from '../sealing/recipient.ts'
import { type Line, readFields } from '../sealing/report-fields.ts'
import { type SetName, sets } from './sealed-sets.ts'

// What a staff browser does with a report's envelopes. No page is needed: the demo and the tests do the same.

/** A report whose content key has been opened: everything else of it opens and is sealed with this. */
export interface OpenReport {
  id: string
  dek: Bytes
  /** Leads to the messages, as the resident's query code does. */
  conversation: Bytes
}

/** Throws Unopened, as all of these do. */
export async function openReport(
  pair: CryptoKeyPair,
  name: Opens,
  id: string,
  dekEnvelope: Bytes,
): Promise<OpenReport> {
  const dek = await openDek(pair, name, id, dekEnvelope)
  return { id, dek, conversation: await conversationKey(dek) }
}

/** What the queue shows of a report. */
export async function openRow(
  pair: CryptoKeyPair,
  name: Opens,
  { id, dek, line }: { id: string; dek: Bytes; line: Bytes },
): Promise<Line> {
  return openLine(await openDek(pair, name, id, dek), id, line)
}

/** A reason or a note. */
export async function openWritten(
  { dek, id }: OpenReport,
  part: 'why' | 'note',
  partId: string,
  envelope: Bytes,
): Promise<string> {
  return read(await openPart(dek, id, part, partId, envelope), fromUtf8)
}

/** What was written in several fields, by the name of each. */
export async function openSet(
  { dek, id }: OpenReport,
  part: SetName,
  partId: string,
  envelope: Bytes,
): Promise<ReadonlyMap<string, string>> {
  const plain = await openPart(dek, id, part, partId, envelope)
  return read(
    plain,
    (bytes) => new Map(Object.entries(readFields<Record<string, 'text'>>(sets[part], bytes))),
  )
}

export const openTalk = (
  { conversation, id }: OpenReport,
  direction: Direction,
  messageId: string,
  envelope: Bytes,
): Promise<string> => openMessage(conversation, id, direction, messageId, envelope)

/** What the resident added, and what it says of the files that came with it. */
export const openSupplement = async (
  report: OpenReport,
  messageId: string,
  envelope: Bytes,
): Promise<Supplement> => readSupplement(await openTalk(report, 'toTeam', messageId, envelope))

function read<T>(bytes: Bytes, as: (bytes: Bytes) => T): T {
  try {
    return as(bytes)
  } catch (cause) {
    throw new Unopened('format', cause)
  }
}
