import { fromBase64url, fromUtf8, utf8 } from '../sealing/bytes.ts'

/** As `sealToPassphrase` writes it. */
interface Sealed {
  key: { rounds: number; salt: string }
  cipher: { iv: string }
  sealed: string
}

export type Unsealed = { packed: unknown } | { why: 'wrong' | 'tooOld' }

/** What is in the file, or that the passphrase is another. Throws when the file is broken. */
export async function openSealed(file: string, passphrase: string): Promise<Unsealed> {
  // Its type promises it, and an old browser lacks it.
  if (!('subtle' in crypto)) return { why: 'tooOld' }
  const { key, cipher, sealed } = JSON.parse(file) as Sealed
  const bytes = fromBase64url(sealed)
  const typed = utf8(passphrase.normalize('NFKC').trim())
  const secret = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  const salt = fromBase64url(key.salt)
  const stretching = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: key.rounds }
  const aes = { name: 'AES-GCM', length: 256 }
  const opener = await crypto.subtle.deriveKey(stretching, secret, aes, false, ['decrypt'])
  const how = { name: 'AES-GCM', iv: fromBase64url(cipher.iv) }
  const plain = await crypto.subtle.decrypt(how, opener, bytes).catch(() => undefined)
  return plain ? { packed: JSON.parse(fromUtf8(new Uint8Array(plain))) } : { why: 'wrong' }
}
