import fc from 'fast-check'
import { expect, it } from 'vitest'
import { box } from '../../test/samples/boxes.ts'
import { mp4 } from '../../test/samples/films.ts'
import { bytesOf, planting, uint32, zeros } from '../../test/samples/planting.ts'
import { clean } from './clean.ts'
import { movieSeconds } from './movie-seconds.ts'

const movie = (...head: Parameters<typeof bytesOf>) => box('moov', box('mvhd', ...head))

/** A recorder that does not know it in front writes it beside how the pieces are made, in 32 or 64 bits. */
const inPieces = (...length: Uint8Array[]) => {
  const version = length.length - 1
  const head = box('mvhd', zeros(12), uint32(600), uint32(0))
  return box('moov', head, box('mvex', box('mehd', version, zeros(3), ...length)))
}

it('a recording says how long it is, cleaned or not', () => {
  for (const first of ['moov', 'mdat'] as const) {
    const bytes = mp4(planting(), { first, brand: '3gp4', pictures: false })
    const out = clean(bytes.slice(), 'voice')
    if ('refused' in out) expect.fail(out.refused)
    expect(movieSeconds(bytes)).toBe(1.024)
    expect(movieSeconds(out.bytes)).toBe(1.024)
  }
})

it.each([
  ['in 32 bits', movie(zeros(12), uint32(600), uint32(108_600)), 181],
  ['in 64 bits', movie(1, zeros(19), uint32(600), uint32(1), uint32(0)), 2 ** 32 / 600],
  ['not yet known', movie(zeros(12), uint32(600), uint32(2 ** 32 - 1)), undefined],
  [
    'not yet known, long',
    movie(1, zeros(19), uint32(600), uint32(2 ** 32 - 1), uint32(2 ** 32 - 1)),
    undefined,
  ],
  ['in pieces that follow', movie(zeros(12), uint32(600), uint32(0)), undefined],
  ['in pieces, and how long they are', inPieces(uint32(181 * 600)), 181],
  ['in pieces, and how long they are, in 64 bits', inPieces(uint32(1), uint32(0)), 2 ** 32 / 600],
  ['behind thousands of pieces', bytesOf(...Array(5000).fill(box('moof')), inPieces(uint32(181 * 600))), 181],
  ['behind a box that is none', bytesOf(uint32(3), 'moov', inPieces(uint32(600))), undefined],
  ['on no scale', movie(zeros(12), uint32(0), uint32(600)), undefined],
  ['cut off', movie(zeros(12), uint32(600)), undefined],
  ['without a head', box('moov', box('free', zeros(8))), undefined],
  ['without a movie', box('mdat', zeros(8)), undefined],
])('%s', (_, bytes, seconds) => {
  expect(movieSeconds(bytes)).toBe(seconds)
})

it('any bytes say something above nothing, or nothing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      for (const said of [movieSeconds(bytes), movieSeconds(movie(bytes))])
        expect(said ?? 1).toBeGreaterThan(0)
    }),
  )
})
