import { asc } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { base64url } from '../sealing/bytes.ts'
import { successions } from './tables.ts'

export type SuccessionRow = typeof successions.$inferSelect

export const listSuccessions = (db: Db): Promise<SuccessionRow[]> =>
  db.select().from(successions).orderBy(asc(successions.number))

/** Which of the office's own keys are in force: each root came with a box of its own. */
export const officeEpoch = (changes: readonly SuccessionRow[]) => changes.length + 1

/** As a page carries them to a browser that follows them. */
export const writeSuccessions = (changes: readonly SuccessionRow[]): string =>
  JSON.stringify(changes.map(({ root, forward, back }) => ({ from: base64url(root), forward, back })))
