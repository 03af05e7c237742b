import type { Phrase } from '../i18n/speak.ts'
import { UNSORTED } from '../intake/rules.ts'
import type { UnitType } from '../rounds/tables.ts'

/** Three levels that staff sort by, and the tiles residents pick from, which stand for some of them. */
export interface Checklist {
  focuses: readonly Focus[]
  tiles: readonly Tile[]
}

export interface Focus {
  code: string
  name: string
  aspects: readonly Aspect[]
}

export interface Aspect {
  /** Stable, as every code is: it stands in reports. */
  code: string
  name: string
  /** As residents would say it. */
  plain: Phrase
  points: readonly Point[]
}

export interface Point {
  code: string
  name: string
}

export interface Tile {
  code: string
  name: Phrase
  more: Phrase | undefined
  /** What it is called for somebody who complains of nothing, where its name is a complaint. */
  suggested?: Phrase | undefined
  /** Codes of aspects and points. */
  standsFor: readonly string[]
}

export const trees = ['village', 'organ', 'project'] as const
export type Tree = (typeof trees)[number]

/** A special round may have a tree of its own. None of its versions is in the code. */
export const ownTree = (roundId: string) => `round:${roundId}` as const
export type AnyTree = Tree | ReturnType<typeof ownTree>

const treeOf: Record<UnitType, Tree> = {
  village: 'village',
  community: 'village',
  town: 'organ',
  organ: 'organ',
  soe: 'organ',
  school: 'organ',
  hospital: 'organ',
  project: 'project',
}

export const treeFor = (type: UnitType): Tree => treeOf[type]

/** The tile for whoever cannot say: last in every tree, and written in none. */
export const unsorted: Tile = {
  code: UNSORTED,
  name: ['说不清楚，我来讲', 'Hard to say, let me tell it'],
  more: ['直接说，帮您分', 'just tell us, we will sort it'],
  standsFor: [],
}

/** What a resident may pick, in the order shown. */
export const tilesOf = ({ tiles }: Checklist): readonly Tile[] => [...tiles, unsorted]

export const hasTile = (list: Checklist, code: string) => tilesOf(list).some((tile) => tile.code === code)

export const aspectsOf = ({ focuses }: Checklist): readonly Aspect[] =>
  focuses.flatMap(({ aspects }) => aspects)

export const codesOf = (list: Checklist): string[] => [
  ...list.focuses.map(({ code }) => code),
  ...aspectsOf(list).flatMap(({ code, points }) => [code, ...points.map((point) => point.code)]),
]
