import { describe, expect, it } from 'vitest'
import {
  canStart,
  isOpen,
  kinds,
  moveNames,
  moves,
  open,
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

  it('lets every state be reached, and every open one be left', () => {
    const reached = new Set<State>(['received'])
    for (let before = -1; before !== reached.size; ) {
      before = reached.size
      for (const name of moveNames) {
        for (const kind of kinds) {
          for (const from of [...reached]) {
            if (canStart(name, kind, from)) reached.add(stateAfter(name, from, 'received'))
          }
        }
      }
    }
    expect([...reached].sort()).toEqual([...states].sort())
    for (const state of open) {
      for (const kind of kinds) expect(moveNames.some((name) => canStart(name, kind, state))).toBe(true)
    }
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
