import type { Bytes } from '../sealing/bytes.ts'
import type { Refusal, Removed } from './asks.ts'
import { type Box, childrenOf, type Edit, empty, find, prune, type Rules, sized, upToBytes } from './boxes.ts'
import { be32, be64 } from './numbers.ts'
import type { Coding, Span } from './spans.ts'

/** What the header of the file says of a track for its fragments: how long a sample usually is, and how coded. */
export interface Samples {
  length: number
  coding: Coding | undefined
}
export type Defaults = ReadonlyMap<number, Samples>

/** Bytes of what a `tfhd` says: with all that it may, 32. */
const MOST_TFHD = 40

/** Track and usual length of a sample, of each track that goes on in fragments. */
export function lengthsOf(bytes: Bytes, moov: Box): Map<number, number> {
  const mvex = find(bytes, moov, 'mvex')
  const trexes = childrenOf(bytes, mvex).filter(({ type }) => type === 'trex')
  return new Map(trexes.map(({ body }) => [be32(bytes, body + 4), be32(bytes, body + 16)]))
}

/** Where the samples of one fragment's track are (§8.8); `start` is where its `moof` begins in the file. */
function runsOf(bytes: Bytes, traf: Box, start: number, defaults: Defaults): Span[] | Refusal {
  const tfhd = find(bytes, traf, 'tfhd')
  if (!tfhd) return 'truncated'
  const has = be32(bytes, tfhd.body)
  let at = tfhd.body + 8
  const optional = (flag: number, width: number) => {
    if (!(has & flag)) return
    at += width
    return width === 8 ? be64(bytes, at - 8) : be32(bytes, at - 4)
  }
  const base = optional(1, 8) ?? start
  for (const flag of [2, 8]) optional(flag, 4)
  const track = defaults.get(be32(bytes, tfhd.body + 4))
  const usual = optional(0x10, 4) ?? track?.length ?? 0
  if (at > tfhd.end) return 'truncated'
  const spans: Span[] = []
  let from = base
  for (const { type, body, end } of childrenOf(bytes, traf)) {
    if (type !== 'trun') continue
    const flags = be32(bytes, body)
    const samples = be32(bytes, body + 4)
    const fields = [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag)
    const first = body + 8 + (flags & 1 ? 4 : 0) + (flags & 4 ? 4 : 0)
    if (first + samples * 4 * fields.length !== end) return 'truncated'
    if (flags & 1) from = base + (be32(bytes, body + 8) | 0)
    let length = flags & 0x200 ? 0 : samples * usual
    if (flags & 0x200) {
      const size = 4 * fields.indexOf(0x200)
      for (let n = 0; n < samples; n++) length += be32(bytes, first + n * 4 * fields.length + size)
    }
    spans.push([from, from + length, track?.coding])
    from += length
  }
  return spans
}

/** `moof`, which begins at `start` in the file, cleaned in place. Gives where its samples are. */
export function cleanMoof(
  bytes: Bytes,
  moof: Box,
  start: number,
  defaults: Defaults,
  removed: Set<Removed>,
): Span[] | Refusal {
  const spans: Span[] = []
  const traf: Edit = (bytes, box, removed) => {
    const tfhd = find(bytes, box, 'tfhd')
    if (!tfhd || !defaults.has(be32(bytes, tfhd.body + 4))) return empty(bytes, box, removed)
    // It would be read and not kept: the fragment is lost, and a second reading would find less.
    if (tfhd.end - tfhd.body > MOST_TFHD) return 'truncated'
    const runs = runsOf(bytes, box, start, defaults)
    if (typeof runs === 'string') return runs
    spans.push(...runs)
    return prune(bytes, box.body, box.end, fragmentParts, removed)
  }
  return prune(bytes, moof.body, moof.end, { mfhd: sized(8), traf }, removed) ?? spans
}

const fragmentParts: Rules = { tfhd: upToBytes(MOST_TFHD), tfdt: sized(8, 12), trun: upToBytes(1 << 22) }
