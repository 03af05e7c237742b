import { type Channel, channels } from '../reports/channels.ts'
import { kinds } from '../reports/lifecycle.ts'
import type { Counts } from './counts.ts'

/** Fewer than this could be known by name to who reads it. */
const LEAST = 3

/**
 * What may be read outside office and teams: no figure below three, no sums of rows and columns, and the sum of all
 * only when what is hidden cannot be worked out from it.
 */
export function published(counts: Counts) {
  const cells = channels.flatMap((channel) => kinds.map((kind) => counts.of(channel, kind)))
  const hidden = cells.filter((n) => n < LEAST)
  const sum = hidden.reduce((all, n) => all + n, 0)
  const isOpen = hidden.length > 1 && sum > 0 && sum < hidden.length * (LEAST - 1)
  return {
    of: (channel: Channel, kind: (typeof kinds)[number]) => shown(counts.of(channel, kind)),
    all: hidden.length === 0 || isOpen ? shown(counts.all) : undefined,
  }
}

const shown = (n: number) => (n < LEAST ? undefined : n)
