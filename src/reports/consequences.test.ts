import { beforeEach, describe, expect, it, test } from 'vitest'
import { filed } from '../../test/filed.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { dayOf } from '../clock/day.ts'
import { consequences, type Decided, placeInQueue, type Report } from './consequences.ts'
import type { MoveName } from './lifecycle.ts'

// 2022-09-21 is a Wednesday; the National Day holiday lies within the fifteen working days, and 10-08 is worked.
const FILED = '2022-09-21'
let house: TestHouse
let report: Report

beforeEach(async () => {
  house = await openTestHouse(`${FILED}T09:00:00+08:00`)
  report = await filed(house.db, moment())
})

const moment = () => ({ now: house.clock.now(), calendar: house.clock.calendar })

/** The report after a move made on a day, at nine in the morning. */
function following(from: Report, move: MoveName, on: string, decided: Decided = {}): Report {
  const now = new Date(`${on}T09:00:00+08:00`)
  return { ...from, ...consequences(from, move, decided, now, house.clock.calendar) }
}

describe('filing', () => {
  it('promises a word by the next working day', () => {
    expect(report).toMatchObject({
      state: 'received',
      due: '2022-09-22',
      promise: '2022-09-22',
      dueKind: 'accept',
    })
  })
})

describe('accepting', () => {
  it('promises an answer in fifteen working days and forgets the exact time', () => {
    expect(following(report, 'accept', '2022-09-21')).toMatchObject({
      state: 'accepted',
      due: '2022-09-26',
      dueKind: 'verify',
      promise: '2022-10-17',
      hardBy: '2022-11-21',
      acceptedOn: '2022-09-21',
      acceptedBy: 'staff',
      receivedAt: null,
    })
  })

  it('takes the date of the form as the next one', () => {
    expect(following(report, 'accept', '2022-09-21', { due: '2022-09-23' }).due).toBe('2022-09-23')
  })

  test.each([
    ['minute', '2022-09-21T09:00:59+08:00'],
    ['hour', '2022-09-21T09:59:00+08:00'],
    ['workingDay', '2022-09-22T20:00:00+08:00'],
    ['days', '2022-09-23T09:00:00+08:00'],
  ])('took a %s, and no more is known of it', (bucket, at) => {
    const changed = consequences(report, 'accept', {}, new Date(at), house.clock.calendar)
    expect(changed.acceptedWithin).toBe(bucket)
  })
})

describe('a question', () => {
  const accepted = () => following(report, 'accept', '2022-09-21')

  it('stops the target clock, tells the resident by when, and promises nothing new', () => {
    const asked = following(accepted(), 'ask', '2022-09-22')
    expect(asked).toMatchObject({
      state: 'needsInfo',
      askedFrom: 'accepted',
      due: '2022-10-08',
      dueKind: 'reply',
      promise: '2022-10-17',
      promiseMoved: null,
    })
  })

  it('answered, moves the promise by the days it waited and keeps the old one beside it', () => {
    const answered = following(following(accepted(), 'ask', '2022-09-22'), 'answered', '2022-09-28')
    expect(answered).toMatchObject({
      state: 'accepted',
      askedFrom: null,
      pausedOn: null,
      due: '2022-10-08',
      dueKind: 'verify',
      promise: '2022-10-24',
      promiseBefore: '2022-10-17',
      promiseMoved: 'waited',
    })
  })

  it('answered the same day, moves nothing', () => {
    const answered = following(following(accepted(), 'ask', '2022-09-22'), 'answered', '2022-09-22')
    expect(answered).toMatchObject({ promise: '2022-10-17', promiseBefore: null, promiseMoved: null })
  })

  it('stops the clock once only', () => {
    const once = following(following(accepted(), 'ask', '2022-09-22'), 'answered', '2022-09-28')
    const twice = following(following(once, 'ask', '2022-09-29'), 'answered', '2022-10-08')
    expect(twice).toMatchObject({
      promise: '2022-10-24',
      promiseBefore: '2022-10-17',
      promiseMoved: 'waited',
    })
  })

  it('never moves the promise past the hard limit', () => {
    const asked = { ...following(accepted(), 'ask', '2022-09-22'), hardBy: '2022-10-20' }
    expect(following(asked, 'answered', '2022-09-28').promise).toBe('2022-10-20')
    const tight = { ...asked, hardBy: '2022-10-10' }
    expect(following(tight, 'answered', '2022-09-28')).toMatchObject({
      promise: '2022-10-17',
      promiseMoved: null,
    })
  })

  describe('asked before acceptance', () => {
    const asked = () => following(report, 'ask', '2022-09-21')
    const answered = (on = '2022-09-26') => following(asked(), 'answered', on)

    it('moves the word that was promised by the days it was open, and keeps the first promise beside it', () => {
      expect(asked()).toMatchObject({ state: 'needsInfo', askedFrom: 'received', due: '2022-10-08' })
      expect(answered()).toMatchObject({
        state: 'received',
        due: '2022-09-27',
        dueKind: 'accept',
        promise: '2022-09-27',
        promiseBefore: '2022-09-22',
        promiseMoved: 'waited',
        hasWaited: true,
      })
    })

    it('never moves it past the fifteenth day', () => {
      expect(answered('2022-10-08').promise).toBe('2022-10-08')
      const late = { ...asked(), promise: '2022-10-07' }
      expect(following(late, 'answered', '2022-09-30').promise).toBe('2022-10-08')
    })

    it('stops the clock once only: what a second question breaks is owed', () => {
      const again = following(following(answered(), 'ask', '2022-09-27'), 'answered', '2022-09-30')
      expect(again).toMatchObject({
        state: 'received',
        due: '2022-09-27',
        promise: '2022-10-08',
        promiseBefore: '2022-09-22',
        promiseMoved: 'late',
        rank: 0,
      })
    })

    it('has used up its pause when the report is accepted', () => {
      const accepted = following(answered(), 'accept', '2022-09-27')
      const again = following(following(accepted, 'ask', '2022-09-28'), 'answered', '2022-10-08')
      expect(again).toMatchObject({ promise: accepted.promise, promiseMoved: null })
    })
  })

  it('asked once more after a delay of ours, does not call it waiting', () => {
    const late = { ...accepted(), promiseBefore: '2022-10-12', promiseMoved: 'late' as const }
    expect(following(following(late, 'ask', '2022-09-22'), 'answered', '2022-09-28')).toMatchObject({
      promise: '2022-10-24',
      promiseBefore: '2022-10-12',
      promiseMoved: 'late',
    })
  })
})

