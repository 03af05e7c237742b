import { announced } from '../../src/clock/calendar.ts'
import { addDays, dayOf } from '../../src/clock/day.ts'
import type { Clock } from '../../src/http/house.ts'

/** A clock that stands still until somebody moves it: tests and the demo live days in moments. */
export interface SetClock extends Clock {
  set(instant: string | Date): void
  /** Goes on to this many days later, at nine in the morning. */
  pass(days: number): void
}

export function setClock(start: string | Date): SetClock {
  let now = new Date(start)
  return {
    calendar: announced,
    now: () => now,
    set: (instant) => {
      now = new Date(instant)
    },
    pass: (days) => {
      now = new Date(`${addDays(dayOf(now), days)}T09:00:00+08:00`)
    },
  }
}
