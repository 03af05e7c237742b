import { countByChanges } from './holidays/store.ts'
import type { House } from './http/house.ts'
import { letTimePass } from './reports/daily.ts'
import { sweepSessions } from './staff/session.ts'
import { sweepTries } from './staff/throttle.ts'

/** What time does by itself, once a day. Doing it twice, or a week late, does no harm. */
export async function runDaily({ db, clock }: House): Promise<void> {
  const now = clock.now()
  await clock.heed()
  await letTimePass(db, { now, calendar: clock.calendar })
  await countByChanges(db, now)
  await sweepSessions(db, now)
  await sweepTries(db, now)
}
