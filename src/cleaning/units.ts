import { type Bytes, concat, sameBytes } from '../sealing/bytes.ts'
import { type Cleaning, refuse, take } from './asks.ts'
import { type Box, boxesOf, find } from './boxes.ts'
import { beOf } from './numbers.ts'
import type { Coding } from './spans.ts'

/**
 * What decoders are told beside the picture and need: buffers, where to begin, which side is up, brightness and colour.
 * Anything else stays out: the clock, captions, and whatever a camera or an app notes in words of its own.
 */
const NEEDED = [0, 6, 45, 47, 129, 132, 137, 144, 147]
const FILLER = 3

/** How the pictures of a track are written (ISO 14496-15), where it is in units; undefined where it is not. */
export function codingOf(bytes: Bytes, trak: Box): Coding | undefined {
  const stsd = find(bytes, trak, 'mdia', 'minf', 'stbl', 'stsd')
  const entries = (stsd && boxesOf(bytes, stsd.body + 8, stsd.end)) ?? []
  const found = entries.map((entry): Coding | undefined => {
    const own = { ...entry, body: entry.body + 78 }
    const avc = /^avc/.test(entry.type) && find(bytes, own, 'avcC')
    const hevc = /^(hvc|hev|dvh)/.test(entry.type) && find(bytes, own, 'hvcC')
    if (avc) return `avc ${widthAt(bytes, avc.body + 4)}`
    return hevc ? `hevc ${widthAt(bytes, hevc.body + 21)}` : undefined
  })
  return new Set(found).size === 1 ? found[0] : undefined
}

/** Of how many bytes the length before each unit is. */
const widthAt = (bytes: Bytes, at: number) => (((bytes[at] ?? 0) & 3) + 1) as 1 | 2 | 3 | 4

/** Lets pictures through, unit by unit, and puts filling where notes were. Whether there were any. */
export function* keepPictures(length: number, coding: Coding): Cleaning<boolean> {
  const width = Number(coding.at(-1))
  const isHevc = coding.startsWith('hevc')
  const isNote = (first = 0) => (isHevc ? [39, 40].includes((first >> 1) & 63) : (first & 31) === 6)
  let found = false
  let within = 0
  for (let left = length; left > 0; ) {
    const part = yield left
    if (part.length === 0) yield* refuse('truncated')
    let at = 0
    for (;;) {
      const step = Math.min(within, part.length - at)
      at += step
      within -= step
      // Of the next unit there is too little to tell what it is.
      if (part.length - at <= width) break
      const size = beOf(part, at, width)
      if (size > left - at - width) yield* refuse('notCleanable')
      if (size > 0 && isNote(part[at + width])) break
      at += width
      within = size
    }
    yield part.subarray(0, at)
    left -= at
    if (at === part.length) continue
    yield { back: part.subarray(at) }
    const head = yield* take(Math.min(width, left))
    const size = beOf(head, 0, width)
    left -= width
    if (size > left) yield* refuse('notCleanable')
    yield head
    const unit = yield* take(size > 0 ? 1 : 0)
    const whole = isNote(unit[0]) && size > 0 ? concat(unit, yield* take(size - 1)) : unit
    const kept =
      whole.length === size && size > 0 && isNote(whole[0]) ? silenced(whole, isHevc ? 2 : 1) : whole
    found ||= !sameBytes(kept, whole)
    yield kept
    left -= whole.length
    within = size - whole.length
  }
  return found
}

/** The unit itself when it tells no more than is needed, else one of its length that is filled up. */
function silenced(unit: Bytes, head: number): Bytes {
  if (!tellsMore(withoutEscapes(unit.subarray(head)))) return unit
  return concat(unit.subarray(0, head), filling(Math.max(0, unit.length - head)))
}

/** A third byte stands after two zeros, lest they look like the beginning of a unit. */
const withoutEscapes = (bytes: Bytes) =>
  bytes.filter((byte, at) => !(byte === 3 && at > 1 && bytes[at - 1] === 0 && bytes[at - 2] === 0))

/** Messages, each a type and a length in front, and a last byte (ITU-T H.264 §7.3.2.3, H.265 §7.3.2.4). */
function tellsMore(messages: Bytes): boolean {
  const end = messages.length - 1
  let at = 0
  const number = () => {
    let n = 0
    for (; messages[at] === 255; at++) n += 255
    return n + (messages[at++] ?? 0)
  }
  while (at < end) {
    const type = number()
    const length = number()
    const message = messages.subarray(at, at + length)
    at += length
    if (at > end) return true
    if (type === FILLER ? message.some((byte) => byte !== 255) : !NEEDED.includes(type)) return true
  }
  return messages[end] !== 0x80
}

/** So many bytes of messages that say nothing. */
function filling(length: number): Bytes {
  const out = new Uint8Array(length).fill(255)
  out[length - 1] = 0x80
  if (length < 3) return out.fill(0x80)
  let at = 0
  let room = length - 3
  // One length cannot be spelled with what belongs to it.
  if (room % 256 === 255) {
    out.set([FILLER, 0])
    at = 2
    room -= 2
  }
  const size = room - Math.floor(room / 256)
  out[at] = FILLER
  out[at + 1 + Math.floor(size / 255)] = size % 255
  return out
}
