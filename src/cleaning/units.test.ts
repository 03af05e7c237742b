import { expect, it } from 'vitest'
import { box, full } from '../../test/samples/boxes.ts'
import { bytesOf, uint32, wordsIn, zeros } from '../../test/samples/planting.ts'
import { type Bytes, joined } from '../sealing/bytes.ts'
import type { Removed } from './asks.ts'
import { boxesOf } from './boxes.ts'
import type { InUnits } from './spans.ts'
import { codingOf, keepPictures } from './units.ts'

/** What comes out, given in pieces, and whether anything was taken out; or why nothing does. */
function through(bytes: Bytes, coding: InUnits, piece = bytes.length) {
  const removed = new Set<Removed>()
  const keeping = keepPictures(bytes.length, coding, removed)
  const out: Bytes[] = []
  let at = 0
  for (let asked = keeping.next(), given = zeros(0); ; asked = keeping.next(given)) {
    if (asked.done) return { bytes: joined(out), found: removed.size > 0 }
    const ask = asked.value
    given = zeros(0)
    if (typeof ask === 'string') return ask
    if (typeof ask === 'number') {
      given = bytes.subarray(at, at + Math.min(ask, piece))
      at += given.length
    } else if (ask instanceof Uint8Array) out.push(ask)
    else at -= ask.back.length
  }
}

const units = (...all: Bytes[]) => bytesOf(...all.flatMap((unit) => [uint32(unit.length), unit]))
const heads = { 'avc 4': bytesOf(6), 'hevc 4': bytesOf(78, 1) } as const
const slices = { 'avc 4': bytesOf(0x41, 'PICTURE'), 'hevc 4': bytesOf(2, 1, 'PICTURE') } as const

/** Around where a length takes a byte more, and where one cannot be spelled. */
const lengths = [0, 250, 500, 750].flatMap((from) => Array.from({ length: 50 }, (_, n) => from + n))

it.each(['avc 4', 'hevc 4'] as const)('a note of any length between pictures is filled up: %s', (coding) => {
  const slice = slices[coding]
  for (const length of lengths) {
    const size = length < 255 ? [length] : [...Array(Math.floor(length / 255)).fill(255), length % 255]
    const note = bytesOf(heads[coding], 5, ...size, 'x'.repeat(length), 0x80)
    const film = units(slice, note, slice)
    const out = through(film, coding)
    if (typeof out === 'string') expect.fail(out)
    expect(out.found).toBe(true)
    expect(out.bytes.length).toBe(film.length)
    expect(wordsIn(out.bytes, ['xx'])).toEqual([])
    expect(out.bytes.subarray(0, 4 + slice.length)).toEqual(film.subarray(0, 4 + slice.length))
    expect(out.bytes.subarray(-slice.length)).toEqual(slice)
    // A decoder reads it: nothing in it but filling.
    expect(through(out.bytes, coding)).toEqual({ bytes: out.bytes, found: false })
    for (const piece of [1, 3, 64]) expect(through(film, coding, piece)).toEqual(out)
  }
})

it('what a decoder needs stays, also where zeros in it are escaped', () => {
  const kept = units(
    bytesOf(6, 6, 1, 0xc4, 0x80),
    bytesOf(6, 137, 24, 0, 0, 3, 0, 1, 'x'.repeat(20), 0x80),
    bytesOf(0x65, 'PICTURE'),
    zeros(0),
  )
  expect(through(kept, 'avc 4')).toEqual({ bytes: kept, found: false })
})

it('a track that is coded in two ways, or does not tell how, is told from others', () => {
  const entry = (type: string, ...setup: Bytes[]) => box(type, zeros(78), ...setup)
  const avc = (width: number) => entry('avc1', box('avcC', 1, 66, 0, 30, 0xfc + width - 1, 0xe0, 0))
  const codings = [[avc(4)], [avc(4), avc(2)], [avc(4), entry('mp4v')], [entry('hvc1')], [entry('mp4v')]].map(
    (entries) => {
      const stsd = full('stsd', 0, 0, uint32(entries.length), ...entries)
      const trak = box('trak', box('mdia', box('minf', box('stbl', stsd))))
      const [found] = boxesOf(trak, 0, trak.length) ?? []
      return codingOf(trak, found!)
    },
  )
  expect(codings).toEqual(['avc 4', 'notCleanable', 'notCleanable', 'notCleanable', 'mp4v'])
})

it('what is no row of units is refused', () => {
  for (const wrong of [
    bytesOf(uint32(9), 'PICTURE'),
    bytesOf(units(bytesOf('x')), 1, 2),
    bytesOf(uint32(2), 6),
  ])
    expect(through(wrong, 'avc 4')).toBe('notCleanable')
})

it('a long row of units is looked through at once, and eight of them cost one asking', () => {
  const count = (bytes: Bytes) => {
    const keeping = keepPictures(bytes.length, 'avc 4', new Set())
    let asks = 0
    for (let asked = keeping.next(); !asked.done; asks++) asked = keeping.next(asks === 0 ? bytes : zeros(0))
    return asks
  }
  const slice = bytesOf(0x41, 'PICTURE')
  expect(count(units(...Array<Bytes>(20_000).fill(slice)))).toBe(count(units(slice)) + 20_000 / 8)
})
