import { box, full, type Part } from './boxes.ts'
import { type Bytes, be16, bytesOf, type Planted, uint32, xmp, zeros } from './planting.ts'

const MATRIX = bytesOf(uint32(65536), zeros(12), uint32(65536), zeros(12), uint32(2 ** 30))

/** Samples of one track, each a chunk of its own. */
interface Track {
  id: number
  handler: string
  entry: Uint8Array
  samples: (string | Uint8Array)[]
}

/** A picture of H.264 as a film holds it: units, each behind its length, and before it what cameras and apps note. */
function pictured({ mark, keep }: Planted): Bytes {
  const note = bytesOf(mark(), mark(), mark())
  const units = [
    bytesOf(0x09, 0xf0),
    // User data that no standard knows; then what a player needs to begin here.
    bytesOf(0x06, 5, note.length, note, 0x80),
    bytesOf(0x06, 6, 1, 0xc4, 0x80),
    bytesOf(0x65, keep()),
    zeros(0),
  ]
  return bytesOf(...units.flatMap((unit) => [uint32(unit.length), unit]))
}

export function trak({ id, handler, entry, samples }: Track, offsets: number[], { mark }: Planted) {
  const stbl = box(
    'stbl',
    full('stsd', 0, 0, uint32(1), entry),
    full('stts', 0, 0, uint32(1), uint32(samples.length), uint32(512), mark()),
    full('stsc', 0, 0, uint32(1), uint32(1), uint32(1), uint32(1)),
    full('stsz', 0, 0, uint32(0), uint32(samples.length), ...samples.map(({ length }) => uint32(length))),
    full('stco', 0, 0, uint32(offsets.length), ...offsets.map(uint32)),
    full('sgpd', 0, 0, mark()),
  )
  return box(
    'trak',
    full('tkhd', 0, 7, mark(8), uint32(id), zeros(4), uint32(1024), zeros(16), MATRIX, zeros(8)),
    box('edts', full('elst', 0, 0, uint32(1), uint32(1024), uint32(0), uint32(65536), mark())),
    box(
      'mdia',
      full('mdhd', 0, 0, mark(8), uint32(12800), uint32(1024), 0x15, 0xc7, 0, 0),
      full('hdlr', 0, 0, 'mhlr', handler, mark(), mark(), 0),
      box(
        'minf',
        handler === 'soun' ? full('smhd', 0, 0, zeros(4)) : full('vmhd', 0, 1, zeros(8)),
        full('hdlr', 0, 0, 'dhlr', 'alis', mark(), mark(), 0),
        box('dinf', full('dref', 0, 0, uint32(1), full('url ', 0, 0, mark()))),
        stbl,
      ),
    ),
    box('udta', box('name', mark())),
    full('meta', 0, 0, mark()),
    box('tapt', mark()),
  )
}

/** As the codec is set up in QuickTime: with the vendor's name and the compressor's. */
const avc1 = ({ mark }: Planted) =>
  box(
    'avc1',
    ...[zeros(6), be16(1), mark(), zeros(4), be16(64), be16(48), zeros(12), be16(1)],
    ...[31, bytesOf(mark(), mark(), 'x'.repeat(7)), be16(24), be16(0xffff)],
    box('avcC', 1, 66, 0, 30, 0xff, 0xe0, 0),
    box('colr', 'nclx', be16(1), be16(1), be16(1), 0),
    box('colr', 'prof', mark()),
    box('mdat', mark()),
  )

/** What stands in front of how a codec is set up. */
const entered = (type: string, ...setUp: Part[]) => {
  const numbers = [zeros(6), be16(1), zeros(16), be16(176), be16(144), zeros(12), be16(1), zeros(32)]
  return box(type, ...numbers, be16(24), be16(0xffff), ...setUp)
}
/**
 * As phones before H.264 set it up: in descriptors, the last of which an app wrote into. Lengths are of one byte or of
 * four, and phones rank the stream; behind it stands what nobody asked for.
 */
const mp4v =
  (length: (n: number) => number[], rank: number) =>
  ({ mark }: Planted) => {
    const descriptor = (tag: number, ...body: Part[]) => {
      const bytes = bytesOf(...body)
      return bytesOf(tag, ...length(bytes.length), bytes)
    }
    const setUp = descriptor(5, uint32(0x1b0), 8, uint32(0x1b2), mark(), uint32(0x120), 0x84)
    const decoder = descriptor(4, 0x20, 0x11, zeros(11), setUp)
    const first = descriptor(3, be16(1), rank, decoder, descriptor(6, 2), descriptor(0x0c, mark()))
    return entered('mp4v', full('esds', 0, 0, first, mark()))
  }
