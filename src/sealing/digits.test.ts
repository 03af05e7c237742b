import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDigit, hasGoodCheckDigit } from './digits.ts'

const nineteen = fc.stringMatching(/^[0-9]{19}$/)
const code = nineteen.map((digits) => digits + checkDigit(digits))

describe('the check digit', () => {
  it('is that of ISO/IEC 7064, MOD 11,10', () => {
    expect(checkDigit('0794')).toBe('5')
    // Published examples of two registers that use it: the German tax number and the Croatian OIB.
    for (const number of ['86095742719', '47036892816', '65929970489', '33392005961', '69435151530'])
      expect(hasGoodCheckDigit(number), number).toBe(true)
  })

  it('notices every single wrong digit', () => {
    fc.assert(
      fc.property(code, fc.nat(19), fc.integer({ min: 1, max: 9 }), (good, at, by) => {
        const wrong = [...good]
        wrong[at] = String((Number(wrong[at]) + by) % 10)
        expect(hasGoodCheckDigit(good)).toBe(true)
        expect(hasGoodCheckDigit(wrong.join(''))).toBe(false)
      }),
    )
  })

  it('notices nearly every swap of two neighbours', () => {
    const swaps = fc.sample(fc.tuple(code, fc.nat(18)), { numRuns: 2000, seed: 7 })
    const different = swaps.filter(([good, at]) => good[at] !== good[at + 1])
    const noticed = different.filter(([good, at]) => {
      const swapped = good.slice(0, at) + good[at + 1] + good[at] + good.slice(at + 2)
      return !hasGoodCheckDigit(swapped)
    })
    expect(noticed.length / different.length).toBeGreaterThan(0.97)
  })

  it('is no check digit of nothing, and none of letters', () => {
    for (const wrong of ['', '1', '12a', '１２', ' 07945'])
      expect(hasGoodCheckDigit(wrong), wrong).toBe(false)
  })
})
