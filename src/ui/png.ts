import { type Bytes, concat, uint32, utf8 } from '../sealing/bytes.ts'

/**
 * A black and white picture as a PNG (ISO/IEC 15948), one bit a pixel. It is stored and not compressed: a few lines
 * that run in every browser without a canvas, for pictures of at most a few hundred kilobytes.
 */
export function png(width: number, height: number, isDark: (x: number, y: number) => boolean): Bytes {
  const line = 1 + Math.ceil(width / 8)
  const rows = new Uint8Array(line * height).fill(0xff)
  for (let y = 0; y < height; y++) {
    rows[y * line] = 0 // no filter
    for (let x = 0; x < width; x++) {
      if (isDark(x, y)) rows[y * line + 1 + (x >> 3)]! &= ~(0x80 >> (x & 7))
    }
  }
  const header = concat(uint32(width), uint32(height), Uint8Array.of(1, 0, 0, 0, 0))
  return concat(SIGNATURE, chunk('IHDR', header), chunk('IDAT', zlib(rows)), chunk('IEND', new Uint8Array()))
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

function chunk(type: string, data: Bytes): Bytes {
  const named = concat(utf8(type), data)
  return concat(uint32(data.length), named, uint32(crc32(named)))
}

/** RFC 1950 around stored blocks of RFC 1951, each of at most 65,535 bytes. */
function zlib(data: Bytes): Bytes {
  const blocks: Bytes[] = [Uint8Array.of(0x78, 0x01)]
  for (let at = 0; at < data.length; at += 0xffff) {
    const block = data.subarray(at, at + 0xffff)
    const { length } = block
    const last = at + length === data.length ? 1 : 0
    blocks.push(Uint8Array.of(last, length, length >> 8, ~length, ~length >> 8), block)
  }
  return concat(...blocks, uint32(adler32(data)))
}

function adler32(data: Uint8Array): number {
  let a = 1
  let b = 0
  for (const byte of data) {
    a = (a + byte) % 65521
    b = (b + a) % 65521
  }
  return b * 65536 + a
}

function crc32(data: Uint8Array): number {
  let crc = -1
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1))
  }
  return ~crc >>> 0
}
