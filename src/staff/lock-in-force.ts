import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { theOffice } from '../office/store.ts'
import { findOfficeBox } from '../office/successions.ts'
import { OFFICE } from './roles.ts'
import { teamKeys } from './tables.ts'

/** What reports are sealed to, as the root signed it. */
export interface Lock {
  epoch: number
  certificate: string
}

/** A team's lock, or the office's box where the office keeps the report. */
export async function lockInForce(db: Db, teamId: string): Promise<Lock | undefined> {
  if (teamId !== OFFICE) return teamLockInForce(db, teamId)
  const [{ certificate }, epoch] = await Promise.all([theOffice(db), findOfficeBox(db)])
  return { epoch, certificate }
}

/** Of a team's keys the latest that the office has confirmed. */
export async function teamLockInForce(db: Db, teamId: string): Promise<Lock | undefined> {
  const [lock] = await db
    // Not null, by the condition below.
    .select({ epoch: teamKeys.epoch, certificate: sql<string>`${teamKeys.certificate}` })
    .from(teamKeys)
    .where(and(eq(teamKeys.teamId, teamId), isNotNull(teamKeys.certificate)))
    .orderBy(desc(teamKeys.epoch))
    .limit(1)
  return lock
}
