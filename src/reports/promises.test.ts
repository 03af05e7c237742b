import { beforeEach, describe, expect, it } from 'vitest'
import { following, house, report, withReport } from '../../test/one-report.ts'
import { owed } from './promises.ts'
import type { Report } from './tables.ts'

// 2022-09-21 is a Wednesday; the National Day holiday lies within the fifteen working days, and 10-08 is worked.
withReport('2022-09-21T09:00:00+08:00')

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

describe('a referral', () => {
  let verifying: Report
  beforeEach(() => {
    verifying = following(following(report, 'accept', '2022-09-21'), 'verify', '2022-09-22')
  })

  it('is due by the day of the letter, and the promise stays when that is sooner', () => {
    expect(following(verifying, 'refer', '2022-09-23', { due: '2022-10-10' })).toMatchObject({
      state: 'referred',
      due: '2022-10-10',
      dueKind: 'unitReply',
      promise: '2022-10-17',
      promiseBefore: null,
      promiseMoved: null,
      hardBy: '2022-11-21',
    })
  })

  it('for longer than was promised moves the promise, and keeps the first one in sight', () => {
    expect(following(verifying, 'refer', '2022-09-23', { due: '2022-10-28' })).toMatchObject({
      due: '2022-10-28',
      promise: '2022-11-02',
      promiseBefore: '2022-10-17',
      promiseMoved: 'extended',
    })
  })

  it('leaves the team days to answer after the unit, but none past the hard limit', () => {
    const promised = (due: string) => following(verifying, 'refer', '2022-09-23', { due })
    expect(promised('2022-11-15')).toMatchObject({ promise: '2022-11-18', hardBy: '2022-11-21' })
    expect(promised('2022-11-18')).toMatchObject({ promise: '2022-11-21', hardBy: '2022-11-21' })
  })

  it('without a day has fifteen working days', () => {
    expect(following(verifying, 'refer', '2022-09-23').due).toBe('2022-10-19')
  })

  it('is given more time past the hard limit, which then lies where the team has had its days to answer', () => {
    const referred = following(verifying, 'refer', '2022-09-23', { due: '2022-11-15' })
    const extended = (due: string) => following(referred, 'extend', '2022-11-01', { due })
    expect(extended('2022-12-15')).toMatchObject({
      state: 'referred',
      due: '2022-12-15',
      dueKind: 'unitReply',
      hardBy: '2022-12-20',
      promise: '2022-12-20',
      promiseBefore: '2022-10-17',
      promiseMoved: 'extended',
    })
    // On the latest day there was: the answer does not fall on that day too.
    expect(extended('2022-11-21')).toMatchObject({ promise: '2022-11-24', hardBy: '2022-11-24' })
    // Thirty days at most are added to the hard limit (信访工作条例 34).
    expect(extended('2022-12-20')).toMatchObject({ promise: '2022-12-21', hardBy: '2022-12-21' })
  })

  it('that was late says that the latest day is not kept either only once that has passed', () => {
    const late = { ...following(verifying, 'refer', '2022-09-23'), promiseMoved: 'late' as const }
    const given = { ...late, promiseBefore: '2022-10-17', promise: '2022-10-20' }
    const extended = following(given, 'extend', '2022-10-18', { due: '2022-10-31' })
    const longer = { promise: '2022-11-03', promiseBefore: '2022-10-17' }
    expect(extended).toMatchObject({ ...longer, promiseMoved: 'granted' })
    expect(following(given, 'extend', '2022-10-20', { due: '2022-10-31' }).promiseMoved).toBe('granted')
    expect(following(given, 'extend', '2022-10-21', { due: '2022-10-31' }).promiseMoved).toBe('missed')
    // Nor is a day called the latest after that: what is broken now was promised after one.
    expect(owed(extended, '2022-11-04', house.clock.calendar)).toMatchObject({
      promise: '2022-11-21',
      promiseMoved: 'missed',
    })
    expect(following(given, 'extend', '2022-10-18', { due: '2022-10-20' })).toMatchObject({
      promise: '2022-10-20',
      promiseMoved: 'late',
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
      state: 'verifying',
      due: '2022-11-02',
      dueKind: 'answer',
      promiseBefore: '2022-10-17',
    })
  })
})

describe('an order to mend it on the spot', () => {
  let verifying: Report
  beforeEach(() => {
    verifying = following(following(report, 'accept', '2022-09-21'), 'verify', '2022-09-22')
  })
  const ordered = (due: string, of = verifying) => following(of, 'fix', '2022-09-23', { due })
  const answer = '2022-10-17'

  it('for a day before the answer keeps the answer in sight; not mended, that one stands again', () => {
    const sooner = ordered('2022-10-09')
    expect(sooner).toMatchObject({
      due: '2022-10-09',
      promise: '2022-10-09',
      promiseBefore: answer,
      promiseMoved: null,
    })
    for (const day of ['2022-09-28', '2022-10-09']) {
      expect(following(sooner, 'notFixed', day)).toMatchObject({
        state: 'verifying',
        due: answer,
        dueKind: 'answer',
        promise: answer,
        promiseBefore: '2022-10-09',
        promiseMoved: 'notMended',
      })
    }
  })

  it('whose day passes is late, and the answer is the latest day', () => {
    const promised = { promise: answer, promiseBefore: '2022-10-09', promiseMoved: 'late' }
    const late = following(ordered('2022-10-09'), 'notFixed', '2022-10-10')
    expect(late).toMatchObject({ state: 'verifying', due: answer, ...promised })
    expect(owed(ordered('2022-10-09'), '2022-10-10', house.clock.calendar)).toEqual(promised)
    expect(owed(late, '2022-10-18', house.clock.calendar)).toEqual({
      promise: '2022-11-21',
      promiseBefore: '2022-10-09',
      promiseMoved: 'missed',
    })
    // Nobody looked for as long as that.
    expect(owed(ordered('2022-10-09'), '2022-10-18', house.clock.calendar)).toEqual({
      promise: '2022-11-21',
      promiseBefore: '2022-10-09',
      promiseMoved: 'late',
    })
  })

  it('for a day after the answer says what was promised first, mended or not', () => {
    const later = ordered('2022-10-20')
    expect(later).toMatchObject({ promise: '2022-10-20', promiseBefore: answer, promiseMoved: 'extended' })
    expect(following(later, 'notFixed', '2022-10-12')).toMatchObject({
      promise: '2022-10-20',
      promiseBefore: answer,
      promiseMoved: 'notMended',
    })
  })

  it('that is not mended moves no answer promised for the same day, and hides no delay', () => {
    expect(following(ordered(answer), 'notFixed', '2022-10-12')).toMatchObject({
      promise: answer,
      promiseBefore: null,
      promiseMoved: null,
    })
    const late = { promise: '2022-11-21', promiseBefore: answer, promiseMoved: 'late' as const }
    const sooner = ordered('2022-10-28', { ...verifying, ...late })
    expect(following(sooner, 'notFixed', '2022-10-26')).toMatchObject({
      promise: '2022-10-28',
      promiseBefore: answer,
      promiseMoved: 'late',
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
      promise,
      promiseBefore,
      promiseMoved,
      hardBy,
    })
    for (const other of [referred, extended, again, mended]) expect(told(other)).toEqual(told(verifying))
  })
})
