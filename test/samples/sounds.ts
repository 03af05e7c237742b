import { oggCrc } from '../../src/cleaning/crc.ts'
import { type Bytes, be16, bytesOf, le16, le32, type Planted, riffChunk, uint32, zeros } from './planting.ts'

type Part = string | number | Uint8Array

const hex = (id: number) =>
  Uint8Array.from(id.toString(16).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

/** An element of EBML, its length in four bytes. */
const element = (id: number, ...body: Part[]) => {
  const bytes = bytesOf(...body)
  return bytesOf(hex(id), uint32(bytes.length + 2 ** 28), bytes)
}
/** One whose length the recorder did not know yet. */
const endless = (id: number, ...body: Part[]) => bytesOf(hex(id), 0x01, new Uint8Array(7).fill(0xff), ...body)

/** As browsers record, with what editors and phones add. */
export function webm({ mark, keep }: Planted, { live = true, codec = 'A_OPUS' } = {}): Bytes {
  const outer = live ? endless : element
  const track = element(
    0xae,
    ...[element(0xd7, 1), element(0x73c5, mark(8)), element(0x83, 2), element(0x86, codec)],
    ...[element(0x63a2, 'OpusHead', keep()), element(0x536e, mark()), element(0x22b59c, mark())],
    element(0xe1, element(0xb5, be16(0x4780)), element(0x9f, 1), element(0x7d7b, mark())),
  )
  const cluster = (time: number) =>
    outer(
      0x1f43b675,
      ...[
        element(0xe7, time),
        element(0xa3, 0x81, be16(0), 0x80, keep()),
        element(0xec, mark()),
        element(0x5854, mark()),
      ],
      element(0xa0, element(0xa1, 0x81, be16(1), 0, keep()), element(0x75a1, mark())),
    )
  return bytesOf(
    element(0x1a45dfa3, element(0x4286, 1), element(0x4282, 'webm'), element(0x4281, mark())),
    outer(
      0x18538067,
      element(0x114d9b74, mark()),
      element(
        0x1549a966,
        ...[element(0x2ad7b1, 0x0f, 0x42, 0x40), element(0x4d80, mark()), element(0x5741, mark())],
        ...[
          element(0x7ba9, mark()),
          element(0x4461, mark(8)),
          element(0x73a4, mark()),
          element(0x3cb923, mark()),
        ],
      ),
      element(0x1654ae6b, track),
      cluster(0),
      element(
        0x1254c367,
        element(0x7373, element(0x67c8, element(0x45a3, 'LOCATION'), element(0x4487, mark()))),
      ),
      element(0x1941a469, element(0x61a7, mark())),
      cluster(1),
      element(0x1043a770, mark()),
    ),
  )
}

function page(flags: number, stream: string, number: number, packet: Bytes): Bytes {
  const lacing = [...Array(Math.floor(packet.length / 255)).fill(255), packet.length % 255]
  const whole = bytesOf(
    'OggS',
    0,
    flags,
    zeros(8),
    stream,
    le32(number),
    zeros(4),
    lacing.length,
    Uint8Array.from(lacing),
    packet,
  )
  whole.set(le32(oggCrc(whole)), 22)
  return whole
}

export function ogg({ mark, keep }: Planted): Bytes {
  const stream = mark(4)
  const comment = `LOCATION=${mark()}`
  const tags = bytesOf(
    'OpusTags',
    le32(12),
    mark(),
    le32(1),
    le32(comment.length),
    comment,
    mark().repeat(20),
  )
  return bytesOf(
    page(2, stream, 0, bytesOf('OpusHead', 1, 1, le16(312), le32(48000), le16(0), 0)),
    page(0, stream, 1, tags),
    page(0, stream, 2, bytesOf(keep())),
    page(2, 'skel', 0, bytesOf('fishead', mark())),
    page(4, stream, 3, bytesOf(keep())),
  )
}

/** Points a second, one byte each. */
const RATE = 8000
const sampled = riffChunk('fmt ', le16(1), le16(1), le32(RATE), le32(RATE), le16(1), le16(8))

const wave = (...chunks: Uint8Array[]) => riffChunk('RIFF', 'WAVE', ...chunks)

/** As pens for dictating write it (IMA ADPCM). */
export const dictated = riffChunk(
  'fmt ',
  ...[le16(0x11), le16(1), le32(RATE), le32(4055), le16(256), le16(4), le16(2), le16(505)],
)

export const wav = ({ mark, keep }: Planted, format = sampled): Bytes =>
  bytesOf(
    wave(
      format,
      riffChunk('bext', mark()),
      riffChunk('LIST', 'INFOIART', le32(12), mark()),
      riffChunk('data', keep(), 'x'),
      riffChunk('id3 ', mark()),
      riffChunk('cue ', mark()),
    ),
    mark(),
  )

/** So many seconds of nothing. */
export const silence = (seconds: number): Bytes =>
  wave(sampled, riffChunk('data', new Uint8Array(seconds * RATE).fill(128)))

/** A second of a tone, as any recorder of a phone's own writes it, and what that says of the phone. */
export function tone(): Bytes {
  const sound = Uint8Array.from({ length: RATE }, (_, n) => 128 + Math.round(100 * Math.sin(n / 4)))
  return wave(
    sampled,
    riffChunk('LIST', 'INFO', riffChunk('ISFT', 'PLANTED-PHONE\0')),
    riffChunk('data', sound),
  )
}

const id3 = (...body: Part[]) => {
  const bytes = bytesOf(...body)
  return bytesOf('ID3', 4, 0, 0, 0, 0, bytes.length >> 7, bytes.length & 0x7f, bytes)
}

/** Frames of 32 kbit/s at 44.1 kHz: 104 bytes. */
const mp3Frame = (...body: Part[]) => {
  const bytes = bytesOf(0xff, 0xfb, 0x10, 0xc4, ...body)
  return bytesOf(bytes, zeros(104 - bytes.length))
}

export function mp3({ mark, keep }: Planted): Bytes {
  const tag = id3('TIT2', uint32(13), 0, 0, 3, mark(), 'TXXX', uint32(13), 0, 0, 3, mark())
  return bytesOf(
    ...[tag, mp3Frame(zeros(17), 'Info', zeros(116 - 104), mark()), mp3Frame(keep()), mp3Frame(keep())],
    ...['APETAGEX', le32(2000), mark(), 'TAG', mark(), zeros(113)],
  )
}

export function aac({ mark, keep }: Planted): Bytes {
  const frame = (word: string) =>
    bytesOf(0xff, 0xf1, 0x50, 0x40, (7 + word.length) >> 3, ((7 + word.length) & 7) << 5, 0xfc, word)
  return bytesOf(frame(keep()), frame(keep()), 'TAG', mark(), zeros(113))
}

export function amr({ mark, keep }: Planted): Bytes {
  const frame = (word: string) => bytesOf(0x04, word)
  return bytesOf('#!AMR\n', frame(keep()), 0x7c, frame(keep()), 'TAG', mark(), zeros(113))
}
