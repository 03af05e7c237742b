import { eq, inArray, or } from 'drizzle-orm'
import type { Db, Statement } from '../db/db.ts'
import { ordersOf } from './supervisions.ts'
import { letterEnvelopes, permits, referrals, supervisions } from './tables.ts'

/** Every key and word of a report's letters, and who signed for them; that there were letters, their numbers stay. */
export const eraseLetters = (db: Db, reportId: string): Statement[] => [
  db.update(referrals).set({ wording: null, receiptName: null }).where(eq(referrals.reportId, reportId)),
  db
    .update(supervisions)
    .set({ wording: null })
    .where(or(...[idsOf, ordersOf].map((of) => inArray(supervisions.referralId, of(db, reportId))))),
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

const idsOf = (db: Db, reportId: string) =>
  db.select({ id: referrals.id }).from(referrals).where(eq(referrals.reportId, reportId))
