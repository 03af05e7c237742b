import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { describe, expect, it } from 'vitest'
import { announced, calendarOf } from './calendar.ts'
import { addDays, type Day, weekday, yearOf } from './day.ts'

/** Weekdays off and weekends worked, as the notices of the State Council list them. */
const notices = {
  2022: {
    off: `01-03 01-31 02-01 02-02 02-03 02-04 04-04 04-05 05-02 05-03 05-04 06-03 09-12
          10-03 10-04 10-05 10-06 10-07`,
    work: '01-29 01-30 04-02 04-24 05-07 10-08 10-09',
  },
  2023: {
    off: `01-02 01-23 01-24 01-25 01-26 01-27 04-05 05-01 05-02 05-03 06-22 06-23 09-29
          10-02 10-03 10-04 10-05 10-06`,
    work: '01-28 01-29 04-23 05-06 06-25 10-07 10-08',
  },
}

function daysOf(year: number): Day[] {
  const days: Day[] = []
  for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1)) days.push(day)
  return days
}

const isWeekend = (day: Day) => weekday(day) % 6 === 0

describe('the announced calendar', () => {
  for (const [year, notice] of Object.entries(notices)) {
    it(`is the notice for ${year}, day by day`, () => {
      const listed = (days: string) => days.split(/\s+/).map((date) => `${year}-${date}`)
      const days = daysOf(Number(year))
      expect(days.filter((day) => !isWeekend(day) && !announced.isWorkingDay(day))).toEqual(
        listed(notice.off),
      )
      expect(days.filter((day) => isWeekend(day) && announced.isWorkingDay(day))).toEqual(listed(notice.work))
    })
  }

  it('is the table that the package has today, day by day', () => {
    const { holidays, workdays } = chineseDays
    const kept = (days: object) => Object.keys(days).filter((day) => yearOf(day) >= 2022)
    expect(kept(holidays).length).toBeGreaterThan(100)
    for (const day of kept(holidays)) expect([day, announced.isWorkingDay(day)]).toEqual([day, false])
    for (const day of kept(workdays)) expect([day, announced.isWorkingDay(day)]).toEqual([day, true])
    const others = daysOf(2026).filter((day) => !(day in holidays) && !(day in workdays))
    for (const day of others) expect([day, announced.isWorkingDay(day)]).toEqual([day, !isWeekend(day)])
  })

  it('knows the years that reports can be of, in one row, and none beyond', () => {
    const known = Array.from({ length: 200 }, (_, i) => 1950 + i).filter(announced.knows)
    expect(known.at(0)).toBe(2022)
    expect(known.at(-1)).toBeGreaterThanOrEqual(2026)
    expect(known).toHaveLength(known.at(-1)! - 2021)
  })

  it('gives every known year as many days off as the law does, give or take a turn of the year', () => {
    for (let year = 2022; announced.knows(year); year++) {
      const days = daysOf(year)
      const off = days.filter((day) => !isWeekend(day) && !announced.isWorkingDay(day)).length
      const made = days.filter((day) => isWeekend(day) && announced.isWorkingDay(day)).length
      const lawful = year < 2025 ? 11 : 13 // 全国年节及纪念日放假办法
      expect(Math.abs(off - made - lawful)).toBeLessThanOrEqual(2)
    }
  })

  it('counts weekends only in a year not yet announced, and says so', () => {
    const year = 2090
    expect(announced.knows(year)).toBe(false)
    for (const day of daysOf(year)) expect(announced.isWorkingDay(day)).toBe(!isWeekend(day))
  })
})

describe('a calendar of one’s own', () => {
  const calendar = calendarOf({
    off: ['2027-02-08', '2028-01-03'],
    work: ['2027-02-06', '2028-01-08'],
    years: [2027],
  })

  it('knows its years', () => {
    expect(calendar.knows(2027)).toBe(true)
    expect(calendar.knows(2028)).toBe(false)
  })

  it('rests on its days off and works on its working weekends', () => {
    expect(calendar.isWorkingDay('2027-02-08')).toBe(false)
    expect(calendar.isWorkingDay('2027-02-09')).toBe(true)
    expect(calendar.isWorkingDay('2027-02-06')).toBe(true)
    expect(calendar.isWorkingDay('2027-02-07')).toBe(false)
  })

  it('ignores entries of years it does not cover', () => {
    expect(calendar.isWorkingDay('2028-01-03')).toBe(true)
    expect(calendar.isWorkingDay('2028-01-08')).toBe(false)
  })
})
