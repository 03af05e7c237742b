import { addDays, dayOf } from '../../src/clock/day.ts'
import type { Db } from '../../src/db/db.ts'
import { keepClock } from '../../src/holidays/keep-clock.ts'
import type { Clock } from '../../src/http/house.ts'

/** A clock that stands still until somebody moves it: tests and the demo live days in moments. */
export interface SetClock extends Clock {
  set(instant: string | Date): void
  /** Goes on to this many days later, at nine in the morning. */
  pass(days: number): void
}

export function setClock(db: Db, start: string | Date): SetClock {
  let now = new Date(start)
  return Object.assign(
    keepClock(db, () => now),
    {
      set: (instant: string | Date) => {
        now = new Date(instant)
      },
      pass: (days: number) => {
        now = new Date(`${addDays(dayOf(now), days)}T09:00:00+08:00`)
      },
    },
  )
}
