import { blank, type Cleaning, keep, type Removed, refuse } from './asks.ts'
import { lengthOf, merged, type Span } from './spans.ts'
import { keepPictures } from './units.ts'
import { keepVisual } from './user-data.ts'

/** What one reading of a file learns for the next: cameras write the picture first and what it is made of after it. */
export interface Learned {
  spans?: readonly Span[]
}

/** The media bytes of one file, as they go by. */
export interface Media {
  /** As they are while nothing is known of them, else only what is wanted, with zeros between. */
  pass(from: number, length: number): Cleaning
  /** What is wanted of the bytes that follow; `isWhole`: of all there are. */
  learn(spans: readonly Span[], isWhole: boolean): void
  /** Whether nothing that is wanted lies at or behind that place. */
  isPast(at: number): boolean
  /** At the end of the file all that was wanted must have come, and nothing else gone through. */
  end(): Cleaning
}

export function mediaOf(removed: Set<Removed>, learned: Learned): Media {
  let spans = learned.spans
  let next = 0
  let expected = lengthOf(spans ?? [])
  let kept = 0
  const unseen: Span[] = []

  return {
    *pass(from, length) {
      if (!spans) {
        unseen.push([from, from + length])
        yield* keep(length)
        return
      }
      let at = from
      for (const end = from + length; at < end; ) {
        const [start, stop, coding] = spans[next] ?? [end, end]
        if (stop <= at) next++
        else if (start > at) {
          const gap = Math.min(start, end) - at
          if (yield* blank(gap)) removed.add('other')
          at += gap
        } else {
          const part = Math.min(stop, end) - at
          if (!coding) yield* keep(part)
          else if (coding === 'mp4v') yield* keepVisual(part, removed)
          else yield* keepPictures(part, coding, removed)
          kept += part
          at += part
        }
      }
    },

    learn(found, isWhole) {
      if (isWhole && learned.spans) return
      spans = merged(found)
      next = 0
      expected += lengthOf(spans)
      if (isWhole) learned.spans = spans
    },

    isPast: (at) => (spans?.at(-1)?.[1] ?? Number.POSITIVE_INFINITY) <= at,

    *end() {
      if (!spans) return yield* refuse('truncated')
      if (unseen.length === 0) return kept === expected ? undefined : yield* refuse('truncated')
      const wanted = spans
      const isAll =
        unseen.length === wanted.length &&
        unseen.every(([from, to], n) => wanted[n]?.[0] === from && wanted[n]?.[1] === to && !wanted[n]?.[2])
      if (!isAll) yield* refuse('notCleanable')
    },
  }
}
