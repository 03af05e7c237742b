import { type Bytes, concat, sameBytes } from '../sealing/bytes.ts'
import { type Cleaning, refuse, take } from './asks.ts'
import { type Box, boxesOf, find } from './boxes.ts'
import { silenced } from './notes.ts'
import { beOf } from './numbers.ts'
import type { Coding } from './spans.ts'

/**
 * How the pictures of a track are written (ISO 14496-15), where it is in units; undefined where it is not, and
 * `notCleanable` where it cannot be told or changes on the way.
 */
export function codingOf(bytes: Bytes, trak: Box): Coding | 'notCleanable' | undefined {
  const stsd = find(bytes, trak, 'mdia', 'minf', 'stbl', 'stsd')
  const entries = (stsd && boxesOf(bytes, stsd.body + 8, stsd.end)) ?? []
  const found = entries.map((entry): Coding | 'notCleanable' | undefined => {
    const own = { ...entry, body: entry.body + 78 }
    const [isAvc, isHevc] = [/^avc/.test(entry.type), /^(hvc|hev|dvh)/.test(entry.type)]
    if (!isAvc && !isHevc) return undefined
    const setup = find(bytes, own, isAvc ? 'avcC' : 'hvcC')
    if (!setup) return 'notCleanable'
    return isAvc ? `avc ${widthAt(bytes, setup.body + 4)}` : `hevc ${widthAt(bytes, setup.body + 21)}`
  })
  return new Set(found).size > 1 ? 'notCleanable' : found[0]
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
    const first = yield* take(Math.min(1, size))
    left -= first.length
    within = size - first.length
    if (within === size || !isNote(first[0])) {
      yield first
      continue
    }
    const note = concat(first, yield* take(within))
    left -= within
    within = 0
    const kept = silenced(note, isHevc ? 2 : 1)
    found ||= !sameBytes(kept, note)
    yield kept
  }
  return found
}
