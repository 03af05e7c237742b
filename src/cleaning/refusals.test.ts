import { describe, expect, it } from 'vitest'
import { box, full } from '../../test/samples/boxes.ts'
import { mp4 } from '../../test/samples/films.ts'
import { heic } from '../../test/samples/heic.ts'
import { emptyWebp, greyJpeg, greyPng } from '../../test/samples/pictures.ts'
import { type Bytes, be16, bytesOf, le32, planting, uint32, zeros } from '../../test/samples/planting.ts'
import { samples } from '../../test/samples/samples.ts'
import { webm } from '../../test/samples/sounds.ts'
import { joined } from '../sealing/bytes.ts'
import type { Refusal } from './asks.ts'
import { clean, cleanerOf } from './clean.ts'
import type { Attached } from './kinds.ts'

const sampleOf = (name: string) => samples.find((sample) => sample.name === name)?.bytes ?? expect.fail(name)

/** With other bytes from where `after` ends. */
function changed(bytes: Bytes, after: string, put: Uint8Array, skip = 0): Bytes {
  const found = Buffer.from(bytes).indexOf(after, 0, 'latin1')
  if (found < 0) expect.fail(`${after} is not there`)
  const at = found + after.length + skip
  return bytesOf(bytes.subarray(0, at), put, bytes.subarray(at + put.length))
}

const renamed = (bytes: Bytes, from: string, to: string) =>
  bytesOf(Buffer.from(Buffer.from(bytes).toString('latin1').replace(from, to), 'latin1'))

const repeated = (head: Bytes, unit: Bytes, length: number) => {
  const whole = bytesOf(head, zeros(length))
  for (let at = head.length; at + unit.length <= whole.length; at += unit.length) whole.set(unit, at)
  return whole
}

const ftyp = bytesOf(uint32(16), 'ftypisom', zeros(4))
const MIB = 2 ** 20
const huge = Uint8Array.of(0x7f, 0xff, 0xff, 0xf0)
const lowHuge = huge.slice().reverse()

function stretched(): Bytes {
  const item = bytesOf(be16(2), be16(0), be16(65_535))
  const meta = full(
    'meta',
    0,
    0,
    full('pitm', 0, 0, be16(1)),
    full('iinf', 0, 0, be16(1), full('infe', 2, 0, be16(1), be16(0), 'hvc1', 0)),
    full('iloc', 0, 0, 0, 0, be16(65_535), joined(Array<Bytes>(65_535).fill(item))),
  )
  return bytesOf(box('ftyp', 'heic', zeros(4), 'mif1heic'), meta)
}

