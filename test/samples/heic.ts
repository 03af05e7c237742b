import { box, full } from './boxes.ts'
import { type Bytes, be16, bytesOf, exif, type Planted, uint32, xmp, zeros } from './planting.ts'

/** By brand: what kind the coded pictures are, the box that sets their decoder up, and a picture with notes in it. */
const codings = {
  heic: ['hvc1', hvcC, hevc],
  avif: ['av01', av1C, av1],
} as const

/** Encoders put their name and settings between the parameters. */
function hvcC({ mark, keep }: Planted): Bytes {
  const wanted = bytesOf(33, be16(1), be16(12), keep())
  return box('hvcC', 1, zeros(20), 3, 2, wanted, 39, be16(1), be16(14), 0x4e, 1, mark(), mark())
}

/** Units behind their lengths: a picture between what its camera notes in words of its own, and how bright it is. */
function hevc({ mark, keep }: Planted): Bytes {
  const units = [
    bytesOf(0x4e, 1, 5, 24, mark(), mark(), 4, 12, mark(), 0x80),
    bytesOf(0x4e, 1, 144, 4, 3, 0xe8, 1, 0x90, 0x80),
    bytesOf(0x28, 1, keep()),
    bytesOf(0x50, 1, 5, 24, mark(), mark(), 0x80),
  ]
  return bytesOf(...units.flatMap((unit) => [uint32(unit.length), unit]))
}

/** An open bitstream unit of AV1, which tells its length; `layer`: that it names its layer. */
const obu = (type: number, body: Bytes, layer?: number): Bytes =>
  bytesOf(
    (type << 3) | 2 | (layer === undefined ? 0 : 4),
    ...(layer === undefined ? [] : [layer]),
    body.length,
    body,
  )

/** What a camera notes by ITU-T T.35, by the clock, as brightness, as filling, and under a number nobody gave out. */
const av1Notes = ({ mark }: Pick<Planted, 'mark'>): Bytes =>
  bytesOf(
    obu(5, bytesOf(4, 0xb5, mark(), 0x80)),
    obu(5, bytesOf(5, mark(), 0x80), 0x28),
    obu(5, bytesOf(2, mark(), mark(), 0x80)),
    obu(15, bytesOf(mark(), 0x80)),
    obu(9, bytesOf(mark())),
    obu(15, zeros(0)),
  )

function av1(planted: Planted): Bytes {
  const picture = obu(6, bytesOf(planted.keep()))
  return bytesOf(obu(2, zeros(0)), av1Notes(planted), picture, av1Notes(planted))
}

/** AV1 of the main profile, the head of its sequence, and what an encoder notes of it. */
function av1C({ mark, keep }: Planted): Bytes {
  const head = obu(1, bytesOf(keep()))
  return box('av1C', 0x81, 0, 0x0c, 0, head, obu(5, bytesOf(4, mark(), 0x80)))
}

interface Shape {
  size?: readonly number[]
  brand?: keyof typeof codings
}

/** HEIC or AVIF of two tiles, one of them in its header, with Exif, XMP, a thumbnail and what Samsung puts behind. */
export function heic(planted: Planted, { size = [64, 48], brand = 'heic' }: Shape = {}): Bytes {
  const { mark } = planted
  const [width = 0, height = 0] = size
  const [coded, config, picture] = codings[brand]
  const exifItem = bytesOf(uint32(6), 'Exif\0\0', exif(planted))
  const items = [
    { id: 1, kind: 'grid', method: 1, bytes: bytesOf(0, 0, 0, 1, be16(width), be16(height)) },
    { id: 2, kind: coded, method: 0, bytes: picture(planted) },
    { id: 3, kind: coded, method: 1, bytes: picture(planted) },
    { id: 4, kind: 'Exif', method: 0, bytes: exifItem },
    { id: 5, kind: 'mime', method: 0, bytes: xmp(planted) },
    { id: 6, kind: coded, method: 0, bytes: bytesOf(mark()) },
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
        config(planted),
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
  const head = box('ftyp', brand, zeros(4), `mif1${brand}`, mark(4))
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

/** AVIF of one picture, whose units somebody else encoded, with notes before and behind it. */
export function stillAvif(picture: Bytes, planted: Planted): Bytes {
  const item = bytesOf(av1Notes(planted), picture, av1Notes(planted))
  const config = box('av1C', 0x81, 0, 0x0c, 0, obu(5, bytesOf(4, planted.mark(), 0x80)))
  const metaOf = (mediaAt: number) =>
    full(
      'meta',
      0,
      0,
      full('hdlr', 0, 0, zeros(4), 'pict', zeros(13)),
      full('pitm', 0, 0, be16(1)),
      full('iloc', 0, 0, 0x44, 0, be16(1), be16(1), be16(0), be16(1), uint32(mediaAt), uint32(item.length)),
      full('iinf', 0, 0, be16(1), full('infe', 2, 0, be16(1), be16(0), 'av01', 0)),
      box(
        'iprp',
        box('ipco', full('ispe', 0, 0, uint32(64), uint32(48)), config, full('pixi', 0, 0, 3, 8, 8, 8)),
        full('ipma', 0, 0, uint32(1), be16(1), 3, 1, 0x82, 3),
      ),
    )
  const head = box('ftyp', 'avif', zeros(4), 'avifmif1miaf')
  const meta = metaOf(0)
  return bytesOf(head, metaOf(head.length + meta.length + 8), box('mdat', item))
}
