import { type Bytes, base64url, concat, fromBase64url, random, sameBytes, utf8 } from '../sealing/bytes.ts'
import { markOver } from '../sealing/mark.ts'

/** Sooner than this nobody has filled in a form; later, the page has lain open for more than a day. In seconds. */
const SOONEST = 2
const LATEST = 26 * 3600

/**
 * The nonce of a form without scripts says when its page was made, as only this server can: 16 random bytes, the
 * second in four, and a mark over both and the code. It is sent and never kept.
 */
export async function stampedNonce(secret: Bytes, token: string, now: Date): Promise<string> {
  const at = new Uint8Array(4)
  new DataView(at.buffer).setUint32(0, Math.floor(now.getTime() / 1000))
  const made = concat(random(16), at)
  return base64url(concat(made, await markOf(secret, token, made)))
}

/** Whether a person may have filled in the form with this nonce since. If not it is held, never refused. */
export async function isTimely(secret: Bytes, token: string, nonce: unknown, now: Date): Promise<boolean> {
  if (typeof nonce !== 'string' || !/^[\w-]{48}$/.test(nonce)) return false
  const bytes = fromBase64url(nonce)
  const made = bytes.slice(0, 20)
  if (!sameBytes(bytes.slice(20), await markOf(secret, token, made))) return false
  const age = now.getTime() / 1000 - new DataView(made.buffer).getUint32(16)
  return age >= SOONEST && age <= LATEST
}

const markOf = (secret: Bytes, token: string, made: Bytes): Promise<Bytes> =>
  markOver(secret, 'form made v1', [utf8(token), made], 16)
