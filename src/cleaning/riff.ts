import { type Bytes, concat } from '../sealing/bytes.ts'
import { blank, type Cleaning, keep, type Removed, refuse, take } from './asks.ts'
import { readExif, UPRIGHT, unwanted, upright } from './exif.ts'
import { latin, le16, le32, word } from './numbers.ts'
import { fits } from './pixels.ts'

/** Goes on with one chunk of `length` bytes after its name and length, and writes both anew. */
type Chunk = (head: Bytes, length: number, removed: Set<Removed>) => Cleaning

/**
 * RIFF in place: chunks keep their lengths, so that the one in front stays true, and the unwanted turn into filling.
 */
function* riff(chunks: Record<string, Chunk>, wanted: RegExp, removed: Set<Removed>): Cleaning {
  const head = yield* take(12)
  yield head
  const seen: string[] = []
  for (let left = le32(head, 4) - 4; left > 0; ) {
    const head = yield* take(8)
    const [name, length] = [word(head), le32(head, 4)]
    left -= 8 + length + (length % 2)
    // A last chunk of odd length is often not filled up.
    if (left < -1 || (left === -1 && length % 2 === 0)) yield* refuse('truncated')
    yield* (chunks[name] ?? filling)(head, length, removed)
    seen.push(name)
    if (length % 2 === 1 && left >= 0 && (yield* blank(1))) removed.add('other')
  }
  if (!seen.some((name) => wanted.test(name))) yield* refuse('truncated')
}

/** WebP (RFC 9649). Colours are read as sRGB; a moving picture is no photo. */
export const webp = (removed: Set<Removed>) =>
  riff(
    { VP8X: extended, 'VP8 ': lossy, VP8L: lossless, ALPH: whole, ANIM: moving, EXIF: exif },
    /^VP8[ L]$/,
    removed,
  )

/** WAVE: how it was sampled, and the samples. */
export const wav = (removed: Set<Removed>) => riff({ 'fmt ': sampled, data: whole }, /^data$/, removed)

const FILLING = latin('JUNK')

function* filling(head: Bytes, length: number, removed: Set<Removed>): Cleaning {
  yield concat(FILLING, head.subarray(4))
  yield* unwanted(head, length, removed)
}

function* whole(head: Bytes, length: number): Cleaning {
  yield head
  yield* keep(length)
}

function* extended(head: Bytes, length: number): Cleaning {
  if (length !== 10) yield* refuse('truncated')
  const body = (yield* take(10)).slice()
  yield* fits(1 + le16(body, 4) + ((body[6] ?? 0) << 16), 1 + le16(body, 7) + ((body[9] ?? 0) << 16))
  // Of profile, alpha, Exif, XMP and animation, alpha and Exif stay.
  body.set([(body[0] ?? 0) & 0b0001_1000, 0, 0, 0])
  yield concat(head, body)
}

function* lossy(head: Bytes, length: number): Cleaning {
  const start = yield* take(Math.min(length, 10))
  yield* fits(le16(start, 6) & 0x3fff, le16(start, 8) & 0x3fff)
  yield concat(head, start)
  yield* keep(length - start.length)
}

function* lossless(head: Bytes, length: number): Cleaning {
  const start = yield* take(Math.min(length, 5))
  const size = le32(start, 1)
  yield* fits(1 + (size & 0x3fff), 1 + ((size >>> 14) & 0x3fff))
  yield concat(head, start)
  yield* keep(length - start.length)
}

function* moving(): Cleaning {
  yield* refuse('notCleanable')
}

function* exif(head: Bytes, length: number, removed: Set<Removed>): Cleaning {
  if (length < UPRIGHT || length > 1 << 20) return yield* filling(head, length, removed)
  const body = yield* take(length)
  const { orientation, tells } = readExif(body.subarray(word(body) === 'Exif' ? 6 : 0))
  for (const one of tells) removed.add(one)
  yield concat(head, upright(orientation), new Uint8Array(length - UPRIGHT))
}

function* sampled(head: Bytes, length: number): Cleaning {
  if (![16, 18, 20, 40, 50].includes(length)) yield* refuse('truncated')
  yield head
  yield* keep(length)
}
