import { argon2idAsync } from '@noble/hashes/argon2.js'
import { type Bytes, exactly, hkdf, utf8 } from './bytes.ts'
import { makeQueryCode } from './query-code.ts'

/** RFC 9106 with 19 MiB, two passes, one lane. About half a second on an office PC. */
const ARGON2 = { m: 19_456, t: 2, p: 1, dkLen: 32 }

/** `prover` goes to the server, which keeps its hash; `unwrapper` opens the user keys and stays in the browser. */
export type StretchedPassword = { prover: Bytes; unwrapper: Bytes }

/** `salt`: the person's 16 bytes. The same password typed on another keyboard gives the same keys (NFKC, trimmed). */
export async function stretchPassword(password: string, salt: Bytes): Promise<StretchedPassword> {
  const typed = utf8(password.normalize('NFKC').trim())
  const stretched = new Uint8Array(await argon2idAsync(typed, exactly(16, salt), ARGON2))
  const [prover, unwrapper] = await Promise.all([hkdf(stretched, 'prove v1'), hkdf(stretched, 'unwrap v1')])
  return { prover, unwrapper }
}

/** Two rows of 20 digits, each ending in a check digit: 126 bits. Stretched like a password, as 40 bare digits. */
export function makeRecoveryCode(): string {
  return makeQueryCode() + makeQueryCode()
}
