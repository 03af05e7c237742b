import { expect, test } from 'vitest'
import { recent } from './recent.ts'

test('keeps what was asked for last, and makes the rest anew', () => {
  const made: string[] = []
  const kept = recent<string>(2)
  const ask = (name: string) =>
    kept(name, () => {
      made.push(name)
      return name.toUpperCase()
    })
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(ask)).toEqual(['A', 'B', 'A', 'C', 'A', 'B'])
  expect(made).toEqual(['a', 'b', 'c', 'b'])
})
