import { box, full } from './boxes.ts'
import { type Bytes, be16, bytesOf, exif, type Planted, uint32, xmp, zeros } from './planting.ts'

/** By brand: what kind the coded pictures are, and the box that sets their decoder up. */
const codings = {
  heic: ['hvc1', hvcC],
  avif: ['av01', av1C],
} as const

/** Encoders put their name and settings between the parameters. */
function hvcC({ mark, keep }: Planted): Bytes {
  const wanted = bytesOf(33, be16(1), be16(12), keep())
  return box('hvcC', 1, zeros(21), 2, wanted, 39, be16(1), be16(14), 0x4e, 1, mark(), mark())
}

/** AV1 of the main profile, and the head of its sequence. */
function av1C({ keep }: Planted): Bytes {
  return box('av1C', 0x81, 0, 0x0c, 0, 0x0a, 12, keep())
}

interface Shape {
  size?: readonly number[]
  brand?: keyof typeof codings
}

/** HEIC or AVIF of two tiles, with Exif, XMP, a thumbnail and what Samsung puts behind. */
export function heic(planted: Planted, { size = [64, 48], brand = 'heic' }: Shape = {}): Bytes {
  const { mark, keep } = planted
  const [width = 0, height = 0] = size
  const [coded, config] = codings[brand]
  const exifItem = bytesOf(uint32(6), 'Exif\0\0', exif(planted))
  const items = [
    { id: 1, kind: 'grid', method: 1, bytes: bytesOf(0, 0, 0, 1, be16(width), be16(height)) },
    { id: 2, kind: coded, method: 0, bytes: bytesOf(keep()) },
    { id: 3, kind: coded, method: 0, bytes: bytesOf(keep()) },
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
