import { asc, eq, inArray } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { fixNotices } from '../fixes/tables.ts'
import { supervisions } from './tables.ts'

export type Supervision = typeof supervisions.$inferSelect

/** Of these letters and orders, in the order in which they were signed. */
export const listSupervisions = (db: Db, letters: readonly string[]): Promise<Supervision[]> =>
  letters.length === 0
    ? Promise.resolve([])
    : db
        .select()
        .from(supervisions)
        .where(inArray(supervisions.referralId, letters))
        .orderBy(asc(supervisions.year), asc(supervisions.number))

/** The orders of a report: what was pressed for by one names it in the place of a letter. */
export const ordersOf = (db: Db, reportId: string) =>
  db.select({ id: fixNotices.order }).from(fixNotices).where(eq(fixNotices.reportId, reportId))
