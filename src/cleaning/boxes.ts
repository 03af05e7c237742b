import type { Bytes } from '../sealing/bytes.ts'
import { isBlank, type Refusal, type Removed } from './asks.ts'
import { hints } from './exif.ts'
import { be32, be64, latin, word } from './numbers.ts'

/** A box of ISO 14496-12 inside bytes that lie in memory: where it begins, where its content does, where it ends. */
export interface Box {
  type: string
  at: number
  body: number
  end: number
}

/** What happens to a box: it is changed in place, or its children are judged, or, where no rule is, it is emptied. */
export type Edit = (bytes: Bytes, box: Box, removed: Set<Removed>) => Refusal | undefined
export interface Rules {
  [type: string]: Edit | Rules
}

/** A picture of many tiles has some hundred. */
const MOST_CHILDREN = 4096

/**
 * Undefined where a length lies, or where there are too many. Fewer than eight bytes at the end are a stop mark of
 * QuickTime's, or nothing.
 */
export function boxesOf(bytes: Bytes, from: number, to: number): Box[] | undefined {
  const boxes: Box[] = []
  for (let at = from; at + 8 <= to; ) {
    const size = be32(bytes, at)
    const body = at + (size === 1 ? 16 : 8)
    const end = size === 0 ? to : at + (size === 1 ? be64(bytes, at + 8) : size)
    if (end < body || end > to || boxes.length === MOST_CHILDREN) return
    boxes.push({ type: word(bytes, at + 4), at, body, end })
    at = end
  }
  return boxes
}

/** Keeps what has a rule and empties what has none. Every box stays as long as it was, so that no offset moves. */
export function prune(
  bytes: Bytes,
  from: number,
  to: number,
  rules: Rules,
  removed: Set<Removed>,
): Refusal | undefined {
  const boxes = boxesOf(bytes, from, to)
  if (!boxes) return 'truncated'
  for (const box of boxes) {
    const rule = rules[box.type] ?? empty
    const refused =
      typeof rule === 'function' ? rule(bytes, box, removed) : prune(bytes, box.body, box.end, rule, removed)
    if (refused) return refused
  }
  bytes.fill(0, boxes.at(-1)?.end ?? from, to)
  return
}

export const FREE = latin('free')

/** A box that says nothing, in its place. */
export const empty: Edit = (bytes, { at, body, end }, removed) => {
  const content = bytes.subarray(body, end)
  if (!isBlank(content)) for (const one of hints(bytes.subarray(at + 4, end))) removed.add(one)
  bytes.set(FREE, at + 4)
  content.fill(0)
  return
}

/** Kept when it has one of these lengths. */
export const sized =
  (...lengths: number[]): Edit =>
  (bytes, box, removed) =>
    lengths.includes(box.end - box.body) ? undefined : empty(bytes, box, removed)

/** Kept up to a length that no honest one reaches. */
export const upToBytes =
  (most: number): Edit =>
  (bytes, box, removed) =>
    box.end - box.body <= most ? undefined : empty(bytes, box, removed)

/** Children after `skipped` bytes of its own. */
export const within =
  (skipped: number, rules: Rules): Edit =>
  (bytes, { body, end }, removed) =>
    body + skipped > end ? 'truncated' : prune(bytes, body + skipped, end, rules, removed)

/** A count at `at` and so many entries of `width` bytes; what stands behind them is blanked. */
export const table =
  (width: number, at = 4): Edit =>
  (bytes, { body, end }) => {
    const last = body + at + 4 + be32(bytes, body + at) * width
    if (last > end) return 'truncated'
    bytes.fill(0, last, end)
    return
  }

/** After `skipped` bytes of its own; none where a length lies. */
export const childrenOf = (bytes: Bytes, box: Box | undefined, skipped = 0): readonly Box[] =>
  (box && boxesOf(bytes, box.body + skipped, box.end)) ?? []

/** The first of a type, by the way that leads there. */
export function find(bytes: Bytes, box: Box, ...way: string[]): Box | undefined {
  const [type, ...further] = way
  if (!type) return box
  const child = childrenOf(bytes, box).find((child) => child.type === type)
  return child && find(bytes, child, ...further)
}

/** The handler of a track or of items stays; who wrote it, and its name, go. */
export const handler: Edit = (bytes, { body, end }) => {
  if (end - body < 20) return 'truncated'
  if (!/^[md]hlr$/.test(word(bytes, body + 4))) bytes.fill(0, body + 4, body + 8)
  bytes.fill(0, body + 12, end)
  return
}

/** Colours by number stay; a profile is the device's own. */
export const colour: Edit = (bytes, box, removed) => {
  const length = { nclx: 11, nclc: 10 }[word(bytes, box.body)]
  return length === box.end - box.body ? undefined : empty(bytes, box, removed)
}
