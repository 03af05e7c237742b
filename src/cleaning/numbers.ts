import type { Bytes } from '../sealing/bytes.ts'

// Numbers as files spell them. What lies past the end of the bytes reads as zero.

export const be16 = (bytes: Bytes, at = 0) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
export const be32 = (bytes: Bytes, at = 0) => be16(bytes, at) * 0x1_00_00 + be16(bytes, at + 2)
/** Exact up to 2^53, which no file reaches. */
export const be64 = (bytes: Bytes, at = 0) => be32(bytes, at) * 2 ** 32 + be32(bytes, at + 4)
export const le16 = (bytes: Bytes, at = 0) => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
export const le32 = (bytes: Bytes, at = 0) => le16(bytes, at) + le16(bytes, at + 2) * 0x1_00_00

/** Big-endian, of `width` bytes up to 8. */
export function beOf(bytes: Bytes, at: number, width: number): number {
  let n = 0
  for (let i = 0; i < width; i++) n = n * 256 + (bytes[at + i] ?? 0)
  return n
}

/** Four characters that name a box, a chunk, a brand. */
export const word = (bytes: Bytes, at = 0, length = 4) =>
  String.fromCharCode(...bytes.subarray(at, at + length))

/** Bytes of a text of Latin-1. */
export const latin = (text: string): Bytes => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

export function put32(bytes: Bytes, at: number, n: number) {
  for (let i = 0; i < 4; i++) bytes[at + i] = n >>> (24 - 8 * i)
}
