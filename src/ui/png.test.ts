import { inflateSync, crc32 as nodeCrc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { png } from './png.ts'

describe('a picture', () => {
  it('holds exactly the pixels that were dark, whatever its size', () => {
    const sizes = fc.tuple(
      fc.integer({ min: 1, max: 70 }),
      fc.integer({ min: 1, max: 70 }),
      fc.infiniteStream(fc.boolean()),
    )
    fc.assert(
      fc.property(sizes, ([width, height, stream]) => {
        const pixels = Array.from({ length: width * height }, () => stream.next().value === true)
        const read = decode(png(width, height, (x, y) => pixels[y * width + x] === true))
        expect(read).toEqual({ width, height, pixels })
      }),
      { numRuns: 60 },
    )
  })

  it('is whole when it needs more than one stored block', () => {
    const width = 1000
    const height = 900
    const read = decode(png(width, height, (x, y) => (x * y) % 7 === 0))
    expect(read.pixels.length).toBe(width * height)
    expect(read.pixels.every((dark, at) => dark === ((at % width) * Math.floor(at / width)) % 7 < 1)).toBe(
      true,
    )
  })
})

/** Reads it with other people's CRC and zlib, both of which refuse a wrong sum. */
function decode(file: Uint8Array) {
  expect([...file.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const view = new DataView(file.buffer)
  const chunks = new Map<string, Uint8Array>()
  for (let at = 8; at < file.length; ) {
    const length = view.getUint32(at)
    const named = file.subarray(at + 4, at + 8 + length)
    expect(view.getUint32(at + 8 + length)).toBe(nodeCrc32(named))
    chunks.set(new TextDecoder().decode(named.subarray(0, 4)), named.subarray(4))
    at += 12 + length
  }
  expect([...chunks.keys()]).toEqual(['IHDR', 'IDAT', 'IEND'])
  const header = chunks.get('IHDR')!
  const width = new DataView(header.buffer, header.byteOffset).getUint32(0)
  const height = new DataView(header.buffer, header.byteOffset).getUint32(4)
  expect([...header.subarray(8)]).toEqual([1, 0, 0, 0, 0])
  const rows = inflateSync(chunks.get('IDAT')!)
  const line = 1 + Math.ceil(width / 8)
  expect(rows.length).toBe(line * height)
  expect(rows.filter((_, at) => at % line === 0).every((filter) => filter === 0)).toBe(true)
  const pixels = Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)]
    return ((rows[y * line + 1 + (x >> 3)]! >> (7 - (x & 7))) & 1) === 0
  })
  return { width, height, pixels }
}
