import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { canStart, type Duty, type Kind, kinds, moveNames, moves, type State, states } from './lifecycle.ts'
import { mayApprove, mayMove, offers, type Person, type Situation } from './offers.ts'

const roles = ['leader', 'liaison', 'member'] as const satisfies Duty[]
const person = fc.record({
  id: fc.constantFrom('li', 'chen', 'wu'),
  roles: fc.subarray([...roles], { minLength: 1 }),
})
const report: fc.Arbitrary<Situation> = fc.record({
  kind: fc.constantFrom(...kinds),
  state: fc.constantFrom(...states),
  owner: fc.constantFrom('li', 'chen', 'wu', null),
  askedFrom: fc.constantFrom(...states, null),
  held: fc.boolean(),
  hasResult: fc.boolean(),
  resultBy: fc.constantFrom('li', 'chen', 'wu', null),
  awaitsUnit: fc.boolean(),
  unsent: fc.boolean(),
  extended: fc.boolean(),
  unnamed: fc.boolean(),
  quiet: fc.boolean(),
  untold: fc.boolean(),
  withoutQueryCode: fc.boolean(),
  pending: fc.option(
    fc.record({ move: fc.constantFrom(...moveNames), by: fc.constantFrom('li', 'chen', 'wu') }),
  ),
})
const move = fc.constantFrom(...moveNames)

const li: Person = { id: 'li', roles: ['leader'] }
const chen: Person = { id: 'chen', roles: ['liaison'] }
const wu: Person = { id: 'wu', roles: ['member'] }
const fresh: Situation = {
  kind: 'problem',
  state: 'received',
  askedFrom: null,
  held: false,
  owner: null,
  hasResult: false,
  resultBy: null,
  awaitsUnit: false,
  unsent: false,
  extended: false,
  unnamed: false,
  quiet: false,
  untold: false,
  withoutQueryCode: false,
  pending: null,
}

describe('who may do what', () => {
  it('offers nothing that the state does not know', () => {
    fc.assert(
      fc.property(report, person, (report, person) => {
        for (const { move } of offers(report, person))
          expect(canStart(move, report.kind, report.state)).toBe(true)
      }),
    )
  })

  it('makes no move from a state the table does not know', () => {
    fc.assert(
      fc.property(report, person, move, (report, person, move) => {
        if (!canStart(move, report.kind, report.state)) expect(mayMove(move, report, person)).toBe(false)
      }),
    )
  })

  it('leaves to residents and to the rules what is theirs', () => {
    fc.assert(
      fc.property(report, person, (report, person) => {
        for (const theirs of ['acceptByRule', 'answered', 'rate'] as const) {
          expect(mayMove(theirs, report, person)).toBe(false)
        }
      }),
    )
  })

  it('never lets a drafter approve', () => {
    fc.assert(
      fc.property(report, person, (report, person) => {
        const waiting = { ...report, pending: { move: 'conclude' as const, by: person.id } }
        expect(mayApprove(waiting, person)).toBe('the drafter cannot approve')
      }),
    )
  })

  it('never lets a leader who owns the report approve', () => {
    fc.assert(
      fc.property(report, person, (report, person) => {
        const owned = {
          ...report,
          owner: person.id,
          pending: { move: 'conclude' as const, by: 'somebody else' },
        }
        expect(mayApprove(owned, person)).not.toBe(true)
      }),
    )
  })

  it('lets nobody but a leader approve, wherever a leader is asked for', () => {
    fc.assert(
      fc.property(report, person, (report, person) => {
        const approval = report.pending && moves[report.pending.move]
        if (!approval || !('approvedBy' in approval)) return
        if (!person.roles.includes('leader')) expect(mayApprove(report, person)).not.toBe(true)
      }),
    )
  })

  it('makes no other move while one waits for approval', () => {
    fc.assert(
      fc.property(report, person, move, (report, person, move) => {
        if (report.pending && move !== 'take' && move !== 'assign')
          expect(mayMove(move, report, person)).toBe(false)
      }),
    )
  })

  test.each<[Person, Kind, boolean]>([
    [chen, 'problem', true],
    [chen, 'conduct', false],
    [li, 'conduct', true],
    [wu, 'problem', false],
  ])('%o accepts a %s: %s', (who, kind, may) => {
    expect(mayMove('accept', { ...fresh, kind }, who)).toBe(may)
  })

  it('lets the only leader take nothing, in whatever other role: nobody could approve', () => {
    const both: Person = { id: 'li', roles: ['leader', 'liaison'] }
    expect(mayMove('take', fresh, both)).toBe(true)
    expect(mayMove('take', fresh, { ...both, soleLeader: true })).toBe(false)
    expect(mayMove('accept', fresh, { ...both, soleLeader: true })).toBe(true)
  })

  it('fetches a void report back for thirty days, and then no more', () => {
    const voided: Situation = { ...fresh, state: 'voided' }
    expect(mayMove('restore', voided, chen)).toBe(true)
    expect(mayMove('restore', voided, wu)).toBe(false)
    expect(offers({ ...voided, quiet: true }, chen)).toEqual([])
  })

  it('lets a report without an owner be taken, and no other', () => {
    expect(mayMove('take', fresh, wu)).toBe(true)
    expect(mayMove('take', { ...fresh, owner: 'chen' }, wu)).toBe(false)
    expect(offers({ ...fresh, owner: 'chen' }, wu).map(({ move }) => move)).not.toContain('take')
    expect(mayMove('assign', { ...fresh, owner: 'chen' }, li)).toBe(true)
  })

  it('says who must act where this person may not', () => {
    const grey = (situation: Situation, who: Person, name: string) =>
      offers(situation, who).find(({ move }) => move === name)?.grey
    expect(grey({ ...fresh, kind: 'conduct' }, chen, 'accept')).toBe('needs the leader')
    expect(grey({ ...fresh, state: 'verifying', owner: 'wu' }, chen, 'fix')).toBe('needs the owner')
    expect(grey({ ...fresh, state: 'verifying', owner: null }, chen, 'fix')).toBe('needs the owner')
    expect(grey(fresh, li, 'decline')).toBe('needs the liaison')
    const waiting = { ...fresh, pending: { move: 'decline' as const, by: 'chen' } }
    expect(grey(waiting, chen, 'accept')).toBe('waits for approval')
    expect(mayApprove(waiting, wu)).toBe('needs the leader')
    expect(mayApprove(waiting, li)).toBe(true)
  })
})

