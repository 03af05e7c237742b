import { countByChanges } from './holidays/store.ts'
import type { House } from './http/house.ts'
import { inTurn, letTimePass } from './reports/daily.ts'
import { sweepSessions } from './staff/session.ts'
import { sweepTries } from './staff/throttle.ts'

/**
 * What time does by itself, once a day. Doing it twice, or a week late, does no harm. What is quick comes first: the
 * rest may come to the end of what a Worker is allowed.
 */
export async function runDaily({ db, clock }: House): Promise<void> {
  const now = clock.now()
  await inTurn([
    () => sweepSessions(db, now),
    () => sweepTries(db, now),
    async () => {
      await clock.heed()
      await letTimePass(db, { now, calendar: clock.calendar })
    },
    () => countByChanges(db, now),
  ])
}