describe('the exact time of filing', () => {
  it('is kept while acceptance waits for an answer', () => {
    expect(following(report, 'ask', '2022-09-21').receivedAt).toBe(report.receivedAt)
  })

  test.each(['accept', 'decline', 'void', 'merge', 'escalate'] as const)('is forgotten with %s', (move) => {
    expect(report.receivedAt).not.toBeNull()
    expect(following(report, move, '2022-09-21').receivedAt).toBeNull()
  })
})

describe('the end', () => {
  const verifying = () => following(following(report, 'accept', '2022-09-21'), 'verify', '2022-09-23')

  it('is due by what was promised', () => {
    expect(verifying()).toMatchObject({ state: 'verifying', due: '2022-10-17', dueKind: 'answer' })
  })

  test.each(['conclude', 'decline'] as const)('%s stops every clock and leaves the queue', (move) => {
    const ended = following(verifying(), move, '2022-10-10', {
      conclusion: 'substantiated',
      resultType: 'solved',
    })
    expect(ended).toMatchObject({
      due: null,
      dueKind: null,
      promise: null,
      promiseMoved: null,
      queueKey: null,
      concludedOn: '2022-10-10',
    })
  })

  it('of a long-term matter names a day to look again, of one about a person none', () => {
    const longTerm: Decided = { conclusion: 'substantiated', resultType: 'longTerm', due: '2023-01-10' }
    expect(following(verifying(), 'conclude', '2022-10-10', longTerm)).toMatchObject({
      promise: '2023-01-10',
      due: null,
    })
    const conduct = { ...verifying(), kind: 'conduct' as const }
    expect(following(conduct, 'conclude', '2022-10-10', longTerm).promise).toBeNull()
  })

  it('taken up again is promised anew, and is not concluded any more', () => {
    const ended = following(verifying(), 'conclude', '2022-10-10', {
      conclusion: 'partly',
      resultType: 'solved',
    })
    expect(following(ended, 'reopen', '2022-10-11')).toMatchObject({
      state: 'reopened',
      promise: '2022-10-25',
      due: '2022-10-25',
      concludedOn: null,
      conclusion: null,
    })
  })
})

describe('the place in the queue', () => {
  const today = dayOf(new Date(`${FILED}T09:00:00+08:00`))
  const place = (changed: Partial<Report>) => placeInQueue({ ...report, ...changed }, today)

  it('puts urgent first, then overdue, then the afraid who are not accepted, then by date', () => {
    const rows: Partial<Report>[] = [
      { urgent: true },
      { due: '2022-09-20' },
      { afraid: true, due: '2022-09-30' },
      { due: '2022-09-22', receivedOn: '2022-09-20' },
      { due: '2022-09-22' },
      { due: '2022-09-23', afraid: true, state: 'verifying' },
      { due: null, state: 'verifying' },
    ]
    const keys = rows.map((row) => place(row).queueKey ?? '')
    expect(keys).toEqual([...keys].sort())
    expect(new Set(keys).size).toBe(rows.length)
  })

  it('is left by closed reports, unless a resident has written', () => {
    expect(place({ state: 'concluded' }).queueKey).toBeNull()
    expect(place({ state: 'concluded', unread: true }).queueKey).not.toBeNull()
  })
})

