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

describe('the table', () => {
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
