import { type Day, weekday, yearOf } from './day.ts'
import * as holidays from './holidays.ts'
import type { LimitChange } from './limits.ts'

export interface Calendar {
  /** Whether offices work that day. In a year that is not known, Monday to Friday. */
  isWorkingDay(day: Day): boolean
  /** Whether the holidays of that year are in the table: if not, a deadline in it needs a warning. */
  knows(year: number): boolean
  /** What the office set of how long each step may take, in the order in which it set it. */
  limits: readonly LimitChange[]
}

/**
 * A calendar from a table: `off` days nobody works, `work` days worked although they are weekends (调休补班), and the
 * `years` the table covers. Entries of other years count for nothing; a day in both lists is worked.
 */
export function calendarOf(table: {
  off: Iterable<Day>
  work: Iterable<Day>
  years: Iterable<number>
  limits?: readonly LimitChange[]
}): Calendar {
  const off = new Set(table.off)
  const work = new Set(table.work)
  const years = new Set(table.years)
  return {
    limits: table.limits ?? [],
    knows: (year) => years.has(year),
    isWorkingDay(day) {
      const known = years.has(yearOf(day))
      if (known && work.has(day)) return true
      if (known && off.has(day)) return false
      return weekday(day) % 6 !== 0
    },
  }
}

/** The days of one year: off, weekends and all, and worked although they are weekends. */
export interface Holidays {
  off: readonly Day[]
  work: readonly Day[]
}

/** A line of `MMDD` of a year as its days. */
export const daysIn = (year: number, line: string | undefined): Day[] =>
  (line?.match(/\d{4}/g) ?? []).map((day) => `${year}-${day.slice(0, 2)}-${day.slice(2)}`)

/**
 * A notice announces its year when it names National Day: 1 January alone could belong to the notice of another year.
 */
export const announces = (year: number, { off }: Holidays): boolean => off.includes(`${year}-10-01`)

/**
 * The days the State Council announced (国务院办公厅关于部分节假日安排的通知), each autumn for the next year.
 * The table is that of the package chinese-days without its words; the package's functions ask the local time zone and
 * are a day off west of Greenwich.
 */
export const announcedYears: ReadonlyMap<number, Holidays> = new Map(
  Object.entries(holidays.off)
    .map(([name, off]): [number, Holidays] => {
      const year = Number(name)
      return [year, { off: daysIn(year, off), work: daysIn(year, holidays.worked[name]) }]
    })
    .filter(([year, days]) => announces(year, days)),
)

/** The announced years, and over them what was entered for a whole year. */
export function calendarWith(
  entered: ReadonlyMap<number, Holidays>,
  limits: readonly LimitChange[] = [],
): Calendar {
  const years = new Map([...announcedYears, ...entered])
  const all = [...years.values()]
  return calendarOf({
    off: all.flatMap(({ off }) => off),
    work: all.flatMap(({ work }) => work),
    years: years.keys(),
    limits,
  })
}

/** As the house was built. */
export const announced: Calendar = calendarWith(new Map())
