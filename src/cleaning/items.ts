import type { Bytes } from '../sealing/bytes.ts'
import type { Refusal, Removed } from './asks.ts'
import {
  type Box,
  boxesOf,
  childrenOf,
  type Edit,
  empty,
  handler,
  prune,
  type Rules,
  sized,
  within,
} from './boxes.ts'
import type { Movie } from './movie.ts'
import { beOf, latin, word } from './numbers.ts'
import { propertiesOf, untouched } from './properties.ts'
import { type InUnits, MOST_STRETCHES, merged, type Span } from './spans.ts'
import { itemCoding, silence } from './units.ts'

/** What a picture is made of: one coded image, or a derived one that puts coded ones together. */
const IMAGES = ['hvc1', 'av01', 'grid', 'iden', 'iovl']
const MOST_ITEMS = 4096

/**
 * `meta` of HEIF (ISO 23008-12), cleaned in place: the primary picture stays, with the pieces it is made of. Exif, XMP,
 * thumbnails, depth and whatever else is an item of its own keep their number and lose their name, kind and bytes.
 */
export function cleanMeta(bytes: Bytes, meta: Box, removed: Set<Removed>): Movie | Refusal {
  const boxes = boxesOf(bytes, meta.body + 4, meta.end)
  const box = (type: string) => boxes?.find((child) => child.type === type)
  const [pitm, iinf, iloc, iref, idat, iprp] = ['pitm', 'iinf', 'iloc', 'iref', 'idat', 'iprp'].map(box)
  if (!boxes || !pitm || !iinf || !iloc) return 'truncated'
  const kept = new Set<number>()
  const infe: Edit = (bytes, box, removed) => forget(bytes, box, kept, removed)
  const parts: Rules = {
    hdlr: handler,
    pitm: sized(6, 8),
    iinf: within(bytes[iinf.body] ? 8 : 6, { infe }),
    iref: references,
    iprp: propertiesOf,
    idat: untouched,
    iloc: untouched,
  }
  const told = boxes.map(({ type }) => type).filter((type) => type in parts)
  if (new Set(told).size < told.length) return 'looping'
  const kinds = itemsOf(bytes, iinf)
  const pieces = iref ? piecesOf(bytes, iref) : new Map<number, number[]>()
  kept.add(beOf(bytes, pitm.body + 4, bytes[pitm.body] ? 4 : 2))
  // A set is gone through once, also where two pictures are each a piece of the other.
  for (const item of kept) for (const piece of pieces.get(item) ?? []) kept.add(piece)
  if (kinds.size > MOST_ITEMS || kept.size > MOST_ITEMS) return 'looping'
  if (![...kept].every((item) => IMAGES.includes(kinds.get(item) ?? ''))) return 'notCleanable'
  const codings: Readonly<Record<string, ReturnType<typeof itemCoding>>> = {
    av01: 'av01',
    hvc1: itemCoding(bytes, iprp),
  }
  const places = placesOf(bytes, iloc, kept, (item) => codings[kinds.get(item) ?? ''])
  if (typeof places === 'string') return places
  const refused =
    (idat && keepOnly(bytes.subarray(idat.body, idat.end), places.inside, removed)) ??
    prune(bytes, meta.body + 4, meta.end, parts, removed)
  return refused ?? { spans: places.outside, defaults: new Map(), isFragmented: false }
}

/** Only of what a picture is made is told, not what else belonged to it. The numbers stay: readers count them. */
const references: Edit = (bytes, iref) => {
  for (const one of childrenOf(bytes, iref, 4)) if (one.type !== 'dimg') bytes.set(latin('free'), one.at + 4)
  return
}

/** Kind of each item by its number. */
function itemsOf(bytes: Bytes, iinf: Box): Map<number, string> {
  const told = childrenOf(bytes, iinf, bytes[iinf.body] ? 8 : 6).filter(
    ({ type, body }) => type === 'infe' && hasKind(bytes[body]),
  )
  return new Map(told.map((infe) => [numberOf(bytes, infe), word(bytes, kindAt(bytes, infe))]))
}

