import type { Lang } from '../i18n/speak.ts'

/** A date in Asia/Shanghai as 'YYYY-MM-DD'. Days compare as text: `a < b` means a is earlier. */
export type Day = string

export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

const DAY = 86_400_000
const EIGHT_HOURS = 28_800_000
const ZH = ['日', '一', '二', '三', '四', '五', '六'] as const
const EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const NAMES = 'January February March April May June July August September October November December'
const MONTHS = NAMES.split(' ')

/** The day it is in Asia/Shanghai at that instant: UTC+8 all year, no summer time since 1991. */
export function dayOf(instant: Date): Day {
  return written(instant.getTime() + EIGHT_HOURS)
}

/** The day of a step, whose `at` is an instant or a bare day. */
export function dayOfStep(at: string): Day {
  return isDay(at) ? at : dayOf(new Date(at))
}

/** '09:05', the time in Asia/Shanghai at that instant. */
export function timeOf(instant: Date): string {
  return new Date(instant.getTime() + EIGHT_HOURS).toISOString().slice(11, 16)
}

/** Whether the text is a day that exists: '2024-02-29' is one, '2023-02-29' and '2023-2-9' are not. */
export function isDay(text: string): boolean {
  return !Number.isNaN(read(text))
}

/** The day `n` calendar days later; earlier when `n` is negative. */
export function addDays(day: Day, n: number): Day {
  return written(midnightOf(day) + n * DAY)
}

/** Calendar days from one day to another: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (midnightOf(to) - midnightOf(from)) / DAY
}

/** 0 is Sunday, 6 is Saturday. */
export function weekday(day: Day): Weekday {
  return new Date(midnightOf(day)).getUTCDay() as Weekday
}

/** The year as a number, as `Calendar.knows` asks for it. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

/** The `thisYear` of what lies in a drawer for years: a year is always said. */
export const NO_YEAR = 0

/**
 * '11月25日（星期五）' or 'Fri 25 November'. The year is said only when it differs from `thisYear`:
 * '2023年1月28日（星期六）', 'Sat 28 January 2023'.
 */
export function sayDay(day: Day, lang: Lang, thisYear?: number): string {
  const year = yearOf(day)
  const month = Number(day.slice(5, 7))
  const date = Number(day.slice(8))
  const otherYear = thisYear !== undefined && thisYear !== year
  return lang === 'en'
    ? `${EN[weekday(day)]} ${date} ${MONTHS[month - 1]}${otherYear ? ` ${year}` : ''}`
    : `${otherYear ? `${year}年` : ''}${month}月${date}日（星期${ZH[weekday(day)]}）`
}

/** Midnight in UTC stands for the day. Throws on what is no day, without repeating what was given. */
function midnightOf(day: Day): number {
  const midnight = read(day)
  if (Number.isNaN(midnight)) throw new RangeError('not a day')
  return midnight
}

/** `Date.parse` lets 30 February pass as 2 March: the date of the month tells. NaN for what is no day. */
function read(text: string): number {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return Number.NaN
  const parsed = Date.parse(text)
  return new Date(parsed).getUTCDate() === Number(text.slice(8)) ? parsed : Number.NaN
}

/** By hand, because a queue page counts thousands of days and `toISOString` takes four times as long. */
function written(midnight: number): Day {
  if (Number.isNaN(midnight)) throw new RangeError('not a day')
  const date = new Date(midnight)
  const year = String(date.getUTCFullYear()).padStart(4, '0')
  const month = String(date.getUTCMonth() + 1).padStart(2, '0')
  return `${year}-${month}-${String(date.getUTCDate()).padStart(2, '0')}`
}
