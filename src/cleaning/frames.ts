import { type Bytes, concat } from '../sealing/bytes.ts'
import { type Cleaning, drop, isBlank, type Removed, refuse, take, upTo } from './asks.ts'
import { hints } from './exif.ts'
import { word } from './numbers.ts'

/** A sound without a container: one frame after the other, each telling its length in its first bytes. */
interface Framing {
  /** Bytes by which a frame tells its length. */
  head: number
  /** Of the whole frame in bytes; undefined where no frame begins. */
  lengthOf(head: Bytes): number | undefined
  /** A frame that holds no sound but a word about the file. */
  isNote?(frame: Bytes): boolean
}

/**
 * Frames go through for as long as one follows the other. Tags may stand in front and behind; sound after something
 * that is neither cannot be told from it, and is refused rather than lost without a word.
 */
function* frames({ head, lengthOf, isNote }: Framing, removed: Set<Removed>): Cleaning {
  let start = yield* upTo(Math.max(head, 10))
  while (word(start, 0, 3) === 'ID3') start = yield* afterTag(start, removed)
  yield { back: start }
  for (let kept = 0; ; ) {
    const start = yield* upTo(head)
    const length = start.length < head ? undefined : lengthOf(start)
    if (length === undefined) return yield* kept === 0 ? refuse('truncated') : ending(start, removed)
    yield { back: start }
    const frame = yield* upTo(length)
    // What was cut off while it was written: nobody plays half a frame.
    if (frame.length < length) return kept === 0 ? yield* refuse('truncated') : undefined
    if (isNote?.(frame)) continue
    // Those that came with it go on with it: a silent second is fifty frames of one byte.
    const part = concat(frame, yield MOST_AT_ONCE)
    const end = wholeFrames(part)
    yield part.subarray(0, end)
    yield { back: part.subarray(end) }
    kept++
  }

  /** Where in `part` the last frame ends that is all there and no note. */
  function wholeFrames(part: Bytes): number {
    for (let at = 0; ; ) {
      const length = part.length - at < head ? undefined : lengthOf(part.subarray(at))
      if (length === undefined || at + length > part.length) return at
      if (isNote?.(part.subarray(at, at + length))) return at
      at += length
    }
  }
}

const MOST_AT_ONCE = 1 << 14

/** ID3v2: its length in four bytes of seven bits. Gives what stands behind it. */
function* afterTag(head: Bytes, removed: Set<Removed>): Cleaning<Bytes> {
  const length = head.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0)
  const footer = (head[5] ?? 0) & 0x10 ? 10 : 0
  const start = yield* take(Math.min(length + footer, 1 << 16))
  yield* drop(length + footer - start.length)
  for (const one of hints(start)) removed.add(one)
  return yield* upTo(head.length)
}

/** Zeros or tags of three kinds, and then nothing that counts. */
function* ending(start: Bytes, removed: Set<Removed>): Cleaning {
  const more = yield* upTo(16)
  const tail = concat(start, more)
  const isTag = /^(TAG|APETAGEX|LYRICSBEGIN|ID3)/.test(word(tail, 0, tail.length))
  const anything = (yield* drop(Number.POSITIVE_INFINITY)) || !isBlank(tail)
  if (!anything) return
  if (!isTag && tail.length >= 16) yield* refuse('notCleanable')
  removed.add('other')
}

const RATES = [44100, 48000, 32000]
/** Bit rates in kbit/s of layer III, for MPEG-1 and for the two halved ones (ISO 11172-3, 13818-3). */
const BIT_RATES = [
  [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
]

const isFull = ([, b = 0]: Bytes) => (b & 0x18) === 0x18

export const mp3 = (removed: Set<Removed>) =>
  frames(
    {
      head: 4,
      lengthOf(head) {
        const [a = 0, b = 0, c = 0] = head
        const version = (b >> 3) & 3
        if (a !== 0xff || (b & 0xe6) !== 0xe2 || version === 1) return
        const bitRate = BIT_RATES[isFull(head) ? 0 : 1]?.[(c >> 4) - 1]
        const rate = RATES[(c >> 2) & 3]
        if (!bitRate || !rate) return
        const divided = rate / (version === 3 ? 1 : version === 2 ? 2 : 4)
        return Math.floor(((isFull(head) ? 144 : 72) * bitRate * 1000) / divided) + ((c >> 1) & 1)
      },
      // The first frame of most files is silence with the encoder's name and a table for seeking.
      isNote: (frame) => {
        const mono = (frame[3] ?? 0) >> 6 === 3
        const side = isFull(frame) ? (mono ? 17 : 32) : mono ? 9 : 17
        return [4 + side, 6 + side, 36].some((at) => /^(Xing|Info|VBRI)$/.test(word(frame, at)))
      },
    },
    removed,
  )

/** ADTS (ISO 13818-7). */
export const aac = (removed: Set<Removed>) =>
  frames(
    {
      head: 7,
      lengthOf([a = 0, b = 0, , d = 0, e = 0, f = 0]) {
        const length = ((d & 3) << 11) | (e << 3) | (f >> 5)
        return a === 0xff && (b & 0xf6) === 0xf0 && length > 7 ? length : undefined
      },
    },
    removed,
  )

/** RFC 4867 §5: bytes of a frame by its type; wide band has its own. The last is a frame without data. */
const NARROW = [13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1]
const WIDE = [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 0, 0, 0, 0, 1, 1]

const amrLength =
  (isWide: boolean) =>
  ([a = 0]: Bytes) =>
    (a & 0x83) === 0 ? (isWide ? WIDE : NARROW)[a >> 3] || undefined : undefined

export function* amr(removed: Set<Removed>): Cleaning {
  const start = yield* take(6)
  yield start
  const isWide = word(start, 5, 1) === '-'
  if (isWide) yield yield* take(3)
  yield* frames({ head: 1, lengthOf: amrLength(isWide) }, removed)
}

/** How long an AMR lasts that came out clean, which no browser needs to play for it: 20 ms a frame, also of silence. */
export function amrSeconds(bytes: Bytes): number {
  const isWide = word(bytes, 5, 1) === '-'
  const lengthOf = amrLength(isWide)
  let frames = 0
  for (let at = isWide ? 9 : 6; at < bytes.length; frames++) {
    const length = lengthOf(bytes.subarray(at, at + 1))
    if (!length || at + length > bytes.length) break
    at += length
  }
  return frames / 50
}
