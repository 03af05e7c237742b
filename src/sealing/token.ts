import { crockford } from './base32.ts'
import { type Bytes, concat, exactly, sha256, utf8 } from './bytes.ts'

/**
 * What a printed code pins: 16 characters, the first 80 bits of a hash over the office root's 65-byte public key and
 * the code's own 16-byte salt.
 */
export async function intakeToken(root: Bytes, salt: Bytes): Promise<string> {
  const hash = await sha256(concat(utf8('mashang intake code v1'), exactly(65, root), exactly(16, salt)))
  return crockford(hash.slice(0, 10))
}
