import { describe, expect, it } from 'vitest'
import { hasGoodCheckDigit } from './digits.ts'
import { makeRecoveryCode, stretchPassword } from './password.ts'

const salt = new Uint8Array(16)

describe('a password', () => {
  it('gives a prover and an unwrapper that tell nothing of each other, however it is typed', async () => {
    const here = await stretchPassword('清水 pass 2025', salt)
    const typedOtherwise = await stretchPassword(' 清水 ｐａｓｓ ２０２５\u3000', salt)
    expect(typedOtherwise).toEqual(here)
    expect(here.prover).toHaveLength(32)
    expect(here.unwrapper).not.toEqual(here.prover)
  })

  it('takes a salt of 16 bytes', async () => {
    await expect(stretchPassword('清水', new Uint8Array(8))).rejects.toThrow(RangeError)
  })
})

it('a recovery code is two rows of 20 digits, each with its check digit', () => {
  const code = makeRecoveryCode()
  expect(code).toMatch(/^\d{40}$/)
  expect([code.slice(0, 20), code.slice(20)].every(hasGoodCheckDigit)).toBe(true)
})
