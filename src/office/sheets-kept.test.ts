import { describe, expect, test } from 'vitest'
import { sheetsStanding } from './sheets-kept.ts'

const step = (position: number, move: string, at: string) => ({
  subject: 'recoverySheets',
  position,
  at: `${at}T01:00:00.000Z`,
  who: 'p',
  move,
  fromState: null,
  toState: null,
  why: null,
})
const none = { own: [], recoveries: [], setUpAt: '2024-02-29T01:00:00.000Z' }

describe('the recovery sheets are looked at', () => {
  test('twelve months after they were made, and not before', () => {
    expect(sheetsStanding(none, '2025-02-27')).toMatchObject({ dueOn: '2025-02-28', why: undefined })
    expect(sheetsStanding(none, '2025-02-28')).toMatchObject({ why: 'year', checked: undefined })
  })

  test('twelve months after the last time', () => {
    const own = [step(1, 'check', '2025-01-10'), step(2, 'check', '2025-12-01')]
    expect(sheetsStanding({ ...none, own }, '2026-11-30')).toEqual({
      seen: 2,
      checked: { on: '2025-12-01', by: 'p' },
      dueOn: '2026-12-01',
      why: undefined,
      used: undefined,
    })
    expect(sheetsStanding({ ...none, own }, '2026-12-01').why).toBe('year')
  })

  test('whenever a keeper has changed, until somebody has looked', () => {
    const own = [step(1, 'check', '2024-05-01'), step(2, 'changeKeeper', '2024-05-01')]
    expect(sheetsStanding({ ...none, own }, '2024-05-02')).toMatchObject({
      dueOn: '2024-05-01',
      why: 'keeper',
    })
    const looked = [...own, step(3, 'check', '2024-05-03')]
    expect(sheetsStanding({ ...none, own: looked }, '2024-05-03').why).toBeUndefined()
  })

  test('after they were used', () => {
    const recoveries = [step(1, 'recover', '2024-06-01')]
    expect(sheetsStanding({ ...none, recoveries }, '2024-06-01')).toMatchObject({
      why: 'used',
      used: { on: '2024-06-01' },
    })
    const own = [step(1, 'check', '2024-06-02')]
    expect(sheetsStanding({ ...none, own, recoveries }, '2024-06-02').why).toBeUndefined()
  })
})
