import { argon2id } from 'hash-wasm'

interface Cost {
  m: number
  t: number
  p: number
  dkLen: number
}

/**
 * Stands in for `@noble/hashes/argon2.js` wherever the cast plays on Node: the same Argon2id in WebAssembly, which our
 * pages may not run, for a quarter of the processor's time. Browsers in the tests run what is shipped.
 */
export const argon2idAsync = (password: Uint8Array, salt: Uint8Array, { m, t, p, dkLen }: Cost) =>
  argon2id({
    ...{ password, salt, outputType: 'binary' },
    ...{ memorySize: m, iterations: t, parallelism: p, hashLength: dkLen },
  })
