import { type Bytes, concat } from '../sealing/bytes.ts'
import { blank, type Cleaning, isBlank, keep, type Removed, refuse, take, upTo } from './asks.ts'
import { hints } from './exif.ts'
import { beOf, word } from './numbers.ts'

/**
 * What stays of an element: a number; what sets a decoder up; bytes of the recording; so many zeros, where the format
 * wants something to be there; a count of our own; a word that must be one of these; or its children, each by its own
 * rule.
 */
type Rule = 'number' | 'setup' | 'bytes' | 'zeros' | 'count' | RegExp | Elements
interface Elements {
  [id: number]: Rule
}

/**
 * What phones and browsers record; a track of captions or places has another, and pictures that can bear notes (AV1,
 * H.264, H.265) come in MP4.
 */
const CODECS = /^(V_VP8|V_VP9|A_OPUS|A_PCM\/FLOAT\/IEEE|A_AAC)$/

const numbers = (...ids: number[]): Elements => Object.fromEntries(ids.map((id) => [id, 'number']))

const CLUSTER = 0x1f43b675
const segment: Elements = {
  // Info: scale and length. Who wrote it must be told, so it is told in zeros.
  357149030: { ...numbers(0x2ad7b1, 0x4489), 19840: 'zeros', 22337: 'zeros' },
  // Tracks, each with a number of its own in place of a random one.
  374648427: {
    174: {
      ...numbers(0xd7, 0x83, 0xb9, 0x88, 0x55aa, 0x9c, 0x23e383, 0x56aa, 0x56bb, 0x55ee),
      29637: 'count',
      134: CODECS,
      25506: 'setup',
      // Video, with its colours; audio.
      224: {
        ...numbers(0x9a, 0xb0, 0xba, 0x54b0, 0x54ba, 0x54b2, 0x53c0, 0x2383e3),
        21936: numbers(...Array.from({ length: 11 }, (_, n) => 0x55b1 + n)),
      },
      225: numbers(0xb5, 0x78b5, 0x9f, 0x6264),
    },
  },
  524531317: {
    231: 'number',
    167: 'number',
    171: 'number',
    163: 'bytes',
    160: { 161: 'bytes', 155: 'number', 251: 'number', 30114: 'number' },
  },
  // Cues: where to go on after a jump.
  475249515: { 187: { 179: 'number', 183: numbers(0xf7, 0xf1, 0xf0, 0xb2, 0x5378) } },
}

const file: Elements = {
  440786851: { ...numbers(0x4286, 0x42f7, 0x42f2, 0x42f3, 0x4287, 0x4285), 17026: /^(webm|matroska)$/ },
  408125543: segment,
}

const VOID = 0xec
const MOST_READ = 4096

interface Open {
  rules: Elements
  /** Of what it stands in, where a recorder did not yet know. */
  end: number
  isEndless: boolean
}

/** WebM (RFC 8794, 9559), in place: an unwanted element becomes a void one of the same length. */
export function* webm(removed: Set<Removed>): Cleaning {
  const open: Open[] = []
  const top = () => open.at(-1) ?? { rules: file, end: Number.POSITIVE_INFINITY, isEndless: false }
  let at = 0
  let tracks = 0
  let blocks = 0
  for (;;) {
    while (at >= top().end) open.pop()
    const head = yield* header()
    if (!head) break
    // A cluster of unknown length ends where something begins that stands beside it.
    if (top().rules === segment[CLUSTER] && top().isEndless && head.id in segment) open.pop()
    const { id, length, written } = head
    at += written.length
    const isEndless = length === Number.POSITIVE_INFINITY
    const end = isEndless ? top().end : at + length
    if (end > top().end || at > end) yield* refuse('truncated')
    const rule = id === VOID ? undefined : top().rules[id]
    if (typeof rule === 'object' && !(rule instanceof RegExp)) {
      if (isEndless && rule !== segment && rule !== segment[CLUSTER]) yield* refuse('notCleanable')
      yield written
      open.push({ rules: rule, end, isEndless })
      continue
    }
    if (isEndless) yield* refuse('notCleanable')
    if (rule === 'bytes') blocks++
    yield* leaf(rule, written, length)
    at = end
  }
  if (blocks === 0 || open.some(({ end }) => end > at && end !== Number.POSITIVE_INFINITY))
    yield* refuse('truncated')

  function* leaf(rule: Rule | undefined, written: Bytes, length: number): Cleaning {
    if (rule === 'bytes' || (rule === 'setup' && length <= MOST_READ) || (rule === 'number' && length <= 8)) {
      yield written
      yield* keep(length)
    } else if (rule === 'zeros') {
      yield written
      if (yield* blank(length)) removed.add('model')
    } else if (rule === 'count' && length > 0 && length <= 8) {
      yield* take(length)
      const own = new Uint8Array(length)
      own[length - 1] = ++tracks
      yield concat(written, own)
    } else if (rule instanceof RegExp) {
      if (length > 64) yield* refuse('notCleanable')
      const text = yield* take(length)
      if (!rule.test(word(text, 0, length).replace(/\0+$/, ''))) yield* refuse('notCleanable')
      yield concat(written, text)
    } else yield* silenced(written, length)
  }

  function* silenced(written: Bytes, length: number): Cleaning {
    const total = written.length + length
    const width = total < 9 ? 1 : 8
    const size = new Uint8Array(width)
    for (let left = total - 1 - width, i = width - 1; i >= 0; i--, left = Math.floor(left / 256))
      size[i] = left % 256
    size[0] = (size[0] ?? 0) | (width === 1 ? 0x80 : 0x01)
    yield concat(Uint8Array.of(VOID), size)
    // The header of a void element may be longer than the one that stood there, or shorter.
    const first = yield* take(Math.min(length, MOST_READ))
    yield new Uint8Array(total - 1 - width - (length - first.length))
    const more = yield* blank(length - first.length)
    if (more || !isBlank(first))
      for (const one of written[0] === VOID ? (['other'] as const) : hints(first)) removed.add(one)
  }
}

/** Id and length of an element, and how they were spelled. Undefined at the end of the file. */
function* header(): Cleaning<{ id: number; length: number; written: Bytes } | undefined> {
  const start = yield* upTo(1)
  if (start.length === 0) return
  const idWidth = Math.clz32(start[0] ?? 0) - 23
  if (idWidth > 4) return yield* refuse('truncated')
  const rest = yield* take(idWidth)
  const width = Math.clz32(rest[idWidth - 1] ?? 0) - 23
  if (width > 8) return yield* refuse('truncated')
  const more = yield* take(width - 1)
  const written = concat(start, rest, more)
  const spelled = written.slice(idWidth)
  spelled[0] = (spelled[0] ?? 0) & (0xff >> width)
  const isUnknown = spelled[0] === 0xff >> width && more.every((byte) => byte === 0xff)
  const length = isUnknown ? Number.POSITIVE_INFINITY : beOf(spelled, 0, width)
  return { id: beOf(written, 0, idWidth), length, written }
}
