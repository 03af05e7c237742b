import { describe, expect, it } from 'vitest'
import { codeStanding } from './code-states.ts'

const round = { intakeOpensOn: '2026-11-10', intakeClosesOn: '2027-01-05', pausedReason: null }

describe('what somebody who scans is told', () => {
  it.each([
    ['draft', '2026-11-20', 'draft'],
    ['tested', '2026-11-20', 'draft'],
    ['inUse', '2026-11-09', 'notYet'],
    ['inUse', '2026-11-10', 'open'],
    ['inUse', '2027-01-05', 'open'],
    ['inUse', '2027-01-06', 'closed'],
    ['revoked', '2026-11-20', 'revoked'],
    ['revoked', '2027-01-06', 'revoked'],
  ] as const)('%s on %s: %s', (state, today, standing) => {
    expect(codeStanding({ state }, round, today)).toBe(standing)
  })

  it.each([
    ['inUse', '2026-11-09', 'paused'],
    ['inUse', '2026-11-20', 'paused'],
    ['inUse', '2027-01-06', 'closed'],
    ['draft', '2026-11-20', 'draft'],
  ] as const)('paused: %s on %s: %s', (state, today, standing) => {
    expect(codeStanding({ state }, { ...round, pausedReason: '搬家' }, today)).toBe(standing)
  })
})
