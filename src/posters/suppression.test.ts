import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, weekday } from '../clock/day.ts'
import { isSilent, LEAST, release, restOf, silenceCheckedOn } from './suppression.ts'

const dated = (counts: readonly number[]) =>
  counts.map((n, at): [Day, number] => [addDays('2026-11-01', at), n])
const histories = fc.array(fc.nat({ max: 25 }), { maxLength: 30 })
/** What somebody sees who looks every day and forgets nothing. */
const watched = (counts: readonly number[]) =>
  counts.map((_, at) => {
    const { shown, on } = release(dated(counts.slice(0, at + 1)))
    return `${shown} ${on}`
  })

describe('what is shown of one unit', () => {
  it('is in fives, at most what was counted and less by fewer than ten', () => {
    fc.assert(
      fc.property(histories, (counts) => {
        const sum = counts.reduce((all, n) => all + n, 0)
        const { shown, kept } = release(dated(counts))
        expect(shown % 5).toBe(0)
        expect(shown === 0 || shown >= LEAST).toBe(true)
        expect(shown + kept).toBe(sum)
        expect(kept).toBeGreaterThanOrEqual(0)
        expect(kept).toBeLessThan(LEAST)
      }),
    )
  })

  it('changes from day to day by ten or more, or not at all', () => {
    fc.assert(
      fc.property(histories, (counts) => {
        let before = 0
        for (let days = 1; days <= counts.length; days++) {
          const { shown } = release(dated(counts.slice(0, days)))
          expect(shown === before || shown - before >= LEAST).toBe(true)
          before = shown
        }
      }),
    )
  })

  it('looks the same all days through with any other remainder, so that nothing hidden can be worked out', () => {
    fc.assert(
      fc.property(histories, fc.nat({ max: LEAST - 1 }), (counts, wanted) => {
        const { on } = release(dated(counts))
        const [at, most] = on ? [dated(counts).findIndex(([day]) => day === on), 4] : [-1, LEAST - 1]
        const carried = on ? release(dated(counts.slice(0, at + 1))).kept : 0
        const remainder = Math.min(wanted, most)
        // Another history: the same up to the last change, another remainder of that, and nothing after.
        const other = counts.map((n, day) => (day === at ? n - carried + remainder : day > at ? 0 : n))
        if (at === -1 && other.length > 0) other[other.length - 1] = remainder
        if (counts.length === 0) return
        expect(watched(other)).toEqual(watched(counts))
        expect(release(dated(other)).kept).toBe(remainder)
      }),
    )
  })
})

describe('what all units had beside it', () => {
  interface Wanted {
    kept: number
    shown: number
    isAlive: boolean
  }
  const capOf = ({ shown }: Wanted) => (shown > 0 ? 4 : 9)
  const leastOf = ({ shown, isAlive }: Wanted) => (isAlive && shown === 0 ? 1 : 0)
  const cells = fc.array(
    fc
      .record({ isGiven: fc.boolean(), isAlive: fc.boolean(), n: fc.nat({ max: 9 }) })
      .map(({ isGiven, isAlive, n }): Wanted => {
        const shown = isGiven ? 15 : 0
        const kept = Math.max(leastOf({ kept: n, shown, isAlive }), Math.min(n, isGiven ? 4 : 9))
        return { kept, shown, isAlive }
      }),
    { minLength: 1, maxLength: 4 },
  )
  /** Every way the hidden figures can be, of which the page is the same. */
  function waysOf(seen: readonly Wanted[]): number[][] {
    const told = restOf(seen)
    const all = seen.reduce<number[][]>(
      (ways, cell) =>
        ways.flatMap((way) =>
          Array.from({ length: capOf(cell) - leastOf(cell) + 1 }, (_, n) => [...way, n + leastOf(cell)]),
        ),
      [[]],
    )
    return all.filter((way) => restOf(seen.map((cell, at) => ({ ...cell, kept: way[at] ?? 0 }))) === told)
  }

  it('leaves every unit every figure it may have, whoever knows how it is done', () => {
    fc.assert(
      fc.property(cells, (seen) => {
        const ways = waysOf(seen)
        for (const [at, cell] of seen.entries()) {
          const possible = new Set(ways.map((way) => way[at]))
          expect(possible.size).toBe(capOf(cell) - leastOf(cell) + 1)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is given where many had a few, in fives', () => {
    const few = (kept: number) => ({ kept, shown: 0, isAlive: true })
    expect(restOf(Array.from({ length: 12 }, () => few(3)))).toBe(35)
    expect(restOf([few(9), few(9)])).toBeUndefined()
    expect(restOf([few(9), { kept: 4, shown: 20, isAlive: true }])).toBeUndefined()
    expect(restOf([])).toBeUndefined()
  })
})

describe('a silent unit', () => {
  const none = release([])

  it('is looked for once, on a Sunday when everything has gone on for a week', () => {
    fc.assert(
      fc.property(fc.nat({ max: 400 }), fc.nat({ max: 400 }), (one, other) => {
        const days: [Day, Day] = [addDays('2026-01-01', one), addDays('2026-01-01', other)]
        const on = silenceCheckedOn(days)
        const last = days.sort()[1] ?? ''
        expect(weekday(on)).toBe(0)
        expect(on >= addDays(last, 7) && on < addDays(last, 14)).toBe(true)
      }),
    )
  })

  it('had none at all until then, and is one until a figure is shown', () => {
    expect(isSilent([], '2026-11-15', none)).toBe(true)
    expect(isSilent([['2026-11-15', 1]], '2026-11-15', none)).toBe(false)
    const after: [Day, number][] = [['2026-11-16', 9]]
    expect(isSilent(after, '2026-11-15', release(after))).toBe(true)
    const ten: [Day, number][] = [...after, ['2026-11-17', 1]]
    expect(isSilent(ten, '2026-11-15', release(ten))).toBe(false)
  })

  it('leaves the list on no day on which fewer than ten came together', () => {
    fc.assert(
      fc.property(histories, (counts) => {
        let was: boolean | undefined
        for (let days = 7; days <= counts.length; days++) {
          const seen = dated(counts.slice(0, days))
          const released = release(seen)
          const is = isSilent(seen, '2026-11-07', released)
          if (was === true && !is) expect(released.shown).toBeGreaterThanOrEqual(LEAST)
          if (was === false) expect(is).toBe(false)
          was = is
        }
      }),
    )
  })
})
