import { describe, expect, test } from 'vitest'
import { makeRecoverySecret, setName, sheetRows, splitSecret } from '../sealing/recovery.ts'
import { readSheets } from './typed-sheets.ts'

const [made, earlier] = await Promise.all([
  splitSecret(makeRecoverySecret()),
  splitSecret(makeRecoverySecret()),
])
const set = setName(made[0]!.set)
const [one = [], two = []] = made.map(sheetRows)
const [old = [], older = []] = earlier.map(sheetRows)
const swapped = [one[1]!, one[0]!, ...one.slice(2)]

describe('two typed sheets', () => {
  test('are read in either order', () => {
    expect(readSheets([two, one], set)).toEqual([made[1], made[0]])
  })

  test.each([
    ['the first with two rows swapped', [swapped, two], { wrong: 'order', n: 1 }],
    ['the second with a row of another', [two, swapped], { wrong: 'order', n: 2 }],
    ['the same one twice', [one, one], { wrong: 'twice' }],
    ['of two sets', [one, old], { wrong: 'apart' }],
    ['of another office', [old, older], { wrong: 'foreign' }],
  ])('are refused: %s', (_, typed, wrong) => {
    expect(readSheets(typed, set)).toEqual(wrong)
  })
})
