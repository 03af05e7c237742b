import { argon2id } from 'hash-wasm'
import { base64url } from '../../src/sealing/bytes.ts'

interface Cost {
  m: number
  t: number
  p: number
  dkLen: number
}

const derived = new Map<string, Promise<Uint8Array>>()

/**
 * Stands in for `@noble/hashes/argon2.js` wherever the cast plays on Node: the same Argon2id in WebAssembly, which our
 * pages may not run, for a quarter of the processor's time; and once for everybody who comes back with a password.
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

  function derive() {
    const cost = { memorySize: m, iterations: t, parallelism: p, hashLength: dkLen }
    return argon2id({ password, salt, ...cost, outputType: 'binary' })
  }
}
