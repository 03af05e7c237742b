import type { Calendar } from './calendar.ts'
import { addDays, type Day } from './day.ts'

/** The day itself when it is worked, else the next working day (民法典 203: the day after the rest period). */
export function rollForward(day: Day, calendar: Calendar): Day {
  let last = day
  while (!calendar.isWorkingDay(last)) last = addDays(last, 1)
  return last
}

/**
 * The `n`th working day after `start`, which is not counted (民法典 201); `n` is a whole number from 0.
 * Always a working day.
 */
export function addWorkingDays(start: Day, n: number, calendar: Calendar): Day {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError('not a number of days')
  let day = start
  for (let left = n; left > 0; left--) day = rollForward(addDays(day, 1), calendar)
  return rollForward(day, calendar)
}

/** The day that lies so many working days before another, itself a working day; `n` is a whole number from 1. */
export function workingDaysBefore(end: Day, n: number, calendar: Calendar): Day {
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError('not a number of days')
  let day = end
  for (let left = n; left > 0; ) {
    day = addDays(day, -1)
    if (calendar.isWorkingDay(day)) left--
  }
  return day
}

/** `n` calendar days after `start`, which is not counted (201); a last day of rest moves on (203). */
export function addCalendarDaysRolled(start: Day, n: number, calendar: Calendar): Day {
  return rollForward(addDays(start, n), calendar)
}

/**
 * Working days until `due`: 0 on the day itself, positive while there is time, negative when it has passed.
 * A due day of rest stands for the next working day (203). The sign is exact: on the Saturday after
 * a Friday it is already -1, and stays -1 on the Monday.
 */
export function workingDaysLeft(today: Day, due: Day, calendar: Calendar): number {
  const last = rollForward(due, calendar)
  if (today === last) return 0
  return today < last ? workedIn(today, last, calendar) : -Math.max(1, workedIn(last, today, calendar))
}

/** Working days after `from`, up to and including `to`. */
function workedIn(from: Day, to: Day, calendar: Calendar): number {
  let worked = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (calendar.isWorkingDay(day)) worked++
  }
  return worked
}
