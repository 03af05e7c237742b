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

/** When a form came back: sooner than anybody fills one in, in time, or after its page has lain open for days. */
export type Stamp = 'hasty' | 'timely' | 'late'

/** When the form with this nonce came back; of a nonce that is not ours nothing is known. */
export async function stampOf(
  secret: Bytes,
  token: string,
  nonce: unknown,
  now: Date,
): Promise<Stamp | undefined> {
  if (typeof nonce !== 'string' || !/^[\w-]{48}$/.test(nonce)) return undefined
  const bytes = fromBase64url(nonce)
  const made = bytes.slice(0, 20)
  if (!sameBytes(bytes.slice(20), await markOf(secret, token, made))) return undefined
  const age = now.getTime() / 1000 - new DataView(made.buffer).getUint32(16)
  if (age < SOONEST) return 'hasty'
  return age <= LATEST ? 'timely' : 'late'
}

const markOf = (secret: Bytes, token: string, made: Bytes): Promise<Bytes> =>
  markOver(secret, 'form made v1', [utf8(token), made], 16)
