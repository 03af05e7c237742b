import { dayOf } from './clock/day.ts'
import { atOnce, inTurn, type Part } from './db/in-turn.ts'
import { endUnfinished, eraseEnded } from './files/ending.ts'
import { countByChanges } from './holidays/store.ts'
import type { House } from './http/house.ts'
import { sweepSpentWork } from './intake/spending.ts'
import { endPhotos, erasePhotos } from './posters/photos.ts'
import { eraseScans } from './posters/scans.ts'
import { partsOfTime } from './reports/daily.ts'
import { eraseEarlier } from './reports/earlier.ts'
import { sweepSessions } from './staff/session.ts'
import { sweepTries } from './staff/throttle.ts'

/** Pieces a Worker has room for in one go: D1 answers it a thousand statements, and a piece takes up to nine. */
export const FOR_A_WORKER = 96

/**
 * What time does by itself, once a day. Doing it twice, or a week late, does no harm. `most`: how many pieces there is
 * room for in one go. Answers whether nothing is left; what is, the next go does.
 */
export async function runDaily({ db, blobs, clock }: House, most?: number): Promise<boolean> {
  const now = clock.now()
  // When the days in force cannot be read, nothing that counts by them is done.
  const passing = await clock.heed().then(
    () => partsOfTime(db, { now, calendar: clock.calendar }),
    (failure): Part[] => [() => Promise.reject(failure)],
  )
  return inTurn(
    [
      atOnce(() => sweepSessions(db, now)),
      atOnce(() => sweepTries(db, now)),
      atOnce(() => sweepSpentWork(db, dayOf(now))),
      atOnce(() => eraseEarlier(db, dayOf(now))),
      atOnce(() => eraseScans(db, dayOf(now))),
      atOnce(() => endPhotos(db, dayOf(now))),
      (handful, fail) => erasePhotos(db, blobs, dayOf(now), handful, fail),
      atOnce(() => endUnfinished(db, dayOf(now))),
      (handful, fail) => eraseEnded(db, blobs, dayOf(now), handful, fail),
      ...passing,
      (handfuls) => countByChanges(db, now, handfuls),
    ],
    most,
  )
}
