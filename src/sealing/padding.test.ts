import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { utf8 } from './bytes.ts'
import { padme, padText, padTo, unpad } from './padding.ts'

describe('text', () => {
  it('takes 1, 4, 16 or 64 KiB, its length included', () => {
    const sizes = [0, 1020, 1021, 4092, 4093, 16_380, 16_381, 65_532].map(
      (n) => padText(new Uint8Array(n)).length,
    )
    expect(sizes).toEqual([1024, 1024, 4096, 4096, 16_384, 16_384, 65_536, 65_536])
    expect(() => padText(new Uint8Array(65_533))).toThrow(RangeError)
  })

  it('comes back whole', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (plain) => {
        const bytes = Uint8Array.from(plain)
        expect(unpad(padText(bytes))).toEqual(bytes)
        expect(unpad(padTo(5004, bytes))).toEqual(bytes)
      }),
      { numRuns: 50 },
    )
  })

  it('does not fit where it is too long', () => {
    expect(padTo(8, utf8('1234'))).toHaveLength(8)
    expect(() => padTo(7, utf8('1234'))).toThrow(RangeError)
  })
})

describe('padding of another kind', () => {
  it('is refused: a length beyond the end, something after the end, no length at all', () => {
    const beyond = padTo(16, utf8('1234'))
    beyond[3] = 13
    const hidden = padTo(16, utf8('1234'))
    hidden[15] = 1
    const huge = new Uint8Array(16).fill(255)
    for (const wrong of [beyond, hidden, huge, new Uint8Array(3)])
      expect(() => unpad(wrong)).toThrow(RangeError)
  })
})

describe('Padmé', () => {
  it('rounds as the paper does', () => {
    expect([0, 1, 2, 8, 9, 100, 1000, 1_000_000, 5_000_001].map(padme)).toEqual([
      0, 1, 2, 8, 10, 104, 1024, 1_015_808, 5_111_808,
    ])
  })

  it('never shrinks, never adds more than 12 %, and settles at once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (length) => {
        const padded = padme(length)
        expect(padded).toBeGreaterThanOrEqual(length)
        expect(padded).toBeLessThanOrEqual(length * 1.12)
        expect(padme(padded)).toBe(padded)
      }),
    )
  })
})
