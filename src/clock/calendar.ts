import y2022 from 'chinese-days/dist/years/2022.json' with { type: 'json' }
import y2023 from 'chinese-days/dist/years/2023.json' with { type: 'json' }
import y2024 from 'chinese-days/dist/years/2024.json' with { type: 'json' }
import y2025 from 'chinese-days/dist/years/2025.json' with { type: 'json' }
import y2026 from 'chinese-days/dist/years/2026.json' with { type: 'json' }
import { type Day, weekday, yearOf } from './day.ts'

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

const notices = [y2022, y2023, y2024, y2025, y2026]
const off = notices.flatMap(({ holidays }) => Object.keys(holidays))

/**
 * The days the State Council announced (国务院办公厅关于部分节假日安排的通知), each autumn for the next year.
 * A year counts as announced when its National Day is listed: 1 January alone could belong to the notice
 * of another year. We take the package's table and not its functions, which ask the local time zone
 * and are a day off west of Greenwich; and of its years those that a deadline of ours can fall in.
 */
export const announced: Calendar = calendarOf({
  off,
  work: notices.flatMap(({ workdays }) => Object.keys(workdays)),
  years: off.filter((day) => day.endsWith('-10-01')).map(yearOf),
})