/** Its pictures: a note stands before one and behind it. */
const visual = ({ mark, keep }: Planted) =>
  bytesOf(uint32(0x1b2), mark(), uint32(0x1b6), keep(), uint32(0x1b2), mark())

/** H.263, with the encoder's vendor and version. */
const s263 = ({ mark }: Planted) =>
  entered('s263', box('d263', mark(4), 1, 10, 0, box('bitr', uint32(64_000), uint32(64_000))))
const samr = ({ mark }: Planted) =>
  box(
    'samr',
    ...[zeros(6), be16(1), zeros(8), be16(2), be16(16), zeros(4), be16(8000), be16(0)],
    box('damr', mark(4), 1, be16(0x81ff), 0, 1),
  )

/** What old phones film, and what an app makes of it. */
const oldFilms = {
  mp4v: { entry: mp4v((n) => [0x80, 0x80, 0x80, n], 0), picture: visual },
  android: { entry: mp4v((n) => [n], 0x1f), picture: visual },
  s263: { entry: s263, picture: ({ keep }: Planted) => keep() },
}

export const mp4a = ({ mark }: Planted) =>
  box(
    'mp4a',
    ...[zeros(6), be16(1), zeros(4), mark(4), be16(1), be16(16), zeros(4), uint32(48000 * 65536)],
    full('esds', 0, 0, 3, 0),
    box('uuid', mark()),
  )

export const mvhd = ({ mark }: Planted) =>
  full(
    'mvhd',
    0,
    0,
    mark(8),
    uint32(1000),
    uint32(1024),
    uint32(65536),
    be16(256),
    mark(10),
    MATRIX,
    mark(),
    mark(),
    uint32(4),
  )

export const told = (planted: Planted) => {
  const { mark } = planted
  return bytesOf(
    box('udta', box('\xa9xyz', be16(12), be16(0), '+21.6629+110.9252/', mark()), box('\xa9mod', mark())),
    full(
      'meta',
      0,
      0,
      full('hdlr', 0, 0, zeros(4), 'mdta', zeros(12)),
      box('keys', mark()),
      box('ilst', mark()),
    ),
    box('uuid', 'BE7ACFCB97A942E8', xmp(planted)),
    box('Xtra', mark()),
  )
}

interface How {
  first?: 'moov' | 'mdat'
  brand?: string
  places?: boolean
  pictures?: boolean
  old?: keyof typeof oldFilms
}

/** What cameras write: one picture, one sound, and the places it was filmed at as a track of its own. */
export function mp4(
  planted: Planted,
  { first = 'moov', brand = 'isom', places = true, pictures = true, old }: How = {},
): Bytes {
  const { mark, keep } = planted
  const heard = old ? samr(planted) : mp4a(planted)
  const { entry, picture } = old ? oldFilms[old] : { entry: avc1, picture: pictured }
  const tracks: Track[] = [{ id: 2, handler: 'soun', entry: heard, samples: [keep()] }]
  if (pictures)
    tracks.unshift({
      id: 1,
      handler: 'vide',
      entry: entry(planted),
      samples: [picture(planted), picture(planted)],
    })
  if (places)
    tracks.push({ id: 3, handler: 'meta', entry: box('mebx', zeros(6), be16(1), mark()), samples: [mark()] })
  const samples = tracks.flatMap((track) => track.samples)
  const gap = places ? mark() : ''
  const media = box('mdat', gap, ...samples)
  const head = bytesOf(
    box('ftyp', brand, mark(4), brand, mark(4)),
    box('free', mark()),
    box('skip', mark()),
    box('pnot', mark()),
  )
  const parts = [mvhd(planted), told(planted)]
  const moovOf = (mediaAt: number) => {
    let at = mediaAt + 8 + gap.length
    const one = (track: Track) => {
      const offsets = track.samples.map(({ length }) => {
        at += length
        return at - length
      })
      const marked = planted.marks.length
      const bytes = trak(track, offsets, planted)
      // Built twice, to know how long it is: the marks of the second time are those that count.
      if (mediaAt === 0) planted.marks.length = marked
      return bytes
    }
    return box('moov', ...parts, ...tracks.map(one))
  }
  const length = moovOf(0).length
  const tail = bytesOf(told(planted), box('mfra', mark()))
  return first === 'moov'
    ? bytesOf(head, moovOf(head.length + length), media, tail)
    : bytesOf(head, media, moovOf(head.length), tail)
}
