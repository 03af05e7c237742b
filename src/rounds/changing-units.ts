import { eq } from 'drizzle-orm'
import { dayOf } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { type Hand, type Recorded, record } from '../log/record.ts'
import { writeWhy } from '../log/why.ts'
import { eraseSmall, SIZE } from '../posters/scans.ts'
import { listAllUnitRecusals, listStranded, type Stranded } from '../recusal/stranded.ts'
import { recusedByMove } from '../reports/recusing-by-move.ts'
import { unlessRefused } from '../reports/still-there.ts'
import { LEADING } from '../staff/store.ts'
import { units } from './tables.ts'
import { withBelow } from './tree.ts'
import type { Unit, UnitFields } from './units.ts'

interface Seen {
  /** How many steps the unit has had on the page that was looked at. */
  version: number
  /** How often a unit could have come to be without anybody to approve: read before the tree. */
  changes: number
  tree: readonly Unit[]
}

/** Whom it would leave without anybody to approve, were the unit to lie where it is to. */
export async function listStrandedByMove(
  db: Db,
  tree: readonly Unit[],
  moved: Pick<Unit, 'id' | 'parentId'>,
  mover: string,
): Promise<Stranded[]> {
  if (tree.some(({ id, parentId }) => id === moved.id && parentId === moved.parentId)) return []
  const recusals = await listAllUnitRecusals(db)
  // Whoever moves it out from under their own recusal takes that along.
  const isKept = recusals.some((one) => one.personId === mover && withBelow(tree, one.unitId).has(moved.id))
  const kept = isKept ? [{ unitId: moved.id, personId: mover }] : []
  const then = tree.map((unit) => (unit.id === moved.id ? { ...unit, parentId: moved.parentId } : unit))
  const [before, after] = [
    { tree, recusals },
    { tree: then, recusals: [...recusals, ...kept] },
  ]
  return listStranded(db, withBelow(tree, moved.id), { before, after })
}

/**
 * One that comes to lie below another is kept, with all below it, from whoever stays away from that other. `overtaken`
 * also when somebody came to stay away from a unit meanwhile, or was given a report to be kept from them. With one that
 * has become small goes what was counted of its scans.
 */
export async function changeUnit(
  db: Db,
  id: string,
  { version, changes, tree }: Seen,
  fields: UnitFields,
  { who, now }: Hand,
): Promise<Recorded> {
  const at = now.toISOString()
  const before = tree.find((unit) => unit.id === id)
  const isSized = before && (before.type !== fields.type || before.headcount !== (fields.headcount ?? null))
  const step = {
    subject: `unit:${id}`,
    position: version + 1,
    at,
    who,
    move: 'change',
    why: isSized ? SIZE : null,
    from: before?.parentId ?? null,
    to: fields.parentId,
  }
  const change = [db.update(units).set(fields).where(eq(units.id, id)), eraseSmall(db, dayOf(now))]
  if (before && before.parentId === fields.parentId) return record(db, step, change)
  const then = tree.map((unit) => (unit.id === id ? { ...unit, ...fields } : unit))
  const whyOf = (people: string, recusal: string) => writeWhy({ people, recusal })
  const kept = await recusedByMove(db, { before: tree, units: then, moved: id, whyOf }, { who, now })
  const order = { subject: LEADING, position: changes + 1, at, who, move: 'move unit' }
  return unlessRefused(record(db, [step, order, ...kept.steps], [...change, ...kept.changes]))
}
