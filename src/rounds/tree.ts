interface Node {
  id: string
  parentId: string | null
}

/** Every unit after its parent, with how deep it lies. A unit whose parent is not among them stands at the top. */
export function treeOf<Unit extends Node>(units: readonly Unit[]): { unit: Unit; depth: number }[] {
  const known = new Set(units.map(({ id }) => id))
  const children = new Map<string | null, Unit[]>()
  for (const unit of units) {
    const parent = unit.parentId && known.has(unit.parentId) ? unit.parentId : null
    const beside = children.get(parent)
    if (beside) beside.push(unit)
    else children.set(parent, [unit])
  }
  const below = (parent: string | null, depth: number): { unit: Unit; depth: number }[] =>
    (children.get(parent) ?? []).flatMap((unit) => [{ unit, depth }, ...below(unit.id, depth + 1)])
  return below(null, 0)
}

/** The unit itself and all below it: none of these can be its parent. */
export function withBelow(units: readonly Node[], id: string): Set<string> {
  const found = new Set([id])
  for (const { unit } of treeOf(units)) if (unit.parentId && found.has(unit.parentId)) found.add(unit.id)
  return found
}
