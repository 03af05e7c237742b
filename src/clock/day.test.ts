import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOf, dayOfStep, daysBetween, isDay, sayDay, weekday, yearOf } from './day.ts'

const days = fc.integer({ min: -40_000, max: 40_000 }).map((n) => addDays('2022-11-25', n))
const steps = fc.integer({ min: -4000, max: 4000 })

describe('the day of an instant', () => {
  it('begins at midnight in Shanghai, while it is still 16:00 in UTC', () => {
    expect(dayOf(new Date('2022-11-24T15:59:59.999Z'))).toBe('2022-11-24')
    expect(dayOf(new Date('2022-11-24T16:00:00.000Z'))).toBe('2022-11-25')
  })

  it('carries into the next year', () => {
    expect(dayOf(new Date('2022-12-31T16:00:00Z'))).toBe('2023-01-01')
  })

  it('agrees with the time zone database', () => {
    const shanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })
    const instants = fc.date({
      min: new Date('1992-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, (instant) => {
        expect(dayOf(instant)).toBe(shanghai.format(instant))
      }),
    )
  })

  it('is refused for an instant that is none', () => {
    expect(() => dayOf(new Date(Number.NaN))).toThrow(RangeError)
  })
})

describe('the day of a step', () => {
  it('is that in Shanghai of an instant, and of a day itself', () => {
    expect(dayOfStep('2022-11-24T23:30:00.000Z')).toBe('2022-11-25')
    expect(dayOfStep('2022-11-24')).toBe('2022-11-24')
  })
})

describe('counting days', () => {
  it('goes over month ends, leap days and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01')
    expect(addDays('2022-12-31', 1)).toBe('2023-01-01')
    expect(addDays('2023-01-01', -1)).toBe('2022-12-31')
    expect(daysBetween('2022-11-24', '2023-01-23')).toBe(60)
    expect(daysBetween('2023-01-23', '2022-11-24')).toBe(-60)
  })

  it('comes back by as many days as it went', () => {
    fc.assert(
      fc.property(days, steps, (day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n)
        expect(addDays(addDays(day, n), -n)).toBe(day)
      }),
    )
  })

  it('sorts as text', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect(a < b).toBe(daysBetween(a, b) > 0)
      }),
    )
  })

  it('throws on what is no day and does not repeat it', () => {
    expect(() => addDays('2023-02-29', 1)).toThrow(/^not a day$/)
    expect(() => addDays('2023-02-28', Number.NaN)).toThrow(/^not a day$/)
    expect(() => weekday('tomorrow')).toThrow(/^not a day$/)
  })
})

describe('a day', () => {
  it('is one that exists, written in full', () => {
    for (const text of ['2022-11-25', '2024-02-29', '2000-02-29']) expect(isDay(text)).toBe(true)
    const others = [
      '2023-02-29',
      '1900-02-29',
      '2022-04-31',
      '2022-13-01',
      '2022-00-10',
      '2022-11-00',
      '2022-11-32',
    ]
    for (const text of others) expect(isDay(text)).toBe(false)
    const shapes = [
      '',
      '2022-1-1',
      '20221125',
      '2022-11-25T00:00',
      ' 2022-11-25',
      '2022-11-25\n',
      '２０２２-11-25',
    ]
    for (const text of shapes) expect(isDay(text)).toBe(false)
  })

  it('is always what the counting gives', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(isDay(day)).toBe(true)
      }),
    )
  })

  it('has a weekday that moves on by one', () => {
    expect(weekday('2022-11-25')).toBe(5)
    expect(weekday('2022-11-27')).toBe(0)
    fc.assert(
      fc.property(days, (day) => {
        expect(weekday(addDays(day, 1))).toBe((weekday(day) + 1) % 7)
      }),
    )
  })

  it('has a year', () => {
    expect(yearOf('2023-01-28')).toBe(2023)
  })
})

describe('saying a day', () => {
  it('names month, date and weekday', () => {
    expect(sayDay('2022-11-25', 'zh')).toBe('11月25日（星期五）')
    expect(sayDay('2022-11-25', 'en')).toBe('Fri 25 November')
    expect(sayDay('2023-01-01', 'zh')).toBe('1月1日（星期日）')
    expect(sayDay('2023-01-01', 'en')).toBe('Sun 1 January')
  })

  it('names the year only when it is another one', () => {
    expect(sayDay('2023-01-28', 'zh', 2023)).toBe('1月28日（星期六）')
    expect(sayDay('2023-01-28', 'en', 2023)).toBe('Sat 28 January')
    expect(sayDay('2023-01-28', 'zh', 2022)).toBe('2023年1月28日（星期六）')
    expect(sayDay('2023-01-28', 'en', 2022)).toBe('Sat 28 January 2023')
  })
})
