/** What of a report tells whether somebody is in danger when its unit learns of it. */
interface Danger {
  kind: 'problem' | 'conduct' | 'suggestion'
  afraid: boolean
  /** As the team sees it, from acceptance on: fear was said at filing, danger is often learned later. */
  risk: 'low' | 'medium' | 'high' | null
}

/** What of a report decides where it may not go. */
export interface AboutUnit extends Danger {
  unitId: string
}

/** About somebody's conduct, from somebody who fears to be known, or at high risk in the team's own eyes. */
export const isDangerous = ({ kind, afraid, risk }: Danger): boolean =>
  kind === 'conduct' || afraid || risk === 'high'

interface Node {
  id: string
  parentId: string | null
}

/**
 * The routing wall. Nothing about an inspected unit goes to that unit, to whatever stands above it, or to what stands
 * under it, when it endangers the reporter, and whoever is accused learns neither of what nor by whom. `belongsTo` is
 * the inspected unit a handling unit is or belongs to. Only the office can let one through. Where a unit stands that
 * is no longer in the tree nobody can say, so it counts as walled.
 */
export function isWalled(report: AboutUnit, belongsTo: string | null, units: readonly Node[]): boolean {
  if (belongsTo === null) return false
  if (!isDangerous(report)) return false
  const parents = new Map(units.map((unit) => [unit.id, unit.parentId]))
  const [about, to] = [lineOf(report.unitId, parents), lineOf(belongsTo, parents)]
  const isUnknown = [...about, ...to].some((id) => !parents.has(id))
  return isUnknown || about.has(belongsTo) || to.has(report.unitId)
}

/** The unit and all above it. A tree that was written in a circle ends where it began. */
function lineOf(id: string, parents: ReadonlyMap<string, string | null>): Set<string> {
  const line = new Set<string>()
  for (let at: string | null = id; at !== null && !line.has(at); at = parents.get(at) ?? null) line.add(at)
  return line
}
