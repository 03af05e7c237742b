import type { Bytes } from '../sealing/bytes.ts'
import { sealLetterKey } from '../sealing/letters.ts'
import { openPart, Unopened } from '../sealing/open.ts'
import { padText } from '../sealing/padding.ts'
import type { Recipient } from '../sealing/recipient.ts'
import { readFields, writeFields } from '../sealing/report-fields.ts'
import { makeDek, sealPart } from '../sealing/seal.ts'
import { type LetterPart, type Said, shapes } from './parts.ts'

// What a staff browser does with letters. No page is needed: the demo and the tests do the same.

/** A letter's key, sealed to the team and to the office. */
export interface LetterKey {
  key: Bytes
  toTeam: Bytes
  toOffice: Bytes
}

export async function makeLetterKey(subject: string, team: Recipient, office: Recipient): Promise<LetterKey> {
  const key = makeDek()
  const [toTeam, toOffice] = await Promise.all([
    sealLetterKey(key, team, subject),
    sealLetterKey(key, office, subject),
  ])
  return { key, toTeam, toOffice }
}

/** One part of a letter, under the letter's key. */
export const sealSaid = (
  key: Bytes,
  subject: string,
  part: LetterPart,
  partId: string,
  said: Said,
): Promise<Bytes> => sealPart(key, subject, part, partId, padText(writeFields(shapes[part], said)))

/** Throws Unopened. */
export async function openSaid(
  key: Bytes,
  subject: string,
  part: LetterPart,
  partId: string,
  envelope: Bytes,
): Promise<ReadonlyMap<string, string>> {
  const bytes = await openPart(key, subject, part, partId, envelope)
  try {
    return new Map(Object.entries(readFields(shapes[part], bytes)))
  } catch (cause) {
    throw new Unopened('format', cause)
  }
}