describe('a referral', () => {
  let verifying: Report
  beforeEach(() => {
    verifying = following(following(report, 'accept', '2022-09-21'), 'verify', '2022-09-22')
  })

  it('is due by the day of the letter, and the promise stays when that is sooner', () => {
    expect(following(verifying, 'refer', '2022-09-23', { due: '2022-10-10' })).toMatchObject({
      ...{ state: 'referred', due: '2022-10-10', dueKind: 'unitReply' },
      ...{ promise: '2022-10-17', promiseBefore: null, promiseMoved: null, hardBy: '2022-11-21' },
    })
  })

  it('for longer than was promised moves the promise, and keeps the first one in sight', () => {
    expect(following(verifying, 'refer', '2022-09-23', { due: '2022-10-28' })).toMatchObject({
      ...{ promise: '2022-10-28', promiseBefore: '2022-10-17', promiseMoved: 'extended' },
    })
  })

  it('without a day has fifteen working days', () => {
    expect(following(verifying, 'refer', '2022-09-23').due).toBe('2022-10-19')
  })

  it('is given more time past the hard limit, which then lies there', () => {
    const referred = following(verifying, 'refer', '2022-09-23', { due: '2022-11-15' })
    expect(following(referred, 'extend', '2022-11-01', { due: '2022-12-15' })).toMatchObject({
      ...{ state: 'referred', due: '2022-12-15', dueKind: 'unitReply', hardBy: '2022-12-15' },
      ...{ promise: '2022-12-15', promiseBefore: '2022-10-17', promiseMoved: 'extended' },
    })
  })

  it('that was late stays late in what the resident reads, however much time is given', () => {
    const late = { ...following(verifying, 'refer', '2022-09-23'), promiseMoved: 'late' as const }
    const given = { ...late, promiseBefore: '2022-10-17', promise: '2022-10-20' }
    expect(following(given, 'extend', '2022-10-18', { due: '2022-10-31' })).toMatchObject({
      ...{ promise: '2022-10-31', promiseBefore: '2022-10-17', promiseMoved: 'late' },
    })
  })

  it('that is answered is due to the resident; what must be done again stays with the unit', () => {
    const referred = following(verifying, 'refer', '2022-09-23', { due: '2022-10-10' })
    const answered = { state: 'referred', due: '2022-10-17', dueKind: 'answer', promise: '2022-10-17' }
    expect(following(referred, 'unitReply', '2022-09-30')).toMatchObject(answered)
    const again = following(referred, 'unitReply', '2022-09-30', { due: '2022-10-14' })
    expect(again).toMatchObject({ state: 'referred', due: '2022-10-14', dueKind: 'unitReply' })
  })

  it('that is given back is verified on, under the promise that stands', () => {
    const referred = following(verifying, 'refer', '2022-09-23', { due: '2022-10-28' })
    expect(following(referred, 'return', '2022-09-26')).toMatchObject({
      ...{ state: 'verifying', due: '2022-10-28', dueKind: 'answer', promiseBefore: '2022-10-17' },
    })
  })
})

describe('about somebody', () => {
  it('promises the same whether it is verified, referred, done again or to be mended once more', () => {
    const accepted = following({ ...report, kind: 'conduct' }, 'accept', '2022-09-21')
    const verifying = following(accepted, 'verify', '2022-09-22')
    const referred = following(verifying, 'refer', '2022-09-23', { due: '2022-11-28' })
    const extended = following(referred, 'extend', '2022-10-10', { due: '2022-12-15' })
    const again = following(referred, 'unitReply', '2022-11-25', { due: '2022-12-09' })
    const ordered = following(verifying, 'fix', '2022-09-23', { due: '2022-10-10' })
    const mended = following(ordered, 'notFixed', '2022-10-14')
    expect([referred.due, extended.due, again.due, mended.due]).toEqual([
      ...['2022-11-28', '2022-12-15', '2022-12-09', '2022-10-28'],
    ])
    const told = ({ promise, promiseBefore, promiseMoved, hardBy }: Report) => ({
      ...{ promise, promiseBefore, promiseMoved, hardBy },
    })
    for (const other of [referred, extended, again, mended]) expect(told(other)).toEqual(told(verifying))
  })
})
