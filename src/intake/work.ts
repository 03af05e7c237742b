import {
  type Bytes,
  base64url,
  concat,
  fromBase64url,
  hex,
  random,
  sameBytes,
  uint32,
  utf8,
} from '../sealing/bytes.ts'
import { markOver } from '../sealing/mark.ts'

/**
 * One try of a phone: so many rounds of PBKDF2, which its own engine does as fast as anybody's who tries to be faster.
 */
const COST = 5000

/**
 * Tries at most, at each level of load: none at ordinary load, and in the end ten seconds of a phone six times slower
 * than an office PC. Twice the load is four times the work, and there are few levels: what is asked must not tell how
 * many have reported.
 */
export const TRIES = [0, 128, 512, 2048] as const
export type Level = 0 | 1 | 2 | 3

/** In seconds. */
const LASTS = 30 * 60

/** ALTCHA's challenge, version 2, whose prefix was made from one of the tries. */
export interface Challenge {
  parameters: {
    algorithm: string
    cost: number
    keyLength: number
    keyPrefix: string
    nonce: string
    salt: string
  }
  signature: string
}

/**
 * Work for whoever writes at this code. It takes one try to set and `most` at the most to do. Its signature covers the
 * key that will be found, so that nothing need be remembered of it and one look tells whether it was done.
 */
export async function setWork(secret: Bytes, token: string, most: number, now: Date): Promise<Challenge> {
  const made = concat(random(16), uint32(Math.floor(now.getTime() / 1000)))
  const salt = utf8(token)
  const [lot = 0] = crypto.getRandomValues(new Uint32Array(1))
  const password = concat(made, uint32(lot % most))
  const imported = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: COST }
  const key = hex(new Uint8Array(await crypto.subtle.deriveBits(how, imported, 256)))
  return {
    parameters: {
      algorithm: 'PBKDF2/SHA-256',
      cost: COST,
      keyLength: 32,
      keyPrefix: key.slice(0, 32),
      nonce: hex(made),
      salt: hex(salt),
    },
    signature: base64url(concat(made, await markOf(secret, token, made, key))),
  }
}

/** Work as it comes back: the challenge's signature and the key that was found, in hex. */
const DONE = /^[\w-]{48}[\da-f]{64}$/

/**
 * By what name work that was done is known to have been spent; undefined when it was not done, is another code's or too
 * old.
 */
export async function workDone(
  secret: Bytes,
  token: string,
  done: string | undefined,
  now: Date,
): Promise<string | undefined> {
  if (!done || !DONE.test(done)) return undefined
  const signature = fromBase64url(done.slice(0, 48))
  const [made, mark] = [signature.slice(0, 20), signature.slice(20)]
  if (!sameBytes(mark, await markOf(secret, token, made, done.slice(48)))) return undefined
  const age = Math.floor(now.getTime() / 1000) - new DataView(made.buffer).getUint32(16)
  return age >= 0 && age <= LASTS ? base64url(mark) : undefined
}

const markOf = (secret: Bytes, token: string, made: Bytes, key: string): Promise<Bytes> =>
  markOver(secret, 'work v1', [utf8(token), made, utf8(key)], 16)
