import { describe, expect, it } from 'vitest'
import type { CodeState } from './code-states.ts'
import { missingFor } from './opening.ts'

describe('before a notice may hang', () => {
  const root = new Uint8Array(65).fill(1)
  const ready = {
    code: { state: 'tested' as CodeState, root },
    office: { root },
    team: { confirmed: true, holders: 2 },
    isWhole: true,
    round: { intakeClosesOn: '2027-01-05' },
    other: undefined,
  }
  const missing = (
    change: Partial<typeof ready> | { other: { root: Uint8Array<ArrayBuffer> } },
    today = '2026-11-24',
  ) => missingFor({ ...ready, ...change }, today)

  it('nothing is missing when the key is confirmed, two hold it and a test scan worked', () => {
    expect(missing({})).toEqual([])
  })

  it('a notice of an earlier root gives way to it', () => {
    expect(missing({ other: { root: new Uint8Array(65) } })).toEqual([])
  })

  it('each thing that is missing is named', () => {
    expect(missing({ team: { confirmed: false, holders: 0 } })).toEqual(['key'])
    expect(missing({ isWhole: false })).toEqual(['details'])
    expect(missing({ team: { confirmed: true, holders: 1 } })).toEqual(['holders'])
    expect(missing({ code: { state: 'draft', root } })).toEqual(['test'])
    expect(missing({ other: { root } })).toEqual(['other'])
    expect(missing({ office: { root: new Uint8Array(65) } })).toEqual(['root'])
    expect(missing({}, '2027-01-06')).toEqual(['closed'])
    expect(missing({ code: { state: 'draft', root }, team: { confirmed: false, holders: 0 } })).toEqual([
      'key',
      'test',
    ])
  })
})
