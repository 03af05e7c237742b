import { describe, expect, it, test } from 'vitest'
import { following, house, report, withReport } from '../../test/one-report.ts'
import { dayOf } from '../clock/day.ts'
import { consequences } from './consequences.ts'
import { placeInQueue } from './placing.ts'
import type { Decided, Report } from './tables.ts'

// 2022-09-21 is a Wednesday; the National Day holiday lies within the fifteen working days, and 10-08 is worked.
const FILED = '2022-09-21'
withReport(`${FILED}T09:00:00+08:00`)

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

  it('of a suggestion is followed by its answer, which nobody need verify, also after a question', () => {
    const suggestion = { ...report, kind: 'suggestion' as const }
    const accepted = following(suggestion, 'accept', '2022-09-21')
    const answer = { due: '2022-10-17', dueKind: 'answer', promise: '2022-10-17' }
    expect(accepted).toMatchObject({ state: 'accepted', ...answer })
    expect(following(suggestion, 'acceptByRule', '2022-09-21')).toMatchObject(answer)
    const asked = following(accepted, 'ask', '2022-09-22')
    expect(following(asked, 'answered', '2022-09-22')).toMatchObject({ state: 'accepted', ...answer })
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

it('accepted after midnight took a working day, though it came a minute before', () => {
  const late = { ...report, receivedAt: '2022-09-20T15:59:30.000Z', receivedOn: '2022-09-20' }
  const at = new Date('2022-09-21T00:00:05+08:00')
  expect(consequences(late, 'accept', {}, at, house.clock.calendar).acceptedWithin).toBe('workingDay')
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

describe('more time', () => {
  const referred = (changed: Partial<Report>) => {
    const accepted = { ...following(report, 'accept', '2022-09-21'), ...changed }
    return following(following(accepted, 'verify', '2022-09-23'), 'refer', '2022-09-26', {
      due: '2022-10-10',
    })
  }
  const granted = (due: string, changed: Partial<Report> = {}) =>
    following(
      referred({ identityMode: 'named', contactHeld: true, tellBy: null, ...changed }),
      'extend',
      ...(['2022-10-10', { due }] as const),
    ).tellBy

  it('that moves what was promised is told to whoever gave their name, and to nobody else', () => {
    expect(granted('2022-10-20')).toBe('2022-10-17')
    expect(granted('2022-10-17')).toBeNull()
    expect(granted('2022-10-20', { kind: 'conduct' })).toBeNull()
    expect(granted('2022-10-20', { identityMode: 'contactOnly' })).toBeNull()
  })

  it('puts off nothing that they should have been told before', () => {
    expect(granted('2022-10-20', { tellBy: '2022-09-28' })).toBe('2022-09-28')
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

  it('of conduct tells whoever gave their name in the same days, whether it went up or not', () => {
    const conduct = { ...verifying(), kind: 'conduct', identityMode: 'named', contactHeld: true } as const
    const end = (report: Report, move: 'conclude' | 'escalate') => {
      const { tellBy, concludedOn, promise, due } = following(report, move, '2022-10-10')
      return { tellBy, concludedOn, promise, due }
    }
    expect(end(conduct, 'escalate')).toEqual(end(conduct, 'conclude'))
    expect(end(conduct, 'escalate').tellBy).toBe('2022-10-17')
    expect(end({ ...conduct, acceptedOn: null }, 'escalate').tellBy).toBeNull()
    expect(end({ ...conduct, kind: 'problem' }, 'escalate').tellBy).toBeNull()
  })

  it('of a long-term matter names a day to look again, of one about a person none', () => {
    const longTerm: Decided = { conclusion: 'substantiated', resultType: 'longTerm', due: '2023-01-10' }
    expect(following(verifying(), 'conclude', '2022-10-10', longTerm)).toMatchObject({
      promise: '2023-01-10',
      due: null,
    })
    const ended = following(verifying(), 'conclude', '2022-10-10', longTerm)
    expect(following(ended, 'archive', '2022-11-09')).toMatchObject({ promise: '2023-01-10' })
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

  it('puts urgent first, then overdue, then the afraid who are not accepted, then by date, names first', () => {
    const rows: Partial<Report>[] = [
      { urgent: true },
      { due: '2022-09-20' },
      { afraid: true, due: '2022-09-30' },
      { due: '2022-09-22', identityMode: 'named' },
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
