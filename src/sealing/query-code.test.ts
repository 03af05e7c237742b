import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { random, sha256, utf8 } from './bytes.ts'
import { hasGoodCheckDigit, readDigits, withCheckDigit } from './digits.ts'
import { PBKDF2_ROUNDS } from './pbkdf2.ts'
import { codeWithoutScripts, groups, inGroups, makeQueryCode, stretch } from './query-code.ts'

const salt = new Uint8Array(16)
const typedCode = fc.stringMatching(/^[0-9]{19}$/).map(withCheckDigit)

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

  it('is read back with anything between its digits, and in digits of any width or script', () => {
    const between = fc.array(fc.constantFrom('', ' ', '  ', '　', '-', '—', '.', '·', '\n', '码', 'x'), {
      minLength: 21,
      maxLength: 21,
    })
    const zeros = fc.array(fc.constantFrom('0', '０', '٠', '۰', '༠', '᠐'), { minLength: 20, maxLength: 20 })
    fc.assert(
      fc.property(typedCode, between, zeros, (code, gaps, scripts) => {
        const digits = [...code].map((digit, at) =>
          String.fromCharCode((scripts[at] ?? '0').charCodeAt(0) + Number(digit)),
        )
        const typed = gaps.map((gap, at) => gap + (digits[at] ?? '')).join('')
        expect(readDigits(typed)).toBe(code)
        expect(readDigits(inGroups(typed))).toBe(code)
        expect(groups(readDigits(typed)).join('')).toBe(code)
      }),
    )
  })

  it('with one digit wrong is never stretched, so that nothing is asked of the server', async () => {
    await fc.assert(
      fc.asyncProperty(typedCode, fc.nat(19), fc.integer({ min: 1, max: 9 }), async (code, at, by) => {
        const wrong = [...code]
        wrong[at] = String((Number(wrong[at]) + by) % 10)
        await expect(stretch(wrong.join(''), salt)).rejects.toThrow(RangeError)
      }),
    )
  })

  it('stands in nothing that the server is asked by, whole or in groups, as digits or as bytes', async () => {
    await fc.assert(
      fc.asyncProperty(typedCode, async (code) => {
        const lookup = Buffer.from((await stretch(code, salt)).lookup)
        expect(lookup).toHaveLength(32)
        const sent = [lookup.toString('hex'), lookup.toString('base64url'), lookup.toString('latin1')].join()
        const packed = Buffer.from(code, 'hex').toString('latin1')
        for (const told of [code, code.slice(0, 19), inGroups(code), packed]) expect(sent).not.toContain(told)
      }),
      { numRuns: 5 },
    )
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

  it('is a good one whatever was sent, and the same when it is sent again', async () => {
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
    const tokens = fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{16}$/)
    await fc.assert(
      fc.asyncProperty(bytes(32), bytes(16), tokens, bytes(32), async (secret, nonce, token, digest) => {
        const [own, form, fields] = [secret, nonce, digest].map((some) => Uint8Array.from(some))
        const code = await codeWithoutScripts(own!, form!, token, fields!)
        expect(code).toMatch(/^\d{20}$/)
        expect(hasGoodCheckDigit(code)).toBe(true)
        expect(await codeWithoutScripts(own!, form!, token, fields!)).toBe(code)
      }),
      { numRuns: 50 },
    )
  })

  it('takes no nonce, token or digest of another length', async () => {
    const digest = random(32)
    await expect(codeWithoutScripts(secret, random(15), token, digest)).rejects.toThrow(RangeError)
    await expect(codeWithoutScripts(secret, nonce, 'SHORT', digest)).rejects.toThrow(RangeError)
    await expect(codeWithoutScripts(secret, nonce, token, random(31))).rejects.toThrow(RangeError)
  })
})
