import { describe, expect, it } from 'vitest'
import { readWhy, writeWhy } from './why.ts'

describe('why a step was taken', () => {
  it('is read as it was written', () => {
    const why = writeWhy({
      method: ['books', 'visits'],
      people: ['a', 'b-_'],
      on: '2026-11-24',
      sealed: undefined,
    })
    expect(why).toBe('method:books,visits;people:a,b-_;on:2026-11-24')
    expect(Object.fromEntries(readWhy(why ?? null))).toEqual({
      method: ['books', 'visits'],
      people: ['a', 'b-_'],
      on: ['2026-11-24'],
    })
  })

  it('may be one word, or nothing', () => {
    expect([...readWhy('rule')]).toEqual([['rule', []]])
    expect([...readWhy(null)]).toEqual([])
    expect(writeWhy({ sealed: undefined, method: [] })).toBeUndefined()
  })
})
