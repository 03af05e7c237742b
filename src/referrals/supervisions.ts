import { asc, inArray } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { supervisions } from './tables.ts'

export type Supervision = typeof supervisions.$inferSelect

/** Of these referrals, in the order in which they were signed. */
export const listSupervisions = (db: Db, letters: readonly string[]): Promise<Supervision[]> =>
  letters.length === 0
    ? Promise.resolve([])
    : db
        .select()
        .from(supervisions)
        .where(inArray(supervisions.referralId, letters))
        .orderBy(asc(supervisions.year), asc(supervisions.number))
