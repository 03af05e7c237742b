import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  base64url,
  concat,
  exactly,
  fromBase64url,
  fromUtf8,
  hex,
  hkdf,
  hmac,
  random,
  sameBytes,
  sha256,
  sized,
  uint32,
  utf8,
} from './bytes.ts'
import { sha256Now } from './sha256-now.ts'

const fromHex = (text: string) =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const anyBytes = fc.uint8Array({ maxLength: 70 }).map((bytes) => Uint8Array.from(bytes))

describe('fields', () => {
  it('carry their length in two bytes, counted in bytes and not in characters', () => {
    expect([...sized('村')]).toEqual([0, 3, 0xe6, 0x9d, 0x91])
    expect(sized(new Uint8Array(65_535))).toHaveLength(65_537)
    expect(() => sized(new Uint8Array(65_536))).toThrow(RangeError)
  })

  it('of fixed length are refused at any other length', () => {
    expect(exactly(2, utf8('ok'))).toEqual(utf8('ok'))
    expect(() => exactly(3, utf8('no'))).toThrow(RangeError)
  })

  it('cannot be shifted into each other', () => {
    fc.assert(
      fc.property(anyBytes, anyBytes, anyBytes, anyBytes, (a, b, c, d) => {
        const same = sameBytes(a, c) && sameBytes(b, d)
        expect(sameBytes(concat(sized(a), sized(b)), concat(sized(c), sized(d)))).toBe(same)
      }),
    )
  })

  it('hold unsigned 32-bit numbers and no others', () => {
    expect([...uint32(0x01020304)]).toEqual([1, 2, 3, 4])
    expect([...uint32(0xffffffff)]).toEqual([255, 255, 255, 255])
    for (const wrong of [-1, 2 ** 32, 1.5, Number.NaN]) expect(() => uint32(wrong)).toThrow(RangeError)
  })
})

describe('text', () => {
  it('comes back as it was, byte order mark included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fromUtf8(utf8(text))).toBe(text)
      }),
    )
    expect(fromUtf8(utf8('\ufeff路'))).toBe('\ufeff路')
  })

  it('that is not UTF-8 is refused', () => {
    expect(() => fromUtf8(Uint8Array.of(0xe6, 0x9d))).toThrow(TypeError)
  })
})

describe('base64url', () => {
  it('brings back every byte string', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        expect(fromBase64url(base64url(bytes))).toEqual(bytes)
      }),
    )
  })

  it('agrees with RFC 4648 §10, and at its own two digits', () => {
    for (const [text, spelled] of [
      ['', ''],
      ['f', 'Zg'],
      ['fo', 'Zm8'],
      ['foo', 'Zm9v'],
      ['foobar', 'Zm9vYmFy'],
    ])
      expect(base64url(utf8(text ?? ''))).toBe(spelled)
    expect(base64url(Uint8Array.of(0xfb, 0xff, 0xfe))).toBe('-__-')
  })

  it('has one spelling only', () => {
    for (const other of ['QQ==', 'QR', 'Q', 'QQ\n', 'Q+', 'Q/', '村'])
      expect(() => fromBase64url(other), other).toThrow(RangeError)
  })
})

describe('comparing', () => {
  it('sees a difference anywhere, in length too', () => {
    expect(sameBytes(utf8('abc'), utf8('abc'))).toBe(true)
    for (const other of ['bbc', 'abd', 'ab', 'abcd', ''])
      expect(sameBytes(utf8('abc'), utf8(other))).toBe(false)
    expect(sameBytes(Uint8Array.of(1, 0), Uint8Array.of(1))).toBe(false)
  })
})

describe('hashes', () => {
  it('agree with FIPS 180-2 on SHA-256', async () => {
    const expected = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    expect(hex(await sha256(utf8('abc')))).toBe(expected)
    expect(hex(sha256Now(utf8('abc')))).toBe(expected)
  })

  it('agree with RFC 4231, case 2, on HMAC', async () => {
    const expected = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'
    expect(hex(await hmac(utf8('Jefe'), utf8('what do ya want for nothing?')))).toBe(expected)
  })

  it('agree with RFC 5869, case 3, on HKDF with an empty salt', async () => {
    const secret = fromHex('0b'.repeat(22))
    const expected = '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8'
    expect(hex(await hkdf(secret, '', 42))).toBe(expected)
  })
})

it('random bytes do not repeat', () => {
  expect(random(16)).toHaveLength(16)
  expect(random(16)).not.toEqual(random(16))
})
