import fc from 'fast-check'
import { expect, it } from 'vitest'
import { crockford, readCrockford } from './base32.ts'

const tenBytes = fc.uint8Array({ minLength: 10, maxLength: 10 }).map((bytes) => Uint8Array.from(bytes))

it('writes 80 bits as 16 characters', () => {
  expect(crockford(Uint8Array.of(0, 0, 0, 0, 0, 255, 255, 255, 255, 255))).toBe('00000000ZZZZZZZZ')
  expect(crockford(Uint8Array.of(0x00, 0x44, 0x32, 0x14, 0xc7))).toBe('01234567')
  expect(() => crockford(new Uint8Array(4))).toThrow(RangeError)
})

it('reads what it wrote, in lower case, in groups and in full-width letters too', () => {
  fc.assert(
    fc.property(tenBytes, (bytes) => {
      const token = crockford(bytes)
      const fullWidth = token.replace(/./g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
      const grouped = token.toLowerCase().replace(/(.{4})(?=.)/g, '$1 - ')
      expect([token, grouped, fullWidth].map(readCrockford)).toEqual([token, token, token])
    }),
  )
})

it('forgives O, I and L, and nothing else', () => {
  expect(readCrockford('oil')).toBe('011')
  for (const wrong of ['', ' - ', 'U', 'A.B', '村']) expect(readCrockford(wrong), wrong).toBeUndefined()
})
