import { describe, expect, it } from 'vitest'
import { readTree } from '../../test/imports.ts'
import { formMoves } from '../queue/moves.ts'
import {
  canStart,
  isAnswer,
  isOpen,
  kinds,
  type MoveName,
  moveNames,
  moves,
  open,
  rule,
  type State,
  stateAfter,
  states,
} from './lifecycle.ts'

/**
 * §5.3 of the handbook with the desk's own turns, typed and not read from the code: from, to, who makes or drafts it,
 * who approves. `open` are the seven in which somebody still waits.
 */
const handbook = {
  acceptByRule: 'received > accepted, by rule', // T1
  accept: 'received needsInfo > accepted, by liaison leader, conduct by leader, asked in received', // T2
  ask: 'received accepted verifying reopened > needsInfo, by liaison owner leader', // T3
  answered: 'needsInfo > back, by reporter rule', // T4
  decline: 'received needsInfo accepted verifying > declined, by liaison owner, approved by leader', // T5
  merge: 'open > merged, by liaison, approved by leader', // T6
  release: 'received > stays, by liaison leader',
  void: 'received > voided, by liaison, approved by leader', // T7
  restore: 'voided > received, by liaison leader',
  verify: 'accepted > verifying, by owner leader', // T8
  result: 'verifying reopened > stays, by owner leader',
  fix: 'verifying reopened > fixing, by owner, approved by leader', // T9
  refer: 'verifying reopened > referred, by liaison owner, approved by leader', // T10
  unitReply: 'referred > stays, by liaison owner',
  return: 'referred > verifying, by liaison owner office', // T11
  designate: 'verifying reopened needsInfo > stays, by office',
  extend: 'referred > stays, by liaison owner, approved by leader', // T12
  feedback: 'fixing > stays, by liaison owner',
  fixed: 'fixing > stays, by liaison owner',
  notFixed: 'fixing > verifying, by liaison owner', // T13
  conclude:
    'verifying fixing referred reopened, suggestion from accepted > concluded, by liaison owner, approved by leader', // T14
  rate: 'concluded > stays, by reporter', // T15
  reopen: 'concluded > reopened, by leader', // T16
  archive: 'concluded declined > archived, by liaison leader rule', // T17
  escalate: 'open > escalated, by liaison, approved by leader', // T18
  take: 'open > stays, by liaison member',
  assign: 'open > stays, by leader',
} satisfies Record<MoveName, string>

const seven = 'received needsInfo accepted verifying fixing referred reopened'

/** A row of the table in the handbook's words. */
function written(name: MoveName): string {
  const { from, fromForKind, to, by, byForKind, askedIn, approvedBy } = rule(name)
  const each = (of: object | undefined, word: string) =>
    Object.entries(of ?? {}).map(([kind, those]) => `, ${kind} ${word} ${those.join(' ')}`)
  return [
    from.join(' ').replace(seven, 'open'),
    ...each(fromForKind, 'from'),
    ` > ${to}, by ${by.join(' ')}`,
    ...each(byForKind, 'by'),
    askedIn ? `, asked in ${askedIn.join(' ')}` : '',
    approvedBy ? `, approved by ${approvedBy}` : '',
  ].join('')
}

describe('the table', () => {
  it('is the handbook’s: each move from where, to where, by whom and approved by whom', () => {
    expect(Object.fromEntries(moveNames.map((name) => [name, written(name)]))).toEqual(handbook)
  })

  it('leads from known states to known states', () => {
    for (const name of moveNames) {
      expect(states).toEqual(expect.arrayContaining([...moves[name].from]))
      for (const kind of kinds) {
        for (const state of states.filter((state) => canStart(name, kind, state))) {
          expect(states).toContain(stateAfter(name, state, 'accepted'))
        }
      }
    }
  })

  const reachedBy = (names: readonly MoveName[]) => {
    const reached = new Set<State>(['received'])
    for (let before = -1; before !== reached.size; ) {
      before = reached.size
      for (const name of names) {
        for (const kind of kinds) {
          for (const from of [...reached]) {
            if (canStart(name, kind, from)) reached.add(stateAfter(name, from, 'received'))
          }
        }
      }
    }
    return states.filter((state) => reached.has(state))
  }

  it('lets every state be reached, and every open one be left', () => {
    expect(reachedBy(moveNames)).toEqual(states)
    for (const state of open) {
      for (const kind of kinds) expect(moveNames.some((name) => canStart(name, kind, state))).toBe(true)
    }
  })

  it('has somebody who makes every row, but those that are for later', () => {
    const made = Object.entries(readTree('src'))
      .filter(([path]) => !/\.test\.tsx?$/.test(path))
      .flatMap(([, code]) => [...code.matchAll(/\bmove(?:Report|ByOffice|ByRule)\(\w+, \w+, '(\w+)'/g)])
      .map(([, name]) => name)
    expect(made).toEqual(expect.arrayContaining(['take', 'designate', 'archive']))
    const now = moveNames.filter((name) => !rule(name).later)
    expect(now.toSorted()).toEqual([...new Set([...made, ...formMoves])].toSorted())
    const waiting = states.filter((state) => !reachedBy(now).includes(state))
    expect(waiting).toEqual(['reopened', 'merged'])
  })

  it('answers with every move but those that settle who works on it, which leave the state alone', () => {
    const turns = moveNames.filter((name) => !isAnswer(name))
    expect(turns).toEqual(['release', 'designate', 'take', 'assign'])
    expect(turns.map((name) => rule(name).to)).toEqual(turns.map(() => 'stays'))
  })

  it('has nothing lead out of the archive or an escalated report, and only back out of a void', () => {
    const ways = (state: State) =>
      moveNames.filter((name) => kinds.some((kind) => canStart(name, kind, state)))
    expect(ways('archived')).toEqual([])
    expect(ways('escalated')).toEqual([])
    expect(ways('voided')).toEqual(['restore'])
  })

  it('walks a problem from the scan to the archive', () => {
    const walk = ['accept', 'ask', 'answered', 'verify', 'result', 'conclude', 'archive'] as const
    let state: State = 'received'
    let before: State | null = null
    const seen = walk.map((name) => {
      expect(canStart(name, 'problem', state), `${name} from ${state}`).toBe(true)
      const next = stateAfter(name, state, before)
      before = name === 'ask' ? state : null
      state = next
      return state
    })
    expect(seen).toEqual([
      'accepted',
      'needsInfo',
      'accepted',
      'verifying',
      'verifying',
      'concluded',
      'archived',
    ])
  })

  it('concludes a suggestion without verifying it, and nothing else', () => {
    const direct = kinds.filter((kind) => canStart('conclude', kind, 'accepted'))
    expect(direct).toEqual(['suggestion'])
  })

  it('calls every state open that a report can still be worked in', () => {
    expect(states.filter(isOpen)).toEqual([...open])
  })
})
