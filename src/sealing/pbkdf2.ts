import { type Bytes, utf8 } from './bytes.ts'

/** In one call: Workers refuse more in production. */
export const PBKDF2_ROUNDS = 100_000

/** PBKDF2-HMAC-SHA256 (RFC 8018): 32 bytes. */
export async function pbkdf2(secret: string, salt: Bytes): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', utf8(secret), 'PBKDF2', false, ['deriveBits'])
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: PBKDF2_ROUNDS }
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, 256))
}
