import type { Bytes } from '../sealing/bytes.ts'
import type { Refusal, Removed } from './asks.ts'
import {
  type Box,
  childrenOf,
  type Edit,
  empty,
  find,
  handler,
  prune,
  type Rules,
  sized,
  table,
  within,
} from './boxes.ts'
import { codecs, picture, sound } from './codecs.ts'
import { type Defaults, lengthsOf, type Samples } from './fragments.ts'
import { be32, word } from './numbers.ts'
import { chunksOf } from './samples.ts'
import { MOST_STRETCHES, type Span } from './spans.ts'
import { codingOf } from './units.ts'

/** Length of a header that tells when it was made, by its version, and the parts of it that mean nothing. */
const timed =
  (length: number, ...unused: (readonly [from: number, to: number])[]): Edit =>
  (bytes, { body, end }, removed) => {
    const more = bytes[body] === 1 ? 12 : 0
    if (end - body !== length + more) return 'truncated'
    const times = bytes.subarray(body + 4, body + (more ? 20 : 12))
    if (times.some((byte) => byte !== 0)) removed.add('time')
    times.fill(0)
    for (const [from, to] of unused) bytes.fill(0, body + more + from, body + more + to)
    return
  }

/** Nothing is fetched from another file, and none is named. */
const here: Edit = (bytes, { body, end }) => {
  if (end - body < 4) return 'truncated'
  bytes[body + 3] = 1
  bytes.fill(0, body + 4, end)
  return
}

const edits: Edit = (bytes, box, removed) => table(bytes[box.body] === 1 ? 20 : 12)(bytes, box, removed)
/** Sizes of samples: one for all, or a list. */
const sizes: Edit = (bytes, box, removed) =>
  table(be32(bytes, box.body + 4) === 0 ? 4 : 0, 8)(bytes, box, removed)

const media: Rules = {
  vmhd: sized(12),
  smhd: sized(8),
  hdlr: handler,
  dinf: { dref: within(8, { 'url ': here, alis: here }) },
  stbl: {
    stsd: within(8, codecs),
    stts: table(8),
    ctts: table(8),
    stss: table(4),
    stsc: table(12),
    stsz: sizes,
    stco: table(4),
    co64: table(8),
  },
}

/** The language a phone is set to goes with the time. */
const mediaHeader: Edit = (bytes, box, removed) => {
  const refused = timed(24)(bytes, box, removed)
  bytes.set([0x55, 0xc4, 0, 0], box.end - 4)
  return refused
}

const track: Edit = (bytes, box, removed) =>
  isPictureOrSound(bytes, box)
    ? prune(bytes, box.body, box.end, trackParts, removed)
    : empty(bytes, box, removed)

const trackParts: Rules = {
  tkhd: timed(84, [16, 20], [24, 32]),
  edts: { elst: edits },
  mdia: { mdhd: mediaHeader, hdlr: handler, minf: media },
}

const moovParts: Rules = {
  mvhd: timed(100, [26, 36], [72, 96]),
  trak: track,
  mvex: { mehd: sized(8, 12), trex: sized(24) },
}

const handlerOf = (bytes: Bytes, trak: Box) => {
  const hdlr = find(bytes, trak, 'mdia', 'hdlr')
  return hdlr ? word(bytes, hdlr.body + 8) : ''
}

/** Places, menus, time codes and captions come as tracks too. */
function isPictureOrSound(bytes: Bytes, trak: Box): boolean {
  const codec = { vide: picture, soun: sound }[handlerOf(bytes, trak)]
  const stsd = find(bytes, trak, 'mdia', 'minf', 'stbl', 'stsd')
  const entries = childrenOf(bytes, stsd, 8)
  return codec !== undefined && entries.length > 0 && entries.every(({ type }) => codecs[type] === codec)
}

const tracksOf = (bytes: Bytes, moov: Box) => childrenOf(bytes, moov).filter(({ type }) => type === 'trak')

/** Where the samples of what was kept are: in the whole file, and what fragments need to tell theirs. */
export interface Movie {
  spans: Span[]
  defaults: Defaults
  isFragmented: boolean
}

/** `moov` (ISO 14496-12, QuickTime), cleaned in place. */
export function cleanMoov(bytes: Bytes, moov: Box, removed: Set<Removed>): Movie | Refusal {
  const handlers = () => tracksOf(bytes, moov).map((trak) => handlerOf(bytes, trak))
  const told = handlers()
  const refused = prune(bytes, moov.body, moov.end, moovParts, removed)
  if (refused) return refused
  // A film that would lose its picture or its sound is not cleaned but spoiled.
  const left = handlers()
  if (['vide', 'soun'].some((handler) => told.includes(handler) && !left.includes(handler)))
    return 'notCleanable'
  const spans: Span[] = []
  const usual = lengthsOf(bytes, moov)
  const defaults = new Map<number, Samples>()
  const tracks = tracksOf(bytes, moov)
  for (const trak of tracks) {
    const chunks = chunksOf(bytes, trak)
    if (typeof chunks === 'string') return chunks
    const coding = codingOf(bytes, trak)
    if (coding === 'notCleanable') return coding
    for (const [from, to] of chunks) spans.push([from, to, coding])
    if (spans.length > MOST_STRETCHES) return 'notCleanable'
    const tkhd = find(bytes, trak, 'tkhd')
    const id = tkhd ? be32(bytes, tkhd.body + (bytes[tkhd.body] === 1 ? 20 : 12)) : 0
    defaults.set(id, { length: usual.get(id) ?? 0, coding })
  }
  return tracks.length > 0 ? { spans, defaults, isFragmented: usual.size > 0 } : 'notCleanable'
}
