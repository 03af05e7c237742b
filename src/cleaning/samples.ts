import type { Bytes } from '../sealing/bytes.ts'
import type { Refusal } from './asks.ts'
import { type Box, find } from './boxes.ts'
import { be32, be64 } from './numbers.ts'
import { MOST_STRETCHES, type Span } from './spans.ts'

/**
 * Where the samples of a track are (ISO 14496-12 §8.7): a span for each chunk, or for several that follow one another.
 */
export function chunksOf(bytes: Bytes, trak: Box): Span[] | Refusal {
  const stbl = find(bytes, trak, 'mdia', 'minf', 'stbl')
  const box = (type: string) => stbl && find(bytes, stbl, type)
  const [stsz, stsc, narrow, wide] = [box('stsz'), box('stsc'), box('stco'), box('co64')]
  const offsets = narrow ?? wide
  if (!stsz || !stsc || !offsets) return 'notCleanable'
  const same = be32(bytes, stsz.body + 4)
  const samples = be32(bytes, stsz.body + 8)
  const chunks = be32(bytes, offsets.body + 4)
  const runs = be32(bytes, stsc.body + 4)
  const spans: [from: number, to: number][] = []
  let sample = 0
  let run = 0
  for (let chunk = 1; chunk <= chunks; chunk++) {
    while (run + 1 < runs && be32(bytes, stsc.body + 8 + 12 * (run + 1)) <= chunk) run++
    const next = Math.min(samples, sample + (runs ? be32(bytes, stsc.body + 12 + 12 * run) : 0))
    let length = same * (next - sample)
    if (same === 0) for (let n = sample; n < next; n++) length += be32(bytes, stsz.body + 12 + 4 * n)
    sample = next
    const from = narrow ? be32(bytes, narrow.body + 4 + 4 * chunk) : be64(bytes, offsets.body + 8 * chunk)
    const last = spans.at(-1)
    if (last?.[1] === from) last[1] += length
    else if (spans.push([from, from + length]) > MOST_STRETCHES) return 'notCleanable'
  }
  return spans
}
