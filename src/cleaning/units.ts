import { type Bytes, sameBytes } from '../sealing/bytes.ts'
import { type Cleaning, type Refusal, type Removed, refuse, take } from './asks.ts'
import { type Box, childrenOf, find } from './boxes.ts'
import { silenced } from './notes.ts'
import { beOf } from './numbers.ts'
import type { Coding, InUnits } from './spans.ts'

/**
 * How the pictures of a track are written (ISO 14496-15), where notes can stand among them; undefined where none can,
 * and `notCleanable` where it cannot be told or changes on the way.
 */
export function codingOf(bytes: Bytes, trak: Box): Coding | 'notCleanable' | undefined {
  const stsd = find(bytes, trak, 'mdia', 'minf', 'stbl', 'stsd')
  const found = childrenOf(bytes, stsd, 8).map((entry): Coding | 'notCleanable' | undefined => {
    const own = { ...entry, body: entry.body + 78 }
    if (entry.type === 'av01' || entry.type === 'mp4v') return entry.type
    const setUpBy = /^avc/.test(entry.type) ? 'avcC' : /^(hvc|hev|dvh)/.test(entry.type) ? 'hvcC' : undefined
    return setUpBy && setUp(bytes, find(bytes, own, setUpBy))
  })
  return new Set(found).size > 1 ? 'notCleanable' : found[0]
}

/** How the pieces of a HEVC picture are written, as the first that is set up in its file. */
export const itemCoding = (bytes: Bytes, iprp: Box | undefined) =>
  setUp(bytes, iprp && find(bytes, iprp, 'ipco', 'hvcC'))

/** Of how many bytes the length before each unit is. */
function setUp(bytes: Bytes, setup: Box | undefined): InUnits | 'notCleanable' {
  if (!setup) return 'notCleanable'
  const [coding, at] = setup.type === 'avcC' ? (['avc', 4] as const) : (['hevc', 21] as const)
  return `${coding} ${(((bytes[setup.body + at] ?? 0) & 3) + 1) as 1 | 2 | 3 | 4}`
}

/** Supplemental enhancement information (ITU-T H.264 table 7-1, H.265 table 7-1), in front and behind. */
const AVC_NOTE = 6
const HEVC_NOTES = [39, 40]

/** So many bytes tell what a unit is and how long. */
const ENOUGH = 10
/** Of AV1 (§5.3.2), a bit for each type: heads of a sequence and of pictures, their pieces, where one begins. */
const PICTURED = 0b1101_1110
const PADDING = 15 << 3
/** A note is held as a whole; those of cameras and apps have some kilobytes. */
const LONGEST_NOTE = 2 ** 20
/** So many units count as one asking: each costs some looking, and a film of crumbs is one unit a byte. */
const UNITS_AN_ASK = 8

/** Of the unit that begins the bytes: how long it is, where what it says begins, whether it is a note. */
function unitOf(bytes: Bytes, coding: InUnits): readonly [size: number, body: number, isNote: boolean] {
  const [first = 0] = bytes
  if (coding !== 'av01') {
    const width = Number(coding.at(-1))
    const size = beOf(bytes, 0, width)
    const kind = bytes[width] ?? 0
    const [head, isNote] = coding.startsWith('avc')
      ? [1, (kind & 31) === AVC_NOTE]
      : [2, HEVC_NOTES.includes((kind >> 1) & 63)]
    return [width + size, width + head, isNote]
  }
  let body = first & 4 ? 2 : 1
  // One that does not tell its length goes on without end.
  let size = first & 2 ? 0 : Number.POSITIVE_INFINITY
  for (let place = 1, byte = 128; byte > 127 && body < ENOUGH; place *= 128) {
    byte = bytes[body++] ?? 0
    size += (byte & 127) * place
  }
  return [body + size, body, !((PICTURED >> ((first >> 3) & 15)) & 1)]
}

/** Puts filling where notes are. */
export function silence(bytes: Bytes, coding: InUnits, removed: Set<Removed>): Refusal | undefined {
  for (let rest = bytes; rest.length > 0; ) {
    const [size, body, isNote] = unitOf(rest, coding)
    if (size > rest.length) return 'notCleanable'
    const unit = rest.subarray(0, size)
    rest = rest.subarray(size)
    if (!isNote) continue
    if (size > LONGEST_NOTE) return 'notCleanable'
    const told = unit.slice()
    if (coding === 'av01') {
      const [flags = 0] = told
      unit.fill(0, body).fill(0x80, Math.max(body, size - 1))
      unit[0] = PADDING | (flags & 6)
    } else unit.set(silenced(told, body))
    if (!sameBytes(unit, told)) removed.add('other')
  }
  return
}

const NOTHING: Bytes = new Uint8Array()

/** Lets pictures through, unit by unit, and puts filling where notes were. */
export function* keepPictures(length: number, coding: InUnits, removed: Set<Removed>): Cleaning {
  /** Of the unit that has begun. */
  let within = 0
  let units = 0
  for (let left = length; left > 0; ) {
    // As many units as are at hand and may pass, in one: asking for each would cost more than looking.
    const part = yield left
    if (part.length === 0) yield* refuse('truncated')
    let at = 0
    for (;;) {
      const step = Math.min(within, part.length - at)
      at += step
      within -= step
      if (part.length - at < Math.min(ENOUGH, left - at) || at === left) break
      const [size, , isNote] = unitOf(part.subarray(at, at + ENOUGH), coding)
      if (size > left - at) yield* refuse('notCleanable')
      if (isNote) break
      within = size
      if (++units % UNITS_AN_ASK === 0) yield NOTHING
    }
    yield part.subarray(0, at)
    left -= at
    if (at === part.length) continue
    yield { back: part.subarray(at) }
    const start = yield* take(Math.min(ENOUGH, left))
    yield { back: start }
    const [size, , isNote] = unitOf(start, coding)
    if (size > left) yield* refuse('notCleanable')
    if (!isNote) {
      within = size
      continue
    }
    if (size > LONGEST_NOTE) yield* refuse('notCleanable')
    left -= size
    const unit = (yield* take(size)).slice()
    silence(unit, coding, removed)
    yield unit
  }
}
