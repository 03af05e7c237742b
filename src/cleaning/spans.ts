/** Pictures in units, each behind a length of so many bytes; those of AV1 tell their length behind their kind. */
export type Coding = `${'avc' | 'hevc'} ${1 | 2 | 3 | 4}` | 'av01'

/** Where the wanted bytes of a file are: from, and up to but not with, counted from its beginning. */
export type Span = readonly [from: number, to: number, coding?: Coding | undefined]

/** In order, without gaps of nothing and without doubles; what is coded in another way stays apart. */
export function merged(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort(([a], [b]) => a - b)
  const out: [number, number, Coding | undefined][] = []
  for (const [from, to, coding] of sorted) {
    const last = out.at(-1)
    if (last && from <= last[1] && coding === last[2]) last[1] = Math.max(last[1], to)
    else if (to > Math.max(from, last?.[1] ?? 0)) out.push([Math.max(from, last?.[1] ?? 0), to, coding])
  }
  return out
}

export const lengthOf = (spans: readonly Span[]) => spans.reduce((sum, [from, to]) => sum + to - from, 0)
