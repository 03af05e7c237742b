import { type Aspect, aspectsOf, type Checklist, type Tile, unsorted } from './checklist.ts'

/** One way to sort a matter: a tile, and as far as is known the aspect and the point. */
export interface Sorted {
  tile: string
  aspect: string | null
  point: string | null
}

export interface Choice extends Sorted {
  /** `tile/aspect/point`, as a form sends it. */
  value: string
  name: { aspect: Aspect; point: string | undefined } | undefined
}

export interface Group {
  tile: Tile
  choices: Choice[]
}

const sentAs = ({ tile, aspect, point }: Sorted) => [tile, aspect, point].filter(Boolean).join('/')

/** All a matter may be sorted as, by tile: what a tile stands for, and under the last one what none stands for. */
export function choicesOf(list: Checklist): Group[] {
  const aspects = aspectsOf(list)
  const choice = (tile: Tile, aspect: Aspect, point?: { code: string; name: string }): Choice => {
    const sorted = { tile: tile.code, aspect: aspect.code, point: point?.code ?? null }
    return { ...sorted, value: sentAs(sorted), name: { aspect, point: point?.name } }
  }
  const whole = (tile: Tile, aspect: Aspect) => [
    choice(tile, aspect),
    ...aspect.points.map((point) => choice(tile, aspect, point)),
  ]
  const meant = (tile: Tile, code: string): Choice[] => {
    const aspect = aspects.find((one) => one.code === code)
    if (aspect) return whole(tile, aspect)
    const holder = aspects.find(({ points }) => points.some((one) => one.code === code))
    const point = holder?.points.find((one) => one.code === code)
    return holder && point ? [choice(tile, holder, point)] : []
  }
  const bare = (tile: Tile): Choice => {
    const sorted = { tile: tile.code, aspect: null, point: null }
    return { ...sorted, value: tile.code, name: undefined }
  }
  const standing = new Set(list.tiles.flatMap(({ standsFor }) => standsFor))
  const left = aspects.filter(({ code }) => !standing.has(code))
  return [
    ...list.tiles.map((tile) => {
      const choices = tile.standsFor.flatMap((code) => meant(tile, code))
      return { tile, choices: choices.length > 0 ? choices : [bare(tile)] }
    }),
    { tile: unsorted, choices: [...left.flatMap((aspect) => whole(unsorted, aspect)), bare(unsorted)] },
  ]
}

export const findChoice = (list: Checklist, value: string): Choice | undefined =>
  choicesOf(list)
    .flatMap(({ choices }) => choices)
    .find((choice) => choice.value === value)

/** What a report is sorted as now: the nearest the list knows, its tile's first where nobody has looked yet. */
export function nearest(list: Checklist, { tile, aspect, point }: Sorted): Choice | undefined {
  const all = choicesOf(list).flatMap(({ choices }) => choices)
  const fits = (depth: number) =>
    all.find(
      (one) =>
        one.tile === tile &&
        (depth < 1 || one.aspect === aspect || one.point === aspect) &&
        (depth < 2 || one.point === point),
    )
  return fits(2) ?? fits(1) ?? (aspect ? undefined : fits(0))
}
