import { ne, or, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Db, Statement } from '../db/db.ts'
import { isLacking } from '../db/faults.ts'
import { offices } from './tables.ts'

/**
 * For a batch of what was sealed to the recovery key of this certificate, or away from it: when the office has another
 * one since, or more team keys than were sealed anew, it would take the certificate away, which no office may lack.
 */
export function stillRecovers(
  db: Db,
  certificate: string,
  sealed?: { teamKeys: SQLiteTable; many: number },
): Statement {
  const isOther = ne(offices.certificate, certificate)
  const hasMore = sealed && sql`(select count(*) from ${sealed.teamKeys}) <> ${sealed.many}`
  return db.update(offices).set({ certificate: sql<string>`null` }).where(or(isOther, hasMore))
}

/** Whether that is why a batch failed. */
export const hasNewRecovery = (error: unknown) => isLacking(error, 'offices.certificate')
