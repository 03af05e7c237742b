import { type Bytes, concat, uint32 } from '../sealing/bytes.ts'
import { type Cleaning, drop, keep, type Removed, refuse, take } from './asks.ts'
import { crc32 } from './crc.ts'
import { hints, readExif, upright } from './exif.ts'
import { be32, latin, word } from './numbers.ts'
import { fits } from './pixels.ts'

/** Chunks that say how a sample becomes a colour, each with the lengths it may have. */
const colours: Record<string, (length: number) => boolean> = {
  PLTE: (length) => length <= 768,
  tRNS: (length) => length <= 256,
  gAMA: (length) => length === 4,
  cHRM: (length) => length === 32,
  sRGB: (length) => length === 1,
  sBIT: (length) => length <= 4,
  bKGD: (length) => length <= 6,
  cICP: (length) => length === 4,
}

/** What is read whole, to see what it tells. The rest is passed over as it comes. */
const MOST_READ = 1 << 20

/**
 * PNG (W3C, third edition): the picture and what its colours need. An animation becomes its still picture; a colour
 * profile, packed in a stream of its own, goes.
 */
export function* png(removed: Set<Removed>): Cleaning {
  yield yield* take(8)
  const seen = new Set<string>()
  /** Whether the picture has ended: pieces of another after it are what a bad crop left behind. */
  let over = false
  for (;;) {
    const head = yield* take(8)
    const length = be32(head)
    const name = word(head, 4)
    if (length >= 2 ** 31) yield* refuse('truncated')
    if ((name === 'IHDR') !== (seen.size === 0)) yield* refuse('truncated')
    if (seen.has('IDAT') && name !== 'IDAT') over = true
    if (name === 'IDAT' && !over) {
      yield head
      yield* keep(length + 4)
    } else if (name === 'IHDR' || name === 'IEND' || colours[name]?.(length)) {
      const isHead = name === 'IHDR'
      if (length > 768 || (isHead && length !== 13) || (name === 'IEND' && length > 0))
        yield* refuse('truncated')
      const body = yield* take(length)
      if (isHead) yield* fits(be32(body), be32(body, 4))
      yield* drop(4)
      if (seen.has(name)) removed.add('other')
      else yield chunk(name, body)
    } else if (length > MOST_READ) {
      yield* drop(length + 4)
      removed.add('other')
    } else {
      const body = yield* take(length)
      yield* drop(4)
      const told = name === 'eXIf' ? readExif(body) : undefined
      if (told && told.orientation !== 1 && !seen.has(name)) yield chunk(name, upright(told.orientation))
      for (const one of told?.tells ?? tellsOf(name, body)) removed.add(one)
    }
    seen.add(name)
    if (name !== 'IEND') continue
    return seen.has('IDAT') ? undefined : yield* refuse('truncated')
  }
}

const chunk = (name: string, body: Bytes) => {
  const named = concat(latin(name), body)
  return concat(uint32(body.length), named, uint32(crc32(named)))
}

const tellsOf = (name: string, body: Bytes): Removed[] => (name === 'tIME' ? ['time'] : hints(body))
