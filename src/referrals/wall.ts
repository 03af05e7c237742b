/** What of a report decides where it may not go. */
export interface AboutUnit {
  kind: 'problem' | 'conduct' | 'suggestion'
  afraid: boolean
  unitId: string
}

interface Node {
  id: string
  parentId: string | null
}

/**
 * The routing wall. Nothing about an inspected unit goes to that unit, to whatever stands above it, or to what stands
 * under it, when the report is about somebody's conduct or the reporter fears to be known, and
 * 规则 art. 47. `belongsTo` is the inspected unit a handling unit is or belongs to. Only the office can let one through.
 * Where a unit stands that is no longer in the tree nobody can say, so it counts as walled.
 */
export function isWalled(report: AboutUnit, belongsTo: string | null, units: readonly Node[]): boolean {
  if (belongsTo === null) return false
  if (report.kind !== 'conduct' && !report.afraid) return false
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