/** Older versions name no kind. */
const hasKind = (version = 0) => version === 2 || version === 3

const numberOf = (bytes: Bytes, { body }: Box) => beOf(bytes, body + 4, bytes[body] === 3 ? 4 : 2)
const kindAt = (bytes: Bytes, { body }: Box) => body + (bytes[body] === 3 ? 10 : 8)

/** Takes the name of an item that stays, and of any other its kind as well. */
function forget(bytes: Bytes, infe: Box, kept: Set<number>, removed: Set<Removed>): Refusal | undefined {
  const at = kindAt(bytes, infe)
  if (!hasKind(bytes[infe.body]) || at + 4 > infe.end) return empty(bytes, infe, removed)
  const kind = word(bytes, at)
  if (!kept.has(numberOf(bytes, infe))) {
    if (kind === 'Exif') for (const one of ['place', 'time', 'model'] as const) removed.add(one)
    else if (kind !== 'free') removed.add('other')
    bytes.set(latin('free'), at)
  }
  bytes.fill(0, at + 4, infe.end)
  return
}

/** Of which items each is made. */
function piecesOf(bytes: Bytes, iref: Box): Map<number, number[]> {
  const width = bytes[iref.body] ? 4 : 2
  const found = new Map<number, number[]>()
  for (const { type, body, end } of childrenOf(bytes, iref, 4)) {
    if (type !== 'dimg') continue
    const count = Math.min(beOf(bytes, body + width, 2), Math.floor((end - body) / width))
    const pieces = Array.from({ length: count }, (_, n) => beOf(bytes, body + width + 2 + n * width, width))
    found.set(beOf(bytes, body, width), pieces)
  }
  return found
}

/** Where the bytes of kept items are: in the file, and inside `idat`. */
function placesOf(
  bytes: Bytes,
  { body, end }: Box,
  kept: Set<number>,
  codingOf: (item: number) => InUnits | 'notCleanable' | undefined,
) {
  const version = bytes[body] ?? 0
  const [a = 0, b = 0] = bytes.subarray(body + 4)
  const [offset, length, base, index] = [a >> 4, a & 15, b >> 4, version > 0 ? b & 15 : 0]
  const width = version < 2 ? 2 : 4
  let at = body + 6
  const next = (width: number) => {
    at += width
    return beOf(bytes, at - width, width)
  }
  let stretches = 0
  const outside: Span<InUnits>[] = []
  const inside: Span<InUnits>[] = []
  for (let items = next(width); items > 0; items--) {
    const item = next(width)
    const method = version > 0 ? next(2) & 15 : 0
    const elsewhere = next(2)
    const start = next(base)
    for (let extents = next(2); extents > 0; extents--) {
      next(index)
      const from = start + next(offset)
      const bytesLong = next(length)
      if (at > end) return 'truncated'
      // Wanted or not: one without any width costs no byte.
      if (++stretches > MOST_STRETCHES) return 'notCleanable'
      if (!kept.has(item)) continue
      const coding = codingOf(item)
      // In another file, in another item, or as long as the file is.
      if (elsewhere || method > 1 || bytesLong === 0 || coding === 'notCleanable') return 'notCleanable'
      const spans = method ? inside : outside
      spans.push([from, from + bytesLong, coding])
    }
    if (at > end) return 'truncated'
  }
  bytes.fill(0, at, end)
  return { outside, inside }
}

function keepOnly(idat: Bytes, spans: Span<InUnits>[], removed: Set<Removed>): Refusal | undefined {
  let at = 0
  for (const [from, to, coding] of merged(spans)) {
    idat.fill(0, at, from)
    at = to
    const refused = coding && silence(idat.subarray(from, to), coding, removed)
    if (refused) return refused
  }
  idat.fill(0, at)
  return
}
