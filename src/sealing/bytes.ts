/** Bytes over memory of their own, as Web Crypto takes and gives them. */
export type Bytes = Uint8Array<ArrayBuffer>

export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text)
}

/** Keeps a byte order mark, so that what was read writes back to the same bytes. Throws TypeError when not UTF-8. */
export function fromUtf8(bytes: Bytes): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
}

export function concat(...parts: Uint8Array[]): Bytes {
  return joined(parts)
}

/** As `concat`, for more parts than a call takes arguments. */
export function joined(parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** A field of variable length: its length as 2 bytes, big-endian, in front. RangeError over 65,535 bytes. */
export function sized(part: Bytes | string): Bytes {
  const bytes = typeof part === 'string' ? utf8(part) : part
  if (bytes.length > 0xffff) throw new RangeError('a sized field holds at most 65,535 bytes')
  return concat(Uint8Array.of(bytes.length >> 8, bytes.length & 0xff), bytes)
}

/** A field of fixed length stands without a prefix, so its length is checked. RangeError otherwise. */
export function exactly(length: number, bytes: Bytes): Bytes {
  if (bytes.length !== length) throw new RangeError(`expected ${length} bytes, got ${bytes.length}`)
  return bytes
}

/** 4 bytes, big-endian. RangeError outside 0 … 2^32 - 1. */
export function uint32(n: number): Bytes {
  if (n !== n >>> 0) throw new RangeError(`${n} is no unsigned 32-bit number`)
  return Uint8Array.of(n >>> 24, n >>> 16, n >>> 8, n)
}

/** Two lower-case digits a byte. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** RFC 4648 §4, with padding. */
export function base64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 4096) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 4096))
  }
  return btoa(binary)
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const DIGITS = utf8(ALPHABET)

/** RFC 4648 §5, without padding. By hand, as what reads it: a page of the queue carries a hundred envelopes. */
export function base64url(bytes: Uint8Array): string {
  const digits = new Uint8Array(Math.ceil((bytes.length * 4) / 3))
  let at = 0
  for (let n = 0; n < bytes.length; n += 3) {
    // What lies beyond the last byte counts as nothing, and its digits fall beyond the end.
    const three = (byteAt(bytes, n) << 16) | (byteAt(bytes, n + 1) << 8) | byteAt(bytes, n + 2)
    for (let shift = 18; shift >= 0; shift -= 6) digits[at++] = byteAt(DIGITS, (three >> shift) & 63)
  }
  return ascii.decode(digits)
}

const ascii = new TextDecoder()
const byteAt = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0

const NO_DIGIT = 64
/** What each character stands for, by its code. By hand: a report on arrival spends most of its reading here. */
const VALUES = new Uint8Array(128).fill(NO_DIGIT)
for (const [value, character] of [...ALPHABET].entries()) VALUES[character.charCodeAt(0)] = value

/** RangeError for anything but the one spelling that `base64url` writes. */
export function fromBase64url(text: string): Bytes {
  if (text.length % 4 === 1) throw new RangeError('not base64url')
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let held = 0
  let bits = 0
  let at = 0
  for (let n = 0; n < text.length; n++) {
    const value = VALUES[text.charCodeAt(n)] ?? NO_DIGIT
    if (value === NO_DIGIT) throw new RangeError('not base64url')
    held = (held << 6) | value
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = held >> bits
    held &= (1 << bits) - 1
  }
  if (held !== 0) throw new RangeError('not canonical base64url')
  return bytes
}

/** Takes as long for the first difference as for the last. Lengths are no secret. */
export function sameBytes(a: Bytes, b: Bytes): boolean {
  let difference = a.length ^ b.length
  a.forEach((byte, at) => {
    difference |= byte ^ (b[at] ?? 0)
  })
  return difference === 0
}

/** At most 65,536 bytes at a time, a limit of Web Crypto. */
export function random(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length))
}

/** FIPS 180-4: 32 bytes. */
export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

/** HMAC-SHA256 (RFC 2104): 32 bytes. */
export async function hmac(key: Bytes, message: Bytes): Promise<Bytes> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const imported = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, message))
}

/** HKDF-SHA256 (RFC 5869) with an empty salt; `length` in bytes. */
export async function hkdf(secret: Bytes, info: Bytes | string, length = 32): Promise<Bytes> {
  const algorithm = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: typeof info === 'string' ? utf8(info) : info,
  }
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, length * 8))
}
