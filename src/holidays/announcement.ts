import { announces, type Holidays } from '../clock/calendar.ts'
import { addDays, type Day, daysBetween, isDay, weekday, yearOf } from '../clock/day.ts'
import type { Lang } from '../i18n/speak.ts'

/** What is wrong with a field, and the words or the day it is about. */
export type Wrong = { why: 'noDay' | 'partial' | 'worked'; what: string }
export type Read = { ok: true; days: Holidays } | { ok: false; wrong: Partial<Record<'off' | 'work', Wrong>> }

/** 2月15日, 2027年2月15日, 2-15 or 2027-02-15, and what it lasts to: 至23日, 至3月1日, to 2027-02-23. */
const span =
  /(?:(\d{4})[年/-])?(\d{1,2})[月/-](\d{1,2})日?(?:\s*(?:至|到|–|—|~|～|to)\s*(?:(?:(\d{4})[年/-])?(\d{1,2})[月/-])?(\d{1,2})日?)?/g
/** The weekday in brackets, and how long it is in all. */
const aside = /[（(〔][^）)〕]*[）)〕]|共?\s*\d+\s*天|\d+\s*号|\d{4}\s*年(?!\s*\d)/g
const LONGEST_STRETCH = 31
/** How much may be pasted, in characters: several times what an announcement has. */
export const LONGEST_ANNOUNCEMENT = 4000

/**
 * The days of a year as the announcement has them, pasted whole into the field for days off or written a line for each
 * stretch. In a whole one only the sentences that say 放假 or 上班 count, and what a sentence says decides its field.
 */
export function readAnnouncement(year: number, typed: { off: string; work: string }): Read {
  const days = { off: new Set<Day>(), work: new Set<Day>() }
  const wrong: Partial<Record<'off' | 'work', Wrong>> = {}
  for (const field of ['off', 'work'] as const) {
    const isNotice = /放假|上班/.test(typed[field])
    for (const sentence of typed[field].split(/[。；;\n]/)) {
      const says = /上班/.test(sentence) ? 'work' : /放假/.test(sentence) ? 'off' : undefined
      if (isNotice && !says) continue
      const read = daysOf(year, sentence)
      if ('why' in read) wrong[field] ??= read
      else for (const day of read.days) days[says ?? field].add(day)
    }
  }
  const found = { off: [...days.off].sort(), work: [...days.work].sort() }
  const worked = found.work.find((day) => days.off.has(day) || weekday(day) % 6 !== 0)
  if (worked) wrong.work ??= { why: 'worked', what: worked }
  if (!announces(year, found)) wrong.off ??= { why: 'partial', what: '' }
  return Object.keys(wrong).length > 0 ? { ok: false, wrong } : { ok: true, days: found }
}

function daysOf(year: number, sentence: string): Wrong | { days: Day[] } {
  const plain = sentence.replace(aside, '')
  const unread: Wrong = { why: 'noDay', what: sentence.trim().slice(0, 40) }
  if (/\d/.test(plain.replace(span, ''))) return unread
  const days: Day[] = []
  for (const [, y, month = '', date = '', endYear, endMonth = month, endDate = date] of plain.matchAll(
    span,
  )) {
    const from = dayIn(y ?? year, month, date)
    const to = dayIn(endYear ?? y ?? year, endMonth, endDate)
    if (!isDay(from) || !isDay(to) || yearOf(from) !== year || yearOf(to) !== year) return unread
    const length = daysBetween(from, to)
    if (length < 0 || length >= LONGEST_STRETCH) return unread
    for (let n = 0; n <= length; n++) days.push(addDays(from, n))
  }
  return { days }
}

const dayIn = (year: string | number, month: string, date: string): Day =>
  `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`

/** The stretches of these days, one a line, as `readAnnouncement` reads them again. */
export function writeDays(days: readonly Day[], lang: Lang): string[] {
  const stretches: [Day, Day][] = []
  for (const day of days) {
    const last = stretches.at(-1)
    if (last && addDays(last[1], 1) === day) last[1] = day
    else stretches.push([day, day])
  }
  return stretches.map(([from, to]) => {
    if (lang === 'en') return [...new Set([from, to])].map((day) => day.slice(5)).join(' to ')
    const [month, date] = [Number(to.slice(5, 7)), `${Number(to.slice(8))}日`]
    const first = `${Number(from.slice(5, 7))}月${Number(from.slice(8))}日`
    if (from === to) return first
    return `${first}至${from.slice(5, 7) === to.slice(5, 7) ? '' : `${month}月`}${date}`
  })
}
