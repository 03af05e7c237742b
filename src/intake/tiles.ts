import type { UnitType } from '../rounds/tables.ts'
import { UNSORTED } from './rules.ts'

export interface Tile {
  /** Stable: it stands in reports, and `i18n/tiles.ts` has its words. */
  code: string
  /** The aspects of the checklist it stands for; staff choose among them. */
  aspects: readonly string[]
}

const tile = (code: string, ...aspects: string[]): Tile => ({ code, aspects })

/** Handbook 3.3 and 3.4. A village's tiles bear the code of their first aspect. */
const sets = {
  village: [
    tile('B1', 'B1'),
    tile('B2', 'B2'),
    tile('B3', 'B3'),
    tile('B4', 'B4', 'A2'),
    tile('B5', 'B5', 'A1', 'A4.4'),
    tile('B6', 'B6'),
    tile('B7', 'B7'),
    tile('B8', 'B8', 'C5'),
    tile('B9', 'B9', 'B10', 'C4'),
    tile('A3', 'A3', 'A5', 'A4'),
    tile('A6', 'A6', 'A7'),
    tile('C1', 'C1', 'C2', 'C3', 'C6', 'C7'),
  ],
  organ: ['O1', 'O2', 'O3', 'O4', 'O5', 'O6', 'O7'].map((code) => tile(code)),
  project: ['P1', 'P2', 'P3', 'P4', 'P5', 'P6'].map((code) => tile(code)),
} as const

type TileSet = keyof typeof sets

const setOf: Record<UnitType, TileSet> = {
  village: 'village',
  community: 'village',
  town: 'organ',
  organ: 'organ',
  soe: 'organ',
  school: 'organ',
  hospital: 'organ',
  project: 'project',
}

/** What a resident may pick for a unit of this type, in the order shown; the unsorted one comes last. */
export const tilesOf = (type: UnitType): readonly Tile[] => [...sets[setOf[type]], tile(UNSORTED)]

export const hasTile = (type: UnitType, code: string) => tilesOf(type).some((tile) => tile.code === code)
