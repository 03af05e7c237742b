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
  const tree: { unit: Unit; depth: number }[] = []
  const waiting: typeof tree = []
  const wait = (parent: string | null, depth: number) => {
    for (const unit of children.get(parent)?.toReversed() ?? []) waiting.push({ unit, depth })
  }
  wait(null, 0)
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    tree.push(next)
    wait(next.unit.id, next.depth + 1)
  }
  return tree
}

/** How many may lie one below the other; from a city down to a village there are four. */
export const DEEPEST = 10

/** On which level each lies, the top being 1, and which of them lie below themselves. Every unit is walked once. */
export function levelsOf(units: readonly Node[]): { levels: Map<string, number>; circles: Set<string> } {
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]))
  const levels = new Map<string, number>()
  const circles = new Set<string>()
  for (const { id } of units) {
    const way = new Set<string>()
    let at: string | null = id
    while (at !== null && parents.has(at) && !levels.has(at) && !way.has(at)) {
      way.add(at)
      at = parents.get(at) ?? null
    }
    const up = [...way]
    if (at !== null && way.has(at)) for (const one of up.slice(up.indexOf(at))) circles.add(one)
    let level = levels.get(at ?? '') ?? 0
    for (const one of up.toReversed()) levels.set(one, ++level)
  }
  return { levels, circles }
}

/** The unit itself and all below it: none of these can be its parent. */
export function withBelow(units: readonly Node[], id: string): Set<string> {
  const found = new Set([id])
  for (const { unit } of treeOf(units)) if (unit.parentId && found.has(unit.parentId)) found.add(unit.id)
  return found
}
