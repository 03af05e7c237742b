import { crc32, deflateSync } from 'node:zlib'
import {
  type Bytes,
  be16,
  bytesOf,
  exif,
  le32,
  type Planted,
  riffChunk,
  uint32,
  xmp,
  zeros,
} from './planting.ts'

const segment = (marker: number, ...body: (string | number | Uint8Array)[]) => {
  const bytes = bytesOf(...body)
  return bytesOf(0xff, marker, be16(bytes.length + 2), bytes)
}

/** Eight times eight grey points: one table of each kind, with a single code. */
export const greyJpeg = (width = 8, height = 8, entropy: string | number | Uint8Array = 0x3f) =>
  bytesOf(
    ...[0xff, 0xd8],
    segment(0xe0, 'JFIF\0', 1, 2, 1, be16(96), be16(96), 0, 0),
    segment(0xdb, 0, new Uint8Array(64).fill(1)),
    segment(0xc0, 8, be16(height), be16(width), 1, 1, 0x11, 0),
    segment(0xc4, 0x00, 1, zeros(15), 0),
    segment(0xc4, 0x10, 1, zeros(15), 0),
    segment(0xda, 1, 1, 0, 0, 63, 0),
    entropy,
    ...[0xff, 0xd9],
  )

/** A JPEG as it comes from a phone, by way of an editor. */
export function plantJpeg(base: Bytes, planted: Planted): Bytes {
  const { mark } = planted
  const told = bytesOf(
    segment(0xe0, 'JFXX\0', 0x13, 1, 4, mark()),
    segment(0xe1, 'Exif\0\0', exif(planted)),
    segment(0xe1, 'Exif\0\0', exif(planted)),
    segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', xmp(planted)),
    segment(0xe1, 'http://ns.adobe.com/xmp/extension/\0', mark()),
    segment(0xe2, 'ICC_PROFILE\0', 1, 1, mark()),
    segment(0xe2, 'MPF\0', mark()),
    segment(0xe5, mark()),
    segment(0xeb, 'JP', mark()),
    segment(0xed, 'Photoshop 3.0\0', '8BIM', 4, 4, 0, 0, uint32(18), 0x1c, 2, 90, be16(12), mark(), 0),
    segment(0xee, 'Adobe', be16(100), be16(0), be16(0), 1, mark()),
    segment(0xfe, mark()),
  )
  // Behind the start and its JFIF; then junk before a table, a comment between scans, and what stands after the end.
  const at = 2 + 18
  const end = base.length - 2
  return bytesOf(
    ...[base.subarray(0, at), told, mark(), base.subarray(at, end)],
    ...[segment(0xfe, mark()), 0xff, 0xd9, mark(), base, mark(), 'SEFT'],
  )
}

const chunk = (name: string, ...body: (string | number | Uint8Array)[]) => {
  const named = bytesOf(name, ...body)
  return bytesOf(uint32(named.length - 4), named, uint32(crc32(named)))
}

export const greyPng = (width = 8, height = 8, pixels: Uint8Array = new Uint8Array((width + 1) * height)) =>
  bytesOf(
    '\x89PNG\r\n\x1a\n',
    chunk('IHDR', uint32(width), uint32(height), 8, 0, 0, 0, 0),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND'),
  )

export function plantPng(base: Bytes, planted: Planted, { animated = false } = {}): Bytes {
  const { mark } = planted
  const packed = () => deflateSync(bytesOf(mark()), { level: 0 })
  const told = bytesOf(
    chunk('gAMA', uint32(45455)),
    chunk('tEXt', 'Comment\0', mark()),
    chunk('zTXt', mark(), 0, 0, packed()),
    chunk('iTXt', 'XML:com.adobe.xmp\0\0\0\0\0', xmp(planted)),
    chunk('eXIf', exif(planted)),
    chunk('eXIf', exif(planted)),
    chunk('tIME', be16(2026), 5, 6, 7, 8, 9),
    chunk('iCCP', mark(), 0, 0, packed()),
    chunk('pHYs', mark()),
    chunk('sPLT', mark()),
    ...(animated ? [chunk('acTL', uint32(2), uint32(0), mark()), chunk('fdAT', uint32(1), mark())] : []),
    chunk('prVt', mark()),
    chunk('tRNS', mark(), new Uint8Array(500)),
  )
  const at = 8 + 25
  const end = base.length - 12
  return bytesOf(
    ...[base.subarray(0, at), told, base.subarray(at, end), chunk('tEXt', 'Author\0', mark())],
    ...[chunk('IDAT', mark()), base.subarray(end), mark(), base],
  )
}

/** What an encoder made gets the extended header, and everything that one can announce. */
export function plantWebp(base: Bytes, width: number, height: number, planted: Planted): Bytes {
  const { mark } = planted
  const size = (n: number) => le32(n - 1).subarray(0, 3)
  const at = ['VP8 ', 'VP8L'].map((name) => Buffer.from(base).indexOf(name, 12)).find((at) => at > 0) ?? 12
  const length = Buffer.from(base).readUInt32LE(at + 4)
  const image = riffChunk(
    String.fromCharCode(...base.subarray(at, at + 4)),
    base.subarray(at + 8, at + 8 + length),
  )
  const chunks = bytesOf(
    'WEBP',
    riffChunk('VP8X', bytesOf(0b0010_1100, 'abc', size(width), size(height))),
    riffChunk('ICCP', bytesOf(mark())),
    riffChunk('priv', bytesOf(mark(), 'x')),
    image,
    riffChunk('EXIF', exif(planted)),
    riffChunk('XMP ', xmp(planted)),
    riffChunk('priv', bytesOf(mark())),
  )
  return bytesOf('RIFF', le32(chunks.length), chunks, mark(), base)
}

/** The header of a lossless WebP, and then not a picture: enough for whoever only looks at chunks. */
export const emptyWebp = (kept: string, width = 8, height = 8) => {
  const size = le32((width - 1) | ((height - 1) << 14))
  const body = riffChunk('VP8L', bytesOf(0x2f, size, kept))
  return bytesOf('RIFF', le32(body.length + 4), 'WEBP', body)
}
