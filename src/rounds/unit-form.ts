import * as z from 'zod/mini'
import { line } from '../http/fields.ts'
import { type UnitType, unitTypes } from './tables.ts'
import { DEEPEST, levelsOf, withBelow } from './tree.ts'
import type { Unit, UnitFields } from './units.ts'

/** How many people somebody types: null where nobody knows. */
export const headcountTyped = z.pipe(
  z.optional(z.string().check(z.normalize('NFKC'), z.trim(), z.regex(/^([1-9]\d{0,6})?$/, 'headcount'))),
  z.transform((typed) => Number(typed) || null),
)

export const unitShape = {
  name: line(40),
  shortName: line(12),
  type: z.enum(unitTypes, 'choice'),
  system: z.pipe(
    z.optional(line(12, 0)),
    z.transform((system) => system || null),
  ),
  headcount: headcountTyped,
  parentId: z.pipe(
    z.string('choice'),
    z.transform((id) => id || null),
  ),
}

/** What the other units say against it. A unit lies below no unit that lies below it, and a village below its town. */
export function unitMistakes(
  units: readonly Unit[],
  fields: UnitFields,
  id?: string,
): Record<string, string> {
  const mistakes: Record<string, string> = {}
  if (units.some((unit) => unit.id !== id && unit.name === fields.name)) mistakes.name = 'unitTaken'
  const { parentId } = fields
  if (parentId && !units.some((unit) => unit.id === parentId)) mistakes.parentId = 'parent'
  const parent = units.find((unit) => unit.id === parentId)
  if (parent && !mayLieBelow(fields.type, parent.type)) mistakes.parentId = 'parentType'
  if (parent && !mayHaveBelow(parent)) mistakes.parentId = 'childless'
  if (!mayHaveBelow(fields)) {
    const towns = units.filter((unit) => unit.type === 'town' && unit.id !== id)
    if (towns.length > 0 && parent?.type !== 'town') mistakes.parentId = 'town'
    if (units.some((unit) => id && unit.parentId === id)) mistakes.type = 'hasBelow'
  }
  if (isTooDeep(units, parentId, id)) mistakes.parentId = 'deep'
  if (parentId && id && withBelow(units, id).has(parentId)) mistakes.parentId = 'loop'
  return mistakes
}

/** Of a unit that stays where it is nobody asks. One that moves takes along what lies below it. */
function isTooDeep(units: readonly Unit[], parentId: string | null, id = ''): boolean {
  const now = units.find((unit) => unit.id === id)
  if (now?.parentId === parentId) return false
  const { levels } = levelsOf([...units.filter((unit) => unit !== now), { id, parentId }])
  return [...withBelow(units, id)].some((one) => (levels.get(one) ?? 0) > DEEPEST)
}

/** Villages and communities are where the tree ends. */
export const mayHaveBelow = ({ type }: Pick<Unit, 'type'>) => type !== 'village' && type !== 'community'

/**
 * Towns, villages and communities are places, and a place lies below a town or an organ; the others below any of these.
 */
export const mayLieBelow = (type: UnitType, parent: UnitType) =>
  !isPlace(type) || parent === 'town' || parent === 'organ'

const isPlace = (type: UnitType) => type === 'town' || type === 'village' || type === 'community'

export const unitTyped = (unit: Unit): Record<string, string> => ({
  name: unit.name,
  shortName: unit.shortName,
  type: unit.type,
  system: unit.system ?? '',
  headcount: String(unit.headcount ?? ''),
  parentId: unit.parentId ?? '',
})
