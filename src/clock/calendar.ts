import { type Day, weekday, yearOf } from './day.ts'
import * as holidays from './holidays.ts'

export interface Calendar {
  /** Whether offices work that day. In a year that is not known, Monday to Friday. */
  isWorkingDay(day: Day): boolean
  /** Whether the holidays of that year are in the table: if not, a deadline in it needs a warning. */
  knows(year: number): boolean
}

/**
 * A calendar from a table: `off` days nobody works, `work` days worked although they are weekends (调休补班),
 * and the `years` the table covers. Entries of other years count for nothing;
 * a day in both lists is worked.
 */
export function calendarOf(table: {
  off: Iterable<Day>
  work: Iterable<Day>
  years: Iterable<number>
}): Calendar {
  const off = new Set(table.off)
  const work = new Set(table.work)
  const years = new Set(table.years)
  return {
    knows: (year) => years.has(year),
    isWorkingDay(day) {
      const known = years.has(yearOf(day))
      if (known && work.has(day)) return true
      if (known && off.has(day)) return false
      return weekday(day) % 6 !== 0
    },
  }
}

/** A line of `MMDD` for each year. */
const daysIn = (lines: Readonly<Record<string, string>>): Day[] =>
  Object.entries(lines).flatMap(([year, days]) =>
    days.split(' ').map((day) => `${year}-${day.slice(0, 2)}-${day.slice(2)}`),
  )

const off = daysIn(holidays.off)

/**
 * The days the State Council announced (国务院办公厅关于部分节假日安排的通知), each autumn for the next year.
 * A year counts as announced when its National Day is listed: 1 January alone could belong to the notice
 * of another year. The table is the package's without its words; its functions ask the local time zone and are a day
 * off west of Greenwich.
 */
export const announced: Calendar = calendarOf({
  off,
  work: daysIn(holidays.worked),
  years: off.filter((day) => day.endsWith('-10-01')).map(yearOf),
})
