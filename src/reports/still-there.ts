import { and, eq, inArray, isNotNull, ne, type SQL, sql } from 'drizzle-orm'
import type { Db, Statement } from '../db/db.ts'
import { isLacking } from '../db/faults.ts'
import { files } from '../files/tables.ts'
import { type Recorded, unlessLacking } from '../log/record.ts'
import { teams } from '../rounds/tables.ts'
import { escalations, recusals } from './belonging-tables.ts'
import { reports } from './tables.ts'

/** Takes away the team of these reports, which none may lack: if there are any, nothing of the batch is written. */
export const refusedIf = (db: Db, where: SQL | undefined): Statement =>
  db.update(reports).set({ teamId: sql<string>`null` }).where(where)

/** For a batch that opens a report: a team that has been closed has nobody to work on it, and the batch is refused. */
export const teamStillThere = (db: Db, reportId: string): Statement => {
  const gone = db.select({ id: teams.id }).from(teams).where(isNotNull(teams.closedOn))
  return refusedIf(db, and(eq(reports.id, reportId), inArray(reports.teamId, gone)))
}

/** Likewise for a batch that puts a report into somebody's hands: they may have come to stay away from it since. */
export const stillKnows = (db: Db, reportId: string, person: string): Statement => {
  const away = db.select({ id: recusals.reportId }).from(recusals).where(eq(recusals.personId, person))
  return refusedIf(db, and(eq(reports.id, reportId), inArray(reports.id, away)))
}

/** Likewise for a batch that erases what was exported: a file may have arrived since that is in no package. */
export const nothingArrived = (db: Db, reportId: string): Statement => {
  const more = db
    .select({ id: escalations.reportId })
    .from(escalations)
    .where(ne(escalations.exportedFiles, wholeFiles))
  return refusedIf(db, and(eq(reports.id, reportId), inArray(reports.id, more)))
}

/** How many files of a report are there. */
export const wholeFiles = sql<number>`(select count(*) from ${files} where ${files.reportId} = ${reports.id}
  and ${files.openSince} is null and ${files.endedOn} is null)`

const TEAM = 'reports.teamId'

/** Whether one of these is why a batch failed. */
export const isRefused = (error: unknown) => isLacking(error, TEAM)

/** `overtaken` when that is why. */
export const unlessRefused = (recorded: Promise<Recorded>): Promise<Recorded> =>
  unlessLacking(recorded, TEAM, 'overtaken')

/** `not allowed` when that is why. */
export const ifAllowed = (recorded: Promise<Recorded>): Promise<Recorded | 'not allowed'> =>
  unlessLacking(recorded, TEAM, 'not allowed')
