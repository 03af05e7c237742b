/** Pictures among which notes can stand: in units, or, those of old phones (MPEG-4 part 2), each behind a sign. */
export type Coding = InUnits | 'mp4v'
/** Units, each behind a length of so many bytes; those of AV1 tell their length behind their kind. */
export type InUnits = `${'avc' | 'hevc'} ${1 | 2 | 3 | 4}` | 'av01'

/** Where the wanted bytes of a file are: from, and up to but not with, counted from its beginning. */
export type Span<C extends Coding = Coding> = readonly [from: number, to: number, coding?: C | undefined]

/** How many stretches of a file all that is wanted may lie in: a film of ten minutes has some ten thousand. */
export const MOST_STRETCHES = 2 ** 17

/** In order, without gaps of nothing and without doubles; what is coded in another way stays apart. */
export function merged<C extends Coding>(spans: readonly Span<C>[]): Span<C>[] {
  const sorted = [...spans].sort(([a], [b]) => a - b)
  const out: [number, number, C | undefined][] = []
  for (const [from, to, coding] of sorted) {
    const last = out.at(-1)
    if (last && from <= last[1] && coding === last[2]) last[1] = Math.max(last[1], to)
    else if (to > Math.max(from, last?.[1] ?? 0)) out.push([Math.max(from, last?.[1] ?? 0), to, coding])
  }
  return out
}

export const lengthOf = (spans: readonly Span[]) => spans.reduce((sum, [from, to]) => sum + to - from, 0)
