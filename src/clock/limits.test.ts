import { describe, expect, it, test } from 'vitest'
import { calendarWith } from './calendar.ts'
import { addDays } from './day.ts'
import { answerBy, dueBy } from './deadlines.ts'
import { limitOn, limits, overBy, settable, settables } from './limits.ts'

/** §2.1, §5.3 and §8.4 of the handbook, and what the house set beside them: typed, not read from the code. */
const handbook = {
  accept: '1 working',
  acceptAlarm: '3 working',
  acceptHard: '15 calendar',
  reply: '10 calendar',
  replyLatest: '30 plain',
  verify: '3 working',
  answer: '15 working',
  hard: '60 calendar',
  extension: '30 calendar',
  issueLetter: '2 working',
  unitReceipt: '1 working',
  unitReply: '15 working',
  unitReturn: '2 working',
  unitRedo: '10 working',
  supervised: '5 working',
  afterReply: '3 working',
  promiseAgain: '3 working',
  fix: '7 working',
  passUp: '5 working',
  redo: '10 working',
  lookAgain: '90 plain',
  lookAgainLatest: '365 plain',
  rectify: '90 plain',
  tell: '5 working',
  archive: '30 plain',
  voided: '30 plain',
  eraseContact: '180 plain',
  queryCode: '365 plain',
}

test('every limit is the handbook’s, in its kind of days', () => {
  const said = Object.entries(limits).map(([name, { days, counted }]) => [name, `${days} ${counted}`])
  expect(Object.fromEntries(said)).toEqual(handbook)
})

const changes = [
  { from: '2026-03-02', days: { answer: 10, eraseContact: 60 } },
  // Twice on one day: what was said last counts.
  { from: '2026-06-01', days: { answer: 5, eraseContact: 30 } },
  { from: '2026-06-01', days: { answer: 12, eraseContact: 120 } },
]
const daysOf = (name: 'answer' | 'eraseContact', day: string) => limitOn(name, day, changes).days

describe('a limit that the office has set', () => {
  it('counts for what begins from its day on, until the next', () => {
    expect(
      ['2026-03-01', '2026-03-02', '2026-05-31', '2026-06-01'].map((day) => daysOf('answer', day)),
    ).toEqual([15, 10, 10, 12])
    expect(limitOn('verify', '2026-07-01', changes)).toEqual(limits.verify)
  })

  it('gives a day counted as before', () => {
    const calendar = calendarWith(new Map(), changes)
    expect([answerBy('2026-03-01', calendar), answerBy('2026-03-02', calendar)]).toEqual([
      '2026-03-20',
      '2026-03-16',
    ])
    expect(dueBy('eraseContact', '2026-03-02', calendar)).toBe('2026-05-01')
  })

  it('is over for the same days, asked one by one or all at once', () => {
    const today = '2026-09-10'
    const stretches = overBy('eraseContact', today, changes)
    for (let day = '2025-12-01'; day <= today; day = addDays(day, 1)) {
      const isOver = addDays(day, daysOf('eraseContact', day)) <= today
      expect([day, stretches.some(([first, last]) => first <= day && day <= last)]).toEqual([day, isOver])
    }
  })

  it('was always within its bounds, and is never longer than the outer limit behind it', () => {
    for (const name of settables) {
      const [least, most] = settable[name]
      expect([name, least <= limits[name].days && limits[name].days <= most]).toEqual([name, true])
    }
    for (const [name, outer] of [
      ['accept', 'acceptHard'],
      ['answer', 'hard'],
      ['unitReply', 'hard'],
    ] as const) {
      const longest = calendarWith(new Map(), [{ from: '2026-01-01', days: { [name]: settable[name][1] } }])
      // The worst there is: over Spring Festival, and over National Day.
      for (const day of ['2026-02-05', '2026-09-28'])
        expect(dueBy(name, day, longest) <= dueBy(outer, day, longest)).toBe(true)
    }
  })
})
