import { type Bytes, be16, bytesOf, exif, type Planted, uint32, xmp, zeros } from './planting.ts'

type Part = string | number | Uint8Array

export const box = (type: string, ...body: Part[]) => {
  const bytes = bytesOf(...body)
  return bytesOf(uint32(bytes.length + 8), type, bytes)
}
const full = (type: string, version: number, flags: number, ...body: Part[]) =>
  box(type, uint32(version * 2 ** 24 + flags), ...body)

const MATRIX = bytesOf(uint32(65536), zeros(12), uint32(65536), zeros(12), uint32(2 ** 30))

/** Samples of one track, each a chunk of its own. */
interface Track {
  id: number
  handler: string
  entry: Uint8Array
  samples: string[]
}

function trak({ id, handler, entry, samples }: Track, offsets: number[], { mark }: Planted) {
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
const mp4a = ({ mark }: Planted) =>
  box(
    'mp4a',
    ...[zeros(6), be16(1), zeros(4), mark(4), be16(1), be16(16), zeros(4), uint32(48000 * 65536)],
    full('esds', 0, 0, 3, 0),
    box('uuid', mark()),
  )

const mvhd = ({ mark }: Planted) =>
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

const told = (planted: Planted) => {
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

/** What cameras write: one picture, one sound, and the places it was filmed at as a track of its own. */
export function mp4(planted: Planted, { first = 'moov', brand = 'isom', places = true } = {}): Bytes {
  const { mark, keep } = planted
  const tracks: Track[] = [
    { id: 1, handler: 'vide', entry: avc1(planted), samples: [keep(), keep()] },
    { id: 2, handler: 'soun', entry: mp4a(planted), samples: [keep()] },
  ]
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

/** As browsers record: a header without samples, and then fragments. */
export function fragmented(planted: Planted): Bytes {
  const { mark, keep } = planted
  const empty = (id: number, handler: string, entry: Uint8Array) =>
    trak({ id, handler, entry, samples: [] }, [], planted)
  const moov = box(
    'moov',
    mvhd(planted),
    empty(1, 'soun', mp4a(planted)),
    empty(2, 'text', box('tx3g', mark())),
    box(
      'mvex',
      full('trex', 0, 0, uint32(1), uint32(1), zeros(12)),
      full('trex', 0, 0, uint32(2), uint32(1), zeros(12)),
    ),
    told(planted),
  )
  const fragment = (number: number) => {
    const [sound, words] = [[keep(), keep()], mark()]
    const traf = (id: number, at: number, samples: string[]) =>
      box(
        'traf',
        full('tfhd', 0, 0x020000, uint32(id)),
        full('tfdt', 0, 0, uint32(number)),
        full(
          'trun',
          0,
          0x201,
          uint32(samples.length),
          uint32(at),
          ...samples.map(({ length }) => uint32(length)),
        ),
      )
    const moof = (at: number) =>
      box(
        'moof',
        full('mfhd', 0, 0, uint32(number)),
        traf(1, at, sound),
        traf(2, at + sound.join('').length, [words]),
      )
    return bytesOf(moof(moof(0).length + 8), box('mdat', ...sound, words, mark()))
  }
  return bytesOf(box('ftyp', 'iso5', zeros(4)), moov, fragment(1), fragment(2), box('mfra', mark()))
}

/** HEIC of two tiles, with Exif, XMP, a thumbnail and what Samsung puts behind. */
export function heic(planted: Planted, { size = [64, 48] } = {}): Bytes {
  const { mark, keep } = planted
  const [width = 0, height = 0] = size
  const exifItem = bytesOf(uint32(6), 'Exif\0\0', exif(planted))
  const items = [
    { id: 1, kind: 'grid', method: 1, bytes: bytesOf(0, 0, 0, 1, be16(width), be16(height)) },
    { id: 2, kind: 'hvc1', method: 0, bytes: bytesOf(keep()) },
    { id: 3, kind: 'hvc1', method: 0, bytes: bytesOf(keep()) },
    { id: 4, kind: 'Exif', method: 0, bytes: exifItem },
    { id: 5, kind: 'mime', method: 0, bytes: xmp(planted) },
    { id: 6, kind: 'hvc1', method: 0, bytes: bytesOf(mark()) },
    { id: 7, kind: 'mime', method: 1, bytes: bytesOf(mark()) },
  ]
  const infe = items.map(({ id, kind }) =>
    full(
      'infe',
      2,
      0,
      be16(id),
      be16(0),
      kind,
      mark(),
      0,
      ...(kind === 'mime' ? ['application/rdf+xml', 0] : []),
    ),
  )
  const reference = (type: string, from: number, ...to: number[]) =>
    box(type, be16(from), be16(to.length), ...to.map(be16))
  const fixed = [
    full('hdlr', 0, 0, zeros(4), 'pict', mark(), mark(), 0),
    full('pitm', 0, 0, be16(1)),
    full('iinf', 0, 0, be16(items.length), ...infe),
    full(
      'iref',
      0,
      0,
      reference('dimg', 1, 2, 3),
      reference('thmb', 6, 1),
      reference('cdsc', 4, 1),
      reference('dimg', 2, 1),
    ),
    box(
      'iprp',
      box(
        'ipco',
        full('ispe', 0, 0, uint32(width), uint32(height)),
        box(
          'hvcC',
          1,
          zeros(21),
          2,
          33,
          be16(1),
          be16(12),
          keep(),
          39,
          be16(1),
          be16(14),
          0x4e,
          1,
          mark(),
          mark(),
        ),
        box('colr', 'prof', mark()),
        full('udes', 0, 0, mark()),
        box('irot', 1),
      ),
      full('ipma', 0, 0, uint32(2), be16(1), 3, 1, 0x83, 0x85, be16(2), 2, 2, 4, mark()),
    ),
    box('idat', ...items.filter(({ method }) => method === 1).map(({ bytes }) => bytes), mark()),
    box('uuid', mark()),
  ]
  const metaOf = (mediaAt: number) => {
    const at = [mediaAt, 0]
    const rows = items.map(({ id, method, bytes }) => {
      const offset = at[method] ?? 0
      at[method] = offset + bytes.length
      return bytesOf(be16(id), be16(method), be16(0), be16(1), uint32(offset), uint32(bytes.length))
    })
    return full('meta', 0, 0, ...fixed, full('iloc', 1, 0, 0x44, 0x00, be16(items.length), ...rows))
  }
  const head = box('ftyp', 'heic', zeros(4), 'mif1heic', mark(4))
  const mediaAt = head.length + metaOf(0).length + 8
  const media = items.filter(({ method }) => method === 0).map(({ bytes }) => bytes)
  return bytesOf(
    head,
    metaOf(mediaAt),
    box('mdat', ...media, mark()),
    box('sefd', mark()),
    box('moov', mark()),
  )
}
