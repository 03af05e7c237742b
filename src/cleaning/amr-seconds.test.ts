import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Bytes, bytesOf, zeros } from '../../test/samples/planting.ts'
import { clean } from './clean.ts'
import { amrSeconds } from './frames.ts'

const bands = {
  '#!AMR\n': [13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1],
  '#!AMR-WB\n': [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 0, 0, 0, 0, 1, 1],
} as const
const wholes = Object.entries(bands).map(([magic, lengths]) => ({
  magic,
  types: lengths.flatMap((length, type) => (length > 0 ? [{ type, length }] : [])),
}))
const frame = ({ type, length }: { type: number; length: number }): Bytes =>
  bytesOf((type << 3) | 4, zeros(length - 1))

const secondsOf = (bytes: Bytes) => {
  const out = clean(bytes, 'voice')
  return 'refused' in out ? out.refused : amrSeconds(out.bytes)
}

it.each(wholes)('a frame of any type is 20 ms: $magic', ({ magic, types }) => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...types), { minLength: 1, maxLength: 400 }), (frames) => {
      const whole = bytesOf(magic, ...frames.map(frame))
      expect(secondsOf(whole)).toBe(frames.length / 50)
      // Of a last frame that was cut off nothing is played, and tags are no sound.
      const more = bytesOf(whole, frame(types[0]!).slice(0, 5))
      expect(secondsOf(more)).toBe(frames.length / 50)
      expect(secondsOf(bytesOf(whole, 'TAG', zeros(125)))).toBe(frames.length / 50)
    }),
    { numRuns: 50 },
  )
})

it('three minutes of silence are three minutes, in a byte a frame', () => {
  expect(secondsOf(bytesOf('#!AMR\n', new Uint8Array(9000).fill(0x7c)))).toBe(180)
})

it('any bytes are counted to an end, and what is no frame is none', () => {
  expect(amrSeconds(bytesOf('#!AMR\n', 0x60, 0x3c))).toBe(0)
  expect(amrSeconds(bytesOf('#!AMR'))).toBe(0)
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(bands)), fc.uint8Array({ maxLength: 300 }), (magic, bytes) => {
      expect(amrSeconds(bytesOf(magic, bytes))).toBeLessThanOrEqual(bytes.length / 50)
    }),
  )
})
