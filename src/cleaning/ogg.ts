import { type Bytes, concat } from '../sealing/bytes.ts'
import { type Cleaning, isBlank, type Removed, refuse, take, upTo } from './asks.ts'
import { oggCrc } from './crc.ts'
import { latin, le32, put32, word } from './numbers.ts'

/** Who encoded, and remarks: neither (RFC 7845 §5.2). */
const NO_TAGS = concat(latin('OpusTags'), new Uint8Array(8))
const MORE = 1
const FIRST = 2

/**
 * Ogg with one Opus stream, as browsers and phones record it (RFC 3533, 7845). Every page is written anew: numbered
 * from zero, of stream 1 in place of a random number, with its tags emptied.
 */
export function* ogg(removed: Set<Removed>): Cleaning {
  const head = yield* page()
  if (!head || !(head.flags & FIRST)) return yield* refuse('truncated')
  if (word(head.body, 0, 8) !== 'OpusHead') return yield* refuse('notCleanable')
  if (head.body.length < 19) return yield* refuse('truncated')
  yield written(0, head)
  yield* tags(head.stream, removed)
  for (let number = 2; ; ) {
    const next = yield* page()
    if (!next) return
    if (next.stream === head.stream && !(next.flags & FIRST)) yield written(number++, next)
    else removed.add('other')
  }
}

interface Page {
  flags: number
  /** Where it is in the recording, 8 bytes. */
  position: Bytes
  stream: number
  /** How the body is cut into packets. */
  lacing: Bytes
  body: Bytes
}

/** Undefined at the end of the file. */
function* page(): Cleaning<Page | undefined> {
  const start = yield* upTo(27)
  if (start.length === 0) return
  if (start.length < 27 || word(start) !== 'OggS' || start[4] !== 0) return yield* refuse('truncated')
  const lacing = yield* take(start[26] ?? 0)
  const body = yield* take(lacing.reduce((sum, byte) => sum + byte, 0))
  const [flags = 0] = start.subarray(5)
  return { flags, position: start.slice(6, 14), stream: le32(start, 14), lacing, body }
}

/** The second packet, which may be spread over pages but shares none. */
function* tags(stream: number, removed: Set<Removed>): Cleaning {
  for (let started = false; ; started = true) {
    const next = yield* page()
    if (!next || next.stream !== stream) return yield* refuse(next ? 'notCleanable' : 'truncated')
    if (Boolean(next.flags & MORE) !== started) return yield* refuse('truncated')
    if (!started && word(next.body, 0, 8) !== 'OpusTags') return yield* refuse('truncated')
    if (started || !isBlank(next.body.subarray(8))) removed.add('other')
    const ends = next.lacing.findIndex((length) => length < 255)
    if (ends < 0) continue
    if (ends < next.lacing.length - 1) return yield* refuse('notCleanable')
    const lacing = Uint8Array.of(NO_TAGS.length)
    yield written(1, { flags: 0, position: new Uint8Array(8), stream, lacing, body: NO_TAGS })
    return
  }
}

function written(number: number, { flags, position, lacing, body }: Page): Bytes {
  const numbers = Uint8Array.of(1, 0, 0, 0, number, number >> 8, number >> 16, number >> 24, 0, 0, 0, 0)
  const whole = concat(
    latin('OggS\0'),
    Uint8Array.of(flags),
    position,
    numbers,
    Uint8Array.of(lacing.length),
    lacing,
    body,
  )
  const crc = oggCrc(whole)
  put32(whole, 22, ((crc & 0xff) << 24) | ((crc & 0xff00) << 8) | ((crc >> 8) & 0xff00) | (crc >>> 24))
  return whole
}
