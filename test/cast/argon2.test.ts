import { expect, it } from 'vitest'
import { argon2idAsync as shipped } from '../../node_modules/@noble/hashes/argon2.js'
import { random, utf8 } from '../../src/sealing/bytes.ts'
import { argon2idAsync } from './argon2.ts'

it('a password is stretched by the cast to what a browser stretches it to', async () => {
  const [password, salt] = [utf8('清水 pass 2025'), random(16)]
  for (const cost of [
    { m: 19_456, t: 2, p: 1, dkLen: 32 },
    { m: 64, t: 1, p: 2, dkLen: 16 },
  ])
    expect(await argon2idAsync(password, salt, cost)).toEqual(await shipped(password, salt, cost))
})
