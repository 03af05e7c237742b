import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { random, sha256, utf8 } from './bytes.ts'
import {
  checkDigit,
  codeWithoutScripts,
  groups,
  hasGoodCheckDigit,
  inGroups,
  makeNoticeNumber,
  makeQueryCode,
  noticeNumber,
  PBKDF2_ROUNDS,
  readDigits,
  stretch,
} from './query-code.ts'

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))
const code = digits(19).map((nineteen) => nineteen + checkDigit(nineteen))
const salt = new Uint8Array(16)

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

describe('a query code', () => {
  it('has twenty digits, a good check digit, and every digit as often as the others', () => {
    const codes = Array.from({ length: 2000 }, makeQueryCode)
    expect(codes.every((code) => /^\d{20}$/.test(code) && hasGoodCheckDigit(code))).toBe(true)
    const zeros = codes.join('').split('0').length / (codes.length * 20)
    expect(zeros).toBeGreaterThan(0.09)
    expect(zeros).toBeLessThan(0.11)
  })

  it('stands in five groups and is read back however it is typed', () => {
    const code = '12345678901234567897'
    expect(groups(code)).toEqual(['1234', '5678', '9012', '3456', '7897'])
    for (const typed of [
      '1234 5678 9012 3456 7897',
      '1234-5678.9012—3456·7897',
      '查询码：１２３４ ５６７８ ９０１２ ３４５６ ７８９７',
      '١٢٣٤ ٥٦٧٨ ٩٠١٢ ٣٤٥٦ ٧٨٩٧',
      '۱۲۳۴ ۵۶۷۸ ۹۰۱۲ ۳۴۵۶ ۷۸۹۷',
      '༡༢༣༤ ༥༦༧༨ ༩༠༡༢ ༣༤༥༦ ༧༨༩༧',
    ])
      expect(readDigits(typed), typed).toBe(code)
  })

  it('is written in groups while it is typed, and what has no digit as it was typed', () => {
    expect(inGroups('7111300453493107172')).toBe('7111 3004 5349 3107 172')
    expect(inGroups('７１１１-3004\n5')).toBe('7111 3004 5')
    expect(['', 'abc'].map(inGroups)).toEqual(['', 'abc'])
  })

  it('is stretched in one call that every runtime allows', () => {
    expect(PBKDF2_ROUNDS).toBeLessThanOrEqual(100_000)
  })

  it('gives a look-up and a key that tell nothing of each other, and others for another salt', async () => {
    const code = makeQueryCode()
    const [here, again, elsewhere] = await Promise.all([
      stretch(code, salt),
      stretch(code, salt),
      stretch(
        code,
        Uint8Array.from(salt, () => 1),
      ),
    ])
    expect(again).toEqual(here)
    expect(here.lookup).not.toEqual(here.key)
    expect(elsewhere.lookup).not.toEqual(here.lookup)
  })

  it('is not stretched when it cannot be one', async () => {
    for (const wrong of ['', '12345678901234567890', '07945', '１２３４５６７８９０１２３４５６７８９７'])
      await expect(stretch(wrong, salt)).rejects.toThrow(RangeError)
  })
})

describe('a query code without scripts', () => {
  const secret = random(32)
  const nonce = random(16)
  const token = '0123456789ABCDEF'

  it('is the same for the same form, and another when anything changes', async () => {
    const fields = await sha256(utf8('same'))
    const codes = await Promise.all([
      codeWithoutScripts(secret, nonce, token, fields),
      codeWithoutScripts(secret, nonce, token, fields),
      codeWithoutScripts(random(32), nonce, token, fields),
      codeWithoutScripts(secret, random(16), token, fields),
      codeWithoutScripts(secret, nonce, 'FEDCBA9876543210', fields),
      codeWithoutScripts(secret, nonce, token, await sha256(utf8('changed'))),
    ])
    expect(codes.every(hasGoodCheckDigit)).toBe(true)
    expect(codes.every((code) => code.length === 20)).toBe(true)
    expect(codes[1]).toBe(codes[0])
    expect(new Set(codes).size).toBe(5)
  })

  it('takes no nonce, token or digest of another length', async () => {
    const digest = random(32)
    await expect(codeWithoutScripts(secret, random(15), token, digest)).rejects.toThrow(RangeError)
    await expect(codeWithoutScripts(secret, nonce, 'SHORT', digest)).rejects.toThrow(RangeError)
    await expect(codeWithoutScripts(secret, nonce, token, random(31))).rejects.toThrow(RangeError)
  })
})

it('a notice number is five digits and their check digit', () => {
  expect(noticeNumber('00079')).toBe(`00079${checkDigit('00079')}`)
  expect(makeNoticeNumber()).toMatch(/^\d{6}$/)
  expect(hasGoodCheckDigit(makeNoticeNumber())).toBe(true)
  for (const wrong of ['1234', '123456', '1234a']) expect(() => noticeNumber(wrong)).toThrow(RangeError)
})
