import { type Bytes, concat } from '../sealing/bytes.ts'
import { type Cleaning, drop, type Removed, refuse, take } from './asks.ts'
import { hints, readExif, upright } from './exif.ts'
import { be16, latin, word } from './numbers.ts'
import { fits } from './pixels.ts'

const EOI = 0xd9
const SOS = 0xda
/** Baseline, extended and progressive: what browsers decode. */
const FRAMES = [0xc0, 0xc1, 0xc2]
/** A progressive photo has about ten; a thousand over one picture keep a phone busy for minutes. */
const MOST_SCANS = 100

/**
 * JPEG (ITU-T T.81): tables, frame and scans go through when their length is what they need; of the rest only what
 * decoding asks for, in our words: JFIF's mark, Adobe's colour transform, which side is up. Colours are read as sRGB.
 */
export function* jpeg(removed: Set<Removed>): Cleaning {
  yield* drop(2)
  yield segment(0xd8)
  const told = new Set<string>()
  let framed = false
  let scans = 0
  let marker = yield* nextMarker()
  while (marker !== EOI) {
    const body = yield* take(be16(yield* take(2)) - 2)
    if (FRAMES.includes(marker)) {
      if (framed || body.length < 6) yield* refuse('truncated')
      framed = true
      // A height of zero is told after the scan: no phone does it, and nobody could refuse it in time.
      if (be16(body, 1) === 0) yield* refuse('notCleanable')
      yield* fits(be16(body, 3), be16(body, 1))
    }
    const kept = asNeeded(marker, body)
    if (kept === 'lies') yield* refuse('truncated')
    else if (kept !== 'dropped') yield segment(marker, kept)
    else {
      const name = word(body, 0, body.indexOf(0))
      const ours = told.has(name) ? undefined : rewritten(marker, name, body)
      told.add(name)
      if (ours) yield segment(marker, ours)
      for (const one of tellsOf(marker, name, body, ours)) removed.add(one)
    }
    if (marker !== SOS) marker = yield* nextMarker()
    else if (!framed) yield* refuse('truncated')
    else if (++scans > MOST_SCANS) yield* refuse('looping')
    else marker = yield* scan()
  }
  if (scans === 0) yield* refuse('truncated')
  yield segment(EOI)
}

const segment = (marker: number, body?: Bytes) =>
  body
    ? concat(Uint8Array.of(0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff), body)
    : Uint8Array.of(0xff, marker)

/** A segment that decoding needs, if its length is just what it needs. */
function asNeeded(marker: number, body: Bytes): Bytes | 'dropped' | 'lies' {
  const exactly = (length: number) => (body.length === length ? body : 'lies')
  if (FRAMES.includes(marker)) return exactly(6 + 3 * (body[5] ?? 0))
  if (marker === SOS) return exactly(4 + 2 * (body[0] ?? 0))
  if (marker === 0xdd) return exactly(2)
  if (marker === 0xdb) return exactly(tables(body, (at) => 1 + 64 * (((body[at] ?? 0) >> 4) + 1)))
  if (marker === 0xc4) return exactly(tables(body, (at) => 17 + sum(body.subarray(at + 1, at + 17))))
  // Other frames: lossless, hierarchical, arithmetic. No browser shows them.
  return marker >= 0xc3 && marker <= 0xcf ? 'lies' : 'dropped'
}

function tables(body: Bytes, length: (at: number) => number): number {
  let at = 0
  while (at < body.length) at += length(at)
  return at
}

const sum = (bytes: Bytes) => bytes.reduce((total, byte) => total + byte, 0)

function rewritten(marker: number, name: string, body: Bytes): Bytes | undefined {
  if (marker === 0xe0 && name === 'JFIF') return latin('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')
  if (marker === 0xee && word(body, 0, 5) === 'Adobe' && body.length >= 12)
    return concat(latin('Adobe\0\x64\0\0\0\0'), body.subarray(11, 12))
  if (marker !== 0xe1 || name !== 'Exif') return
  const { orientation } = readExif(body.subarray(6))
  return orientation === 1 ? undefined : concat(latin('Exif\0\0'), upright(orientation))
}

function tellsOf(marker: number, name: string, body: Bytes, ours: Bytes | undefined): Removed[] {
  if (marker === 0xe1 && name === 'Exif') return readExif(body.subarray(6)).tells
  if (marker === 0xe1 || marker === 0xfe) return hints(body)
  return ours && ours.length >= body.length ? [] : ['other']
}

/** Passes over whatever stands before a marker, as decoders do. */
function* nextMarker(): Cleaning<number> {
  for (let last = 0; ; ) {
    const [byte = 0] = yield* take(1)
    if (last === 0xff && byte !== 0xff && byte !== 0) return byte
    last = byte
  }
}

/** Lets a scan through, up to the marker that ends it: not a stuffed zero, and not one at which decoding restarts. */
function* scan(): Cleaning<number> {
  for (;;) {
    const part = yield Number.POSITIVE_INFINITY
    if (part.length === 0) yield* refuse('truncated')
    let at = part.indexOf(0xff)
    while (at >= 0 && at + 1 < part.length && belongsToScan(part[at + 1])) at = part.indexOf(0xff, at + 2)
    yield at < 0 ? part : part.subarray(0, at)
    if (at < 0) continue
    yield { back: part.subarray(at + 1) }
    let [byte = 0] = yield* take(1)
    while (byte === 0xff) [byte = 0] = yield* take(1)
    if (!belongsToScan(byte)) return byte
    yield Uint8Array.of(0xff, byte)
  }
}

const belongsToScan = (byte = 0) => byte === 0 || (byte >= 0xd0 && byte <= 0xd7)
