import type { Bytes } from '../sealing/bytes.ts'

/** CRC-32 as PNG counts it (ISO 3309, reflected). */
export function crc32(bytes: Bytes): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ (REFLECTED[(crc ^ byte) & 0xff] ?? 0)
  return ~crc >>> 0
}

/** CRC-32 as Ogg counts it (RFC 3533 §6): the highest bit first, from zero, and not turned over at the end. */
export function oggCrc(bytes: Bytes): number {
  let crc = 0
  for (const byte of bytes) crc = (crc << 8) ^ (STRAIGHT[(crc >>> 24) ^ byte] ?? 0)
  return crc >>> 0
}

const table = (start: (n: number) => number, step: (crc: number) => number) =>
  Uint32Array.from({ length: 256 }, (_, n) => {
    let crc = start(n)
    for (let bit = 0; bit < 8; bit++) crc = step(crc)
    return crc
  })

const REFLECTED = table(
  (n) => n,
  (crc) => (crc & 1 ? 0xedb88320 : 0) ^ (crc >>> 1),
)
const STRAIGHT = table(
  (n) => n << 24,
  (crc) => (crc & 0x80000000 ? 0x04c11db7 : 0) ^ (crc << 1),
)
