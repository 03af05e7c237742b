import { describe, expect, it } from 'vitest'
import { random, sha256, utf8 } from './bytes.ts'
import { hasGoodCheckDigit, readDigits } from './digits.ts'
import { PBKDF2_ROUNDS } from './pbkdf2.ts'
import { codeWithoutScripts, groups, inGroups, makeQueryCode, stretch } from './query-code.ts'

const salt = new Uint8Array(16)

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