describe('what a question, a result and quiet decide', () => {
  it('lets an answer restart no clock: only what was asked before acceptance can be accepted', () => {
    const asked = { ...fresh, state: 'needsInfo' } as const
    expect(mayMove('accept', { ...asked, askedFrom: 'received' }, chen)).toBe(true)
    for (const askedFrom of ['accepted', 'verifying', 'reopened'] as const) {
      expect(offers({ ...asked, askedFrom }, chen).map(({ move }) => move)).not.toContain('accept')
    }
  })

  it('lets a leader not shake off a report to approve what was drafted about it', () => {
    const waiting = {
      ...fresh,
      state: 'verifying',
      owner: 'li',
      pending: { move: 'conclude', by: 'chen' },
    } as const
    expect(mayMove('assign', waiting, li)).toBe(false)
    expect(mayApprove(waiting, li)).toBe('the owner cannot approve')
  })

  test.each(['decline', 'void', 'refer', 'conclude', 'fix', 'escalate'] as const)(
    'keeps three parts in two pairs of hands, of conduct: %s is approved by nobody who drafts, owns or found it',
    (move) => {
      const waiting = { ...fresh, kind: 'conduct', state: 'verifying', owner: 'wu' } as const
      const by = (drafter: string, more = {}) => ({ ...waiting, ...more, pending: { move, by: drafter } })
      expect(mayApprove(by('chen'), li)).toBe(true)
      expect(mayApprove(by('li'), li)).toBe('the drafter cannot approve')
      expect(mayApprove(by('chen', { owner: 'li' }), li)).toBe('the owner cannot approve')
      expect(mayApprove(by('chen', { resultBy: 'li' }), li)).toBe('who found it cannot approve')
      expect(mayApprove(by('chen', { resultBy: 'li', kind: 'problem' }), li)).toBe(true)
    },
  )

  it('archives nothing before the resident has had thirty quiet days', () => {
    const concluded = { ...fresh, state: 'concluded' } as const
    expect(mayMove('archive', concluded, chen)).toBe(false)
    expect(mayMove('archive', { ...concluded, quiet: true }, chen)).toBe(true)
  })

  it('archives nothing while somebody who gave their name is still to be told', () => {
    const untold = { ...fresh, state: 'declined', quiet: true, untold: true } as const
    expect(offers(untold, chen)).toEqual([{ move: 'archive', way: 'do', grey: 'not told yet' }])
    expect(mayMove('archive', { ...untold, untold: false }, chen)).toBe(true)
  })

  test.each<[Kind, State, boolean]>([
    ['problem', 'verifying', true],
    ['conduct', 'verifying', true],
    ['problem', 'reopened', true],
    ['suggestion', 'verifying', false],
    ['suggestion', 'accepted', false],
    ['problem', 'fixing', false],
    ['problem', 'referred', false],
  ])('concludes a %s that is %s only after the result: %s', (kind, state, only) => {
    const situation = { ...fresh, kind, state, owner: 'wu' }
    const grey = offers(situation, wu).find(({ move }) => move === 'conclude')?.grey
    expect(grey).toBe(only ? 'needs the result' : undefined)
    expect(mayMove('conclude', situation, wu)).toBe(!only)
    expect(mayMove('conclude', { ...situation, hasResult: true }, wu)).toBe(true)
  })

  it('refers nothing until the office has named the unit that is next', () => {
    const situation = { ...fresh, state: 'verifying', owner: 'wu', unnamed: true } as const
    expect(offers(situation, wu).find(({ move }) => move === 'refer')?.grey).toBe('needs the office')
    expect(mayMove('refer', { ...situation, unnamed: false }, wu)).toBe(true)
  })

  it('concludes nothing while a handling unit owes its reply, and records its papers only then', () => {
    const papers = ['unitReply', 'return', 'extend'] as const
    const referred = { ...fresh, state: 'referred', owner: 'wu', awaitsUnit: true } as const
    const grey = offers(referred, wu).find(({ move }) => move === 'conclude')?.grey
    expect(grey).toBe("needs the unit's reply")
    for (const paper of papers) expect(mayMove(paper, referred, wu), paper).toBe(true)
    const unsent = offers({ ...referred, unsent: true }, wu)
    expect(papers.map((paper) => unsent.find(({ move }) => move === paper)?.grey)).toEqual([
      'not sent yet',
      undefined,
      'not sent yet',
    ])
    const extended = offers({ ...referred, extended: true }, wu)
    expect(papers.map((paper) => extended.find(({ move }) => move === paper)?.grey)).toEqual([
      undefined,
      undefined,
      'extended already',
    ])
    const replied = { ...referred, awaitsUnit: false }
    expect(mayMove('conclude', replied, wu)).toBe(true)
    for (const paper of papers) expect(mayMove(paper, replied, wu), paper).toBe(false)
  })
})
