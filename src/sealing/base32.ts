import type { Bytes } from './bytes.ts'

/** Crockford's alphabet leaves out I, L, O (taken for 1 and 0) and U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 5 bits a character, upper case: 80 bits become 16 characters. RangeError unless a multiple of 5 bytes. */
export function crockford(bytes: Bytes): string {
  if (bytes.length % 5 !== 0) throw new RangeError('base32 here takes whole groups of 5 bytes')
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += ALPHABET[(held >> bits) & 31]
    }
  }
  return text
}

/**
 * What a person typed or an address carried, in the one spelling `crockford` writes: upper case, O as 0, I and L as
 * 1, full-width letters narrowed, spaces and hyphens dropped. `undefined` when another character is left, or none.
 */
export function readCrockford(text: string): string | undefined {
  const read = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]+$/.test(read) ? read : undefined
}
