import { expect, it } from 'vitest'
import { checkDigit, hasGoodCheckDigit } from './digits.ts'
import { makeNoticeNumber, noticeNumber } from './notice-number.ts'

it('a notice number is five digits and their check digit', () => {
  expect(noticeNumber('00079')).toBe(`00079${checkDigit('00079')}`)
  expect(makeNoticeNumber()).toMatch(/^\d{6}$/)
  expect(hasGoodCheckDigit(makeNoticeNumber())).toBe(true)
  for (const wrong of ['1234', '123456', '1234a']) expect(() => noticeNumber(wrong)).toThrow(RangeError)
})
