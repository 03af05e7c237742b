import { expect, test } from 'vitest'
import { atLeast, atMost, beside, jsonOf, lineOf } from './figure.ts'
import { median, quantile } from './spread.ts'

test('a figure is kept up to its budget and missed beyond it', () => {
  const figure = (value: number) => ({ name: 'start', value, unit: 's' })
  expect(atMost(0.7, figure(0.7)).ok).toBe(true)
  expect(atMost(0.7, figure(0.71)).ok).toBe(false)
  expect(atLeast(340, figure(340)).ok).toBe(true)
  expect(atLeast(340, figure(339)).ok).toBe(false)
  expect(atMost(4, figure(Number.NaN)).ok).toBe(false)
  expect(beside(figure(1e9)).ok).toBe(true)
})

test('a line shows which way a budget binds and whether it was missed; JSON has the six agreed names', () => {
  const missed = atMost(150, { name: 'open-50', value: 235.4567, unit: 'ms', limit: 3.5 })
  expect(lineOf(missed).split(/\s+/).filter(Boolean)).toEqual('open-50 235 ms 3.5 ≤ 150 MISSED'.split(' '))
  const json = { name: 'open-50', value: 235.5, unit: 'ms', limit: 3.5, budget: 150, ok: false }
  expect(JSON.parse(jsonOf(missed))).toEqual(json)
})

test('a quantile is a value that was measured', () => {
  const hundred = Array.from({ length: 100 }, (_, n) => 100 - n)
  expect(quantile(hundred, 0.99)).toBe(99)
  expect(median([3, 1, 2])).toBe(2)
  expect(median([5])).toBe(5)
  expect(() => median([])).toThrow('nothing was measured')
})
