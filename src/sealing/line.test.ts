import fc from 'fast-check'
import { expect, it } from 'vitest'
import { body } from '../../test/cast/sealing.ts'
import { makeLine } from './line.ts'
import { LINE, readFields } from './report-fields.ts'

const sentenceOf = (text: string) => readFields(LINE, makeLine({ ...body, text }, 508)).text

it('holds the first sentence', () => {
  expect(sentenceOf('  路没有修！真的。')).toBe('路没有修！')
  expect(sentenceOf('3.5 mu were taken. Nobody paid.')).toBe('3.5 mu were taken.')
  expect(sentenceOf('first line\nsecond')).toBe('first line')
  expect(sentenceOf('')).toBe('')
})

it('is cut at 120 characters, and never inside one', () => {
  expect(sentenceOf('村'.repeat(200))).toBe('村'.repeat(120))
  const riders = sentenceOf('🏇'.repeat(200))
  expect(riders).toBe('🏇'.repeat([...riders].length))
})

it('fits whatever is written', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 300 })
  fc.assert(
    fc.property(fc.oneof(text, fc.constantFrom('\u0001'.repeat(200), '"'.repeat(200))), (text) => {
      expect(makeLine({ ...body, text }, 508).length).toBeLessThanOrEqual(508)
      expect(text.trim().startsWith(sentenceOf(text))).toBe(true)
    }),
  )
})
