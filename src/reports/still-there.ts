import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Db, Statement } from '../db/db.ts'
import { isLacking } from '../db/faults.ts'
import { teams } from '../rounds/tables.ts'
import { reports } from './tables.ts'

/**
 * For a batch that opens a report: a team that has been closed has nobody to work on it. The batch would then take the
 * report's team away, which it may not lack, so nothing at all is written.
 */
export const teamStillThere = (db: Db, reportId: string): Statement => {
  const gone = db.select({ id: teams.id }).from(teams).where(isNotNull(teams.closedOn))
  return db
    .update(reports)
    .set({ teamId: sql<string>`null` })
    .where(and(eq(reports.id, reportId), inArray(reports.teamId, gone)))
}

/** Whether that is why a batch failed. */
export const isTeamGone = (error: unknown) => isLacking(error, 'reports.teamId')
