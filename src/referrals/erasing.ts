import { eq, inArray } from 'drizzle-orm'
import type { Db, Statement } from '../db/db.ts'
import { letterEnvelopes, permits, referrals } from './tables.ts'

/** Every key and word of a report's letters; that there were letters, and their numbers, stay. */
export const eraseLetters = (db: Db, reportId: string): Statement[] => [
  db.update(referrals).set({ wording: null }).where(eq(referrals.reportId, reportId)),
  ...[referrals, permits].map((table) =>
    db
      .delete(letterEnvelopes)
      .where(
        inArray(
          letterEnvelopes.subject,
          db.select({ id: table.id }).from(table).where(eq(table.reportId, reportId)),
        ),
      ),
  ),
]
