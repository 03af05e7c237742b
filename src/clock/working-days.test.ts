import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { announced, calendarOf } from './calendar.ts'
import { addDays, type Day } from './day.ts'
import {
  addCalendarDaysRolled,
  addWorkingDays,
  rollForward,
  workingDaysBefore,
  workingDaysLeft,
} from './working-days.ts'

/** From the first year known to some years nobody knows. */
const days = fc.integer({ min: 0, max: 9500 }).map((n) => addDays('2004-01-01', n))
const counts = fc.integer({ min: 1, max: 90 })
const someDays = fc.array(days, { maxLength: 400 })
const calendars = fc.oneof(
  fc.constant(announced),
  fc
    .record({ off: someDays, work: someDays })
    .map((table) => calendarOf({ ...table, years: Array.from({ length: 27 }, (_, i) => 2004 + i) })),
)

describe('going back working days', () => {
  it('leads to the working day from which so many are left', () => {
    fc.assert(
      fc.property(days, counts, calendars, (day, n, calendar) => {
        const end = rollForward(day, calendar)
        const before = workingDaysBefore(end, n, calendar)
        expect(calendar.isWorkingDay(before)).toBe(true)
        expect(workingDaysLeft(before, end, calendar)).toBe(n)
      }),
    )
  })
})

describe('adding working days', () => {
  const vectors: [start: Day, n: number, due: Day, why: string][] = [
    ['2022-09-29', 5, '2022-10-11', 'over National Day, 8 and 9 October worked'],
    ['2022-09-30', 1, '2022-10-08', 'to a working Saturday'],
    ['2022-04-01', 1, '2022-04-02', 'to a working Saturday'],
    ['2022-01-28', 2, '2022-01-30', 'to a working Sunday'],
    ['2023-01-20', 3, '2023-01-30', 'over Spring Festival'],
    ['2022-06-02', 1, '2022-06-06', 'over Dragon Boat Festival'],
    ['2022-12-30', 2, '2023-01-04', 'over New Year'],
  ]
  for (const [start, n, due, why] of vectors) {
    it(`goes from ${start} by ${n} to ${due}: ${why}`, () => {
      expect(addWorkingDays(start, n, announced)).toBe(due)
      expect(workingDaysLeft(start, due, announced)).toBe(n)
    })
  }

  it('takes the next working day as the first, also from a day of rest', () => {
    expect(addWorkingDays('2022-11-26', 1, announced)).toBe('2022-11-28')
  })

  it('adds none to today, or to the next working day when today is a day of rest', () => {
    expect(addWorkingDays('2022-11-25', 0, announced)).toBe('2022-11-25')
    expect(addWorkingDays('2022-11-26', 0, announced)).toBe('2022-11-28')
  })

  it('throws on what is no number of days', () => {
    for (const n of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => addWorkingDays('2022-11-25', n, announced)).toThrow(RangeError)
    }
  })

  it('ends on a working day, and counting what is left gives the number back', () => {
    fc.assert(
      fc.property(days, counts, calendars, (start, n, calendar) => {
        const due = addWorkingDays(start, n, calendar)
        expect(calendar.isWorkingDay(due)).toBe(true)
        expect(workingDaysLeft(start, due, calendar)).toBe(n)
      }),
    )
  })

  it('may be done in two parts', () => {
    fc.assert(
      fc.property(days, counts, counts, calendars, (start, a, b, calendar) => {
        const whole = addWorkingDays(start, a + b, calendar)
        expect(addWorkingDays(addWorkingDays(start, a, calendar), b, calendar)).toBe(whole)
      }),
    )
  })

  it('ends later for more days, and never earlier for a later start', () => {
    fc.assert(
      fc.property(days, counts, calendars, (start, n, calendar) => {
        const due = addWorkingDays(start, n, calendar)
        expect(addWorkingDays(start, n + 1, calendar) > due).toBe(true)
        expect(addWorkingDays(addDays(start, 1), n, calendar) >= due).toBe(true)
      }),
    )
  })
})

describe('adding calendar days', () => {
  const vectors: [start: Day, n: number, due: Day, why: string][] = [
    ['2022-09-20', 15, '2022-10-08', '5 October is a day of rest'],
    ['2022-11-24', 60, '2023-01-28', '23 January is Spring Festival, the 28th a working Saturday'],
    ['2022-09-21', 60, '2022-11-21', '20 November is a Sunday'],
  ]
  for (const [start, n, due, why] of vectors) {
    it(`goes from ${start} by ${n} to ${due}: ${why}`, () => {
      expect(addCalendarDaysRolled(start, n, announced)).toBe(due)
    })
  }

  it('ends on the first working day that is not too early', () => {
    fc.assert(
      fc.property(days, counts, calendars, (start, n, calendar) => {
        const due = addCalendarDaysRolled(start, n, calendar)
        expect(calendar.isWorkingDay(due)).toBe(true)
        expect(rollForward(due, calendar)).toBe(due)
        for (let day = addDays(start, n); day < due; day = addDays(day, 1)) {
          expect(calendar.isWorkingDay(day)).toBe(false)
        }
      }),
    )
  })
})

describe('working days left', () => {
  const left = (today: Day, due: Day) => workingDaysLeft(today, due, announced)

  it('are none on the day itself', () => {
    expect(left('2022-11-25', '2022-11-25')).toBe(0)
  })

  it('count the working days ahead, the last one too', () => {
    expect(left('2022-11-24', '2022-11-25')).toBe(1)
    expect(left('2022-11-26', '2022-11-28')).toBe(1)
    expect(left('2022-09-30', '2022-10-09')).toBe(2)
  })

  it('turn negative the very next day, and further with each working day over', () => {
    expect(left('2022-11-26', '2022-11-25')).toBe(-1)
    expect(left('2022-11-28', '2022-11-25')).toBe(-1)
    expect(left('2022-11-29', '2022-11-25')).toBe(-2)
  })

  it('take a last day of rest as the working day after it', () => {
    expect(left('2022-11-25', '2022-11-26')).toBe(1)
    expect(left('2022-11-27', '2022-11-26')).toBe(1)
    expect(left('2022-11-28', '2022-11-26')).toBe(0)
  })

  it('have the sign of the time left, and never grow as days go by', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -60, max: 60 }), calendars, (today, n, calendar) => {
        const due = rollForward(addDays(today, n), calendar)
        const now = workingDaysLeft(today, due, calendar)
        expect(Math.sign(now)).toBe(today < due ? 1 : today > due ? -1 : 0)
        expect(workingDaysLeft(addDays(today, 1), due, calendar)).toBeLessThanOrEqual(now)
      }),
    )
  })
})
