import { describe, expect, it } from 'vitest'
import { newsOf } from './news.ts'

type Told = Parameters<typeof newsOf>[0]

const named: Told = {
  kind: 'problem',
  state: 'accepted',
  identityMode: 'named',
  contactHeld: true,
  contactErasedOn: null,
  contactEpoch: null,
  acceptedOn: '2026-11-24',
  promise: '2026-12-15',
}
const upward = { state: 'escalated', kind: 'conduct' } as const
/** A move, and after a slash why. */
const taken = (...moves: string[]) =>
  moves.map((taken, at) => {
    const [move = '', why = null] = taken.split('/')
    return { move, why, position: at + 1 }
  })
const told = (report: Partial<Told>, ...moves: string[]) => newsOf({ ...named, ...report }, taken(...moves))

describe('the paper for somebody who gave their name', () => {
  it.each([
    [{}, ['file', 'accept'], { paper: 'accept', step: 2 }],
    [{}, ['file', 'acceptByRule'], { paper: 'accept', step: 2 }],
    [{ state: 'verifying' }, ['file', 'accept', 'verify', 'told'], { paper: 'accept', step: 2 }],
    // Whoever is one of many must not learn it from a paper that others get.
    [{ state: 'merged' }, ['file', 'accept', 'merge'], { paper: 'accept', step: 2 }],
    [{ state: 'declined' }, ['file', 'propose decline', 'decline'], { paper: 'decline', step: 3 }],
    [
      { state: 'referred' },
      ['file', 'accept', 'verify', 'refer', 'propose extend', 'extend/sealed:w;promised:2026-12-15'],
      { paper: 'extend', step: 6 },
    ],
    [
      { state: 'concluded' },
      ['file', 'accept', 'verify', 'refer', 'extend', 'conclude', 'told', 'rate'],
      { paper: 'conclude', step: 6 },
    ],
    // Nobody is to learn from the want of a paper that it went up.
    [
      { state: 'escalated', kind: 'conduct' },
      ['file', 'accept', 'propose escalate', 'escalate', 'told'],
      { paper: 'conclude', step: 4 },
    ],
  ] as const)('%o after %j', (report, moves, news) => {
    expect(told(report, ...moves)).toEqual(news)
  })

  it.each([
    ['nothing has happened yet', { state: 'received' }, ['file']],
    ['it is only proposed', { state: 'received' }, ['file', 'propose decline']],
    ['it is looked into anew', { state: 'reopened' }, ['file', 'accept', 'conclude', 'reopen']],
    ['it went up', { state: 'escalated' }, ['file', 'accept', 'escalate']],
    ['it went up before it was accepted', { ...upward, acceptedOn: null }, ['file', 'escalate']],
    [
      'it went up and was erased for its receipt',
      { ...upward, contactErasedOn: '2026-12-01' },
      ['file', 'accept', 'escalate', 'receipt'],
    ],
    ['it was thrown away', { state: 'voided' }, ['file', 'void']],
    ['no name was given', { identityMode: 'contactOnly' }, ['file', 'accept']],
    ['nothing was given', { identityMode: 'anonymous', contactHeld: false }, ['file', 'accept']],
    ['the name was erased', { contactHeld: false }, ['file', 'accept']],
    ['the name stayed with the team that left', { contactEpoch: 1 }, ['file', 'accept']],
  ] as const)('is none when %s', (_, report, moves) => {
    expect(told(report, ...moves)).toBeUndefined()
  })

  it('says nothing of more time that promised nothing, or not what is promised now', () => {
    const moves = ['file', 'accept', 'verify', 'refer', 'late']
    expect(told({ state: 'referred' }, ...moves, 'extend/sealed:w')).toEqual({ paper: 'accept', step: 2 })
    const since = { state: 'referred', promise: '2027-01-22' } as const
    expect(told(since, ...moves, 'extend/promised:2026-12-15', 'late')).toBeUndefined()
  })

  it('of more time there is still after the unit has replied, or given it back', () => {
    const moves = ['file', 'accept', 'verify', 'refer', 'extend/promised:2026-12-15', 'return']
    expect(told({ state: 'verifying' }, ...moves)).toEqual({ paper: 'extend', step: 5 })
  })
})
