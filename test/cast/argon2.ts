import { hashRaw } from '@node-rs/argon2'
import { base64url } from '../../src/sealing/bytes.ts'

interface Cost {
  m: number
  t: number
  p: number
  dkLen: number
}

/** Of the three kinds of Argon2, by its number. */
const ARGON2ID = 2

const derived = new Map<string, Promise<Uint8Array>>()

/**
 * Stands in for `@noble/hashes/argon2.js` wherever the cast plays on Node: the same Argon2id as a program of
 * the machine's own, for an eighth of the processor's time; and once for everybody who comes back with a password.
 * Browsers in the tests run what is shipped.
 */
export function argon2idAsync(
  password: Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
  { m, t, p, dkLen }: Cost,
): Promise<Uint8Array> {
  const asked = [base64url(password), base64url(salt), m, t, p, dkLen].join()
  const key = derived.get(asked) ?? derive()
  derived.set(asked, key)
  return key

  async function derive() {
    const cost = { memoryCost: m, timeCost: t, parallelism: p, outputLen: dkLen }
    return new Uint8Array(await hashRaw(password, { salt, ...cost, algorithm: ARGON2ID }))
  }
}
