import { type Bytes, base64url, random, utf8 } from './bytes.ts'

/** What OWASP asks of PBKDF2-HMAC-SHA256. In browsers only: Workers refuse so many. */
const ROUNDS = 600_000

/**
 * Seals to a passphrase, as a JSON file that says itself how it is opened: whoever gets it has none of our software,
 * and opens it with what every browser and OpenSSL can do.
 */
export async function sealToPassphrase(plain: Bytes, passphrase: string): Promise<string> {
  const [salt, iv] = [random(16), random(12)]
  const typed = utf8(passphrase.normalize('NFKC').trim())
  const secret = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  const stretching = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS }
  const aes = { name: 'AES-GCM', length: 256 }
  const key = await crypto.subtle.deriveKey(stretching, secret, aes, false, ['encrypt'])
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain))
  return JSON.stringify({
    format: 'sealed-to-passphrase-1',
    bytes: 'base64url',
    key: { name: 'PBKDF2-HMAC-SHA256', passphrase: 'NFKC, trimmed', rounds: ROUNDS, salt: base64url(salt) },
    cipher: { name: 'AES-256-GCM', iv: base64url(iv), tag: 'the last 16 bytes' },
    sealed: base64url(sealed),
  })
}