const wrong: [why: Refusal, what: string, as: Attached, bytes: () => Bytes][] = [
  ['tooManyPixels', 'a JPEG of 65,000 × 65,000', 'photo', () => greyJpeg(65000, 65000)],
  ['tooManyPixels', 'a PNG of 400 megapixels', 'photo', () => greyPng(20000, 20000, zeros(8))],
  ['tooManyPixels', 'a PNG of 2^31 × 2^31', 'photo', () => greyPng(2 ** 31 - 1, 2 ** 31 - 1, zeros(8))],
  ['tooManyPixels', 'a WebP of 16,000 × 16,000', 'photo', () => emptyWebp('', 16000, 16000)],
  ['tooManyPixels', 'a HEIC of 60,000 × 60,000', 'photo', () => heic(planting(), { size: [60000, 60000] })],
  [
    'tooManyPixels',
    'an AVIF of 60,000 × 60,000',
    'photo',
    () => heic(planting(), { size: [60000, 60000], brand: 'avif' }),
  ],
  ['tooManyPixels', 'a film of 65,535 × 65,535', 'video', () => changed(sampleOf('MP4'), 'avc1', huge, 24)],
  ['notCleanable', 'a JPEG that tells its height later', 'photo', () => greyJpeg(8, 0)],
  ['truncated', 'a JPEG without a picture', 'photo', () => bytesOf(0xff, 0xd8, 0xff, 0xd9)],
  [
    'truncated',
    'a JPEG whose table is shorter than it says',
    'photo',
    () => changed(greyJpeg(), '\xff\xdb', be16(60)),
  ],
  [
    'truncated',
    'a JPEG whose segment has a length of one',
    'photo',
    () => changed(greyJpeg(), '\xff\xdb', be16(1)),
  ],
  ['truncated', 'a PNG whose chunk lies', 'photo', () => changed(greyPng(), '\x1a\n', huge)],
  ['truncated', 'a PNG without IEND', 'photo', () => greyPng().slice(0, -12)],
  [
    'truncated',
    'a WebP whose chunk is longer than the file',
    'photo',
    () => changed(emptyWebp('x'), 'VP8L', lowHuge),
  ],
  ['truncated', 'a box longer than its parent', 'video', () => changed(sampleOf('MP4'), 'moov', huge)],
  ['truncated', 'a box with a length of three', 'video', () => bytesOf(ftyp, uint32(3), 'moov')],
  ['truncated', 'samples that are not in the file', 'video', () => changed(sampleOf('MP4'), 'stco', huge, 8)],
  [
    'truncated',
    'a table of four thousand million samples',
    'video',
    () => changed(sampleOf('MP4'), 'stsz', huge, 8),
  ],
  ['truncated', 'a recording cut off before its first sound', 'voice', () => withoutSound()],
  ['truncated', 'a film without a header', 'video', () => bytesOf(ftyp, box('mdat', 'x'))],
  [
    'notCleanable',
    'a film whose codec nobody knows',
    'video',
    () => changed(sampleOf('MP4'), 'stsd', bytesOf('mjp2'), 12),
  ],
  ['looping', 'a film with two headers', 'video', () => mp4Twice()],
  ['looping', 'a picture of scans without end', 'photo', () => scansWithoutEnd()],
  [
    'looping',
    'a hundred thousand empty boxes',
    'video',
    () => repeated(ftyp, bytesOf(uint32(8), 'free'), 3 * MIB),
  ],
  [
    'looping',
    'a hundred thousand empty chunks',
    'photo',
    () => repeated(greyPng().slice(0, 33), bytesOf(zeros(4), 'tEXt', zeros(4)), 3 * MIB),
  ],
  [
    'looping',
    'a hundred thousand empty segments',
    'photo',
    () => repeated(bytesOf(0xff, 0xd8), bytesOf(0xff, 0xe5, 0, 2), 3 * MIB),
  ],
  [
    'looping',
    'a hundred thousand void elements',
    'voice',
    () =>
      repeated(
        bytesOf(0x1a, 0x45, 0xdf, 0xa3, 0x80, 0x18, 0x53, 0x80, 0x67, 0xff),
        bytesOf(0xec, 0x80),
        3 * MIB,
      ),
  ],
  [
    'notCleanable',
    'a HEIC whose items lie in four billion stretches of no width',
    'photo',
    () => stretched(),
  ],
  ['tooLarge', 'a header of 8 MiB', 'video', () => bytesOf(ftyp, box('moov', zeros(8 * MIB)))],
  ['notCleanable', 'a header nested 500,000 times', 'video', () => nested(500_000)],
  ['notCleanable', 'an animated WebP', 'photo', () => animated()],
  [
    'notCleanable',
    'sound that goes on after something that is none',
    'voice',
    () => bytesOf(frames(), 'what is this? what is this?', frames()),
  ],
  [
    'notCleanable',
    'Ogg with another codec',
    'voice',
    () => changed(sampleOf('Ogg'), 'Opus', bytesOf('Feat')),
  ],
  ['notCleanable', 'WebM with captions', 'voice', () => changed(sampleOf('WebM'), 'A_', bytesOf('TEXT'))],
  ...['V_MPEG4/ISO/AVC', 'V_MPEGH/ISO/HEVC', 'V_AV1'].map((codec): (typeof wrong)[number] => [
    'notCleanable',
    `${codec} in Matroska`,
    'video',
    () => webm(planting(), { codec }),
  ]),
  ['notCleanable', 'H.264 that tells no length', 'video', () => renamed(sampleOf('MP4'), 'avcC', 'free')],
  [
    'notCleanable',
    'a codec with a name of some kilobytes',
    'video',
    () => webm(planting(), { codec: `V_VP8${'\0'.repeat(5000)}` }),
  ],
  ['notCleanable', 'a film in a million pieces, here and there', 'video', () => scattered(1_000_000)],
  ['notCleanable', 'a film in half a million pieces of five tracks', 'video', () => scattered(100_000, 5)],
  [
    'notCleanable',
    'a note of 2 MiB in place of a picture',
    'video',
    () => filmOf(bytesOf(uint32(2 * MIB), 6, zeros(2 * MIB - 1))),
  ],
  ['looping', 'a film of nothing but units of nothing', 'video', () => filmOf(zeros(20 * MIB))],
  ['wrongKind', 'nothing', 'photo', () => zeros(0)],
]

