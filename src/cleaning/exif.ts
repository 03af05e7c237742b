import { type Bytes, concat } from '../sealing/bytes.ts'
import { blank, type Cleaning, drop, isBlank, type Removed, upTo } from './asks.ts'
import { be16, be32, latin, le16, le32, word } from './numbers.ts'

/** Bytes of an Exif that says which side is up, and nothing else. */
export const UPRIGHT = 26

const ORIENTATION = 0x0112
const SUB = 0x8769
const tells: Record<number, Removed> = {
  271: 'model',
  272: 'model',
  42032: 'model',
  42033: 'model',
  42036: 'model',
  306: 'time',
  36867: 'time',
  36868: 'time',
  34853: 'place',
}

/** What an Exif tells, from its byte order mark on (TIFF 6.0, Exif 2.3 §4.6). Orientation is 1 … 8, as displayed 1. */
export function readExif(tiff: Bytes): { orientation: number; tells: Removed[] } {
  const little = word(tiff, 0, 2) === 'II'
  const [n16, n32] = little ? [le16, le32] : [be16, be32]
  const found: Removed[] = []
  let orientation = 1
  const directories = [n32(tiff, 4)]
  for (const at of directories) {
    const entries = Math.min(n16(tiff, at), Math.ceil((tiff.length - at) / 12))
    for (let entry = at + 2; entry < at + 2 + 12 * entries; entry += 12) {
      const tag = n16(tiff, entry)
      if (tag === ORIENTATION) orientation = n16(tiff, entry + 8)
      else if (tag === SUB && directories.length < 2) directories.push(n32(tiff, entry + 8))
      else if (tag !== 0) found.push(tells[tag] ?? 'other')
    }
  }
  return { orientation: orientation >= 1 && orientation <= 8 ? orientation : 1, tells: found }
}

/** An Exif of our own: one directory with one entry. */
export const upright = (orientation: number): Bytes =>
  latin(`MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0${String.fromCharCode(orientation)}\0\0\0\0\0\0`)

/** What a block of text tells that nobody reads in full: XMP, comments, QuickTime's user data. */
export function hints(block: Bytes): Removed[] {
  const text = new TextDecoder('latin1').decode(block.subarray(0, 1 << 16))
  const found = words.filter(([mark]) => mark.test(text)).map(([, told]) => told)
  return found.length > 0 ? found : ['other']
}

/** Zeros in the place of what stands behind a head, and what it told. */
export function* unwanted(head: Bytes, length: number, removed: Set<Removed>): Cleaning {
  const first = yield* upTo(Math.min(length, 1 << 16))
  yield new Uint8Array(first.length)
  const more = yield* blank(length - first.length)
  if (more || !isBlank(first)) for (const one of hints(concat(head.subarray(4), first))) removed.add(one)
}

/**
 * What stands behind all that is wanted goes, whether or not it can be read: cameras and apps leave scraps there.
 * `start`: what was read of it already.
 */
export function* dropScraps(start: Bytes, removed: Set<Removed>): Cleaning {
  const first = concat(start, yield* upTo(1 << 16))
  const more = yield* drop(Number.POSITIVE_INFINITY)
  // The head of a box says nothing yet.
  const isTold = !isBlank(first.subarray(first.length > HEAD ? HEAD : 0))
  if (more || isTold) for (const one of hints(first)) removed.add(one)
}

const HEAD = 8

const words: readonly (readonly [RegExp, Removed])[] = [
  [/\bGPS|\xa9xyz|loci|ISO6709|location/i, 'place'],
  [/date|\xa9day|creation/i, 'time'],
  [/\bmake\b|model|\xa9ma[kr]|\xa9mod|author|manufacturer/i, 'model'],
]