function mp4Twice() {
  const bytes = mp4(planting(), { places: false })
  const at = Buffer.from(bytes).indexOf('moov', 0, 'latin1') - 4
  const header = bytes.subarray(at, at + Buffer.from(bytes).readUInt32BE(at))
  return bytesOf(bytes.subarray(0, at), header, bytes.subarray(at))
}

const header = (tracks: number, ...stbl: Bytes[]) => {
  const avc = box('avc1', zeros(78), box('avcC', 1, 66, 0, 30, 0xff, 0xe0, 0))
  const stsd = full('stsd', 0, 0, uint32(1), avc)
  const hdlr = full('hdlr', 0, 0, zeros(4), 'vide', zeros(12))
  const track = box('trak', box('mdia', hdlr, box('minf', box('stbl', stsd, ...stbl))))
  return box('moov', ...Array<Bytes>(tracks).fill(track))
}
const stsc = full('stsc', 0, 0, uint32(1), uint32(1), uint32(1), uint32(1))

/** Each picture one byte, and none beside the next. */
function scattered(pieces: number, tracks = 1) {
  const places = zeros(4 * pieces)
  const view = new DataView(places.buffer)
  for (let n = 0; n < pieces; n++) view.setUint32(4 * n, 5 * MIB + 2 * n)
  const stsz = full('stsz', 0, 0, uint32(1), uint32(pieces))
  return bytesOf(ftyp, header(tracks, stsc, stsz, full('stco', 0, 0, uint32(pieces), places)))
}

/** One picture, of those bytes. */
function filmOf(picture: Bytes) {
  const stsz = full('stsz', 0, 0, uint32(picture.length), uint32(1))
  const at = (place: number) => header(1, stsc, stsz, full('stco', 0, 0, uint32(1), uint32(place)))
  const start = bytesOf(ftyp, at(0))
  return bytesOf(ftyp, at(start.length + 8), box('mdat', picture))
}

function withoutSound() {
  const bytes = sampleOf('WebM, live')
  return bytes.slice(0, Buffer.from(bytes).indexOf('\x1f\x43\xb6\x75', 0, 'latin1'))
}

function scansWithoutEnd() {
  const bytes = greyJpeg()
  const scan = bytes.slice(Buffer.from(bytes).indexOf('\xff\xda', 0, 'latin1'), -2)
  return bytesOf(bytes.slice(0, -2), ...Array(200).fill(scan), 0xff, 0xd9)
}

function nested(depth: number) {
  const whole = bytesOf(ftyp, zeros(8 * depth))
  for (let n = 0; n < depth; n++)
    whole.set(bytesOf(uint32(8 * (depth - n)), n ? 'trak' : 'moov'), ftyp.length + 8 * n)
  return whole
}

function animated() {
  const chunk = bytesOf('WEBP', 'VP8X', le32(10), 2, zeros(3), 7, 0, 0, 7, 0, 0, 'ANIM', le32(6), zeros(6))
  return bytesOf('RIFF', le32(chunk.length), chunk)
}

const frames = () => bytesOf(0xff, 0xfb, 0x10, 0xc4, zeros(100), 0xff, 0xfb, 0x10, 0xc4, zeros(100))

describe('what is not taken', () => {
  it.each(wrong)('%s: %s', (why, _, as, bytes) => {
    expect(clean(bytes(), as)).toEqual({ refused: why })
  })

  it('more bytes than may come, as soon as one too many has', () => {
    const bytes = sampleOf('JPEG')
    expect(clean(bytes, 'photo', bytes.length - 1)).toEqual({ refused: 'tooLarge' })
    expect(clean(bytes, 'photo', bytes.length)).toMatchObject({ kind: 'jpeg' })
    const cleaner = cleanerOf('photo', 100)
    cleaner.push(bytes.slice(0, 100))
    expect(cleaner.outcome()).toBeUndefined()
    cleaner.push(bytes.slice(100, 101))
    expect(cleaner.outcome()).toEqual({ refused: 'tooLarge' })
    expect(cleaner.push(bytes)).toEqual([])
    expect(cleaner.end()).toEqual([])
  })
})
