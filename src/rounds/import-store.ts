import { and, eq, sql } from 'drizzle-orm'
import type { Db, Statement } from '../db/db.ts'
import { insertRows } from '../db/insert-rows.ts'
import { type Recorded, record, type Step } from '../log/record.ts'
import type { Plan } from './import-plan.ts'
import type { Hand } from './store.ts'
import { assignments, units } from './tables.ts'

/** Every import takes a step of this subject: two at once, or one sent twice, store once. */
export const IMPORTS = 'units'

/** The round that the plan places units in, and what the plan was compared with. */
export interface Seen {
  version: number
  units: ReadonlyMap<string, number>
  round?: { id: string; version: number } | undefined
}

/** A parameter of D1 holds two million bytes. */
const GROUP = 5000

/** All of a plan or none: `overtaken` when units, their codes or the round changed since the plan was made. */
export function storeImport(
  db: Db,
  { created, placings }: Plan,
  seen: Seen,
  { who, now }: Hand,
): Promise<Recorded> {
  const at = now.toISOString()
  const steps: Step[] = [{ subject: IMPORTS, position: seen.version + 1, at, who, move: 'import' }]
  const { round } = seen
  if (round && placings.length > 0) {
    steps.push({ subject: `round:${round.id}`, position: round.version + 1, at, who, move: 'assign' })
  }
  const fresh = new Set(created.map(({ id }) => id))
  for (const id of fresh) steps.push({ subject: `unit:${id}`, position: 1, at, who, move: 'create' })
  for (const { unitId, from, teamId } of placings) {
    const position = (fresh.has(unitId) ? 1 : (seen.units.get(unitId) ?? 0)) + 1
    steps.push({ subject: `unit:${unitId}`, position, at, who, move: 'assign', from, to: teamId })
  }
  const placed = round ? placings.map(({ from: _, ...placing }) => ({ roundId: round.id, ...placing })) : []
  return record(db, steps, [
    ...groups(created).map((some) => insertRows(db, units, some)),
    ...groups(placed).flatMap((some): Statement[] => [
      db.delete(assignments).where(and(eq(assignments.roundId, round?.id ?? ''), among(some))),
      insertRows(db, assignments, some),
    ]),
  ])
}

const among = (placed: readonly { unitId: string }[]) =>
  sql`${assignments.unitId} in (select value from json_each(${JSON.stringify(placed.map(({ unitId }) => unitId))}))`

const groups = <Row>(rows: readonly Row[]) =>
  Array.from({ length: Math.ceil(rows.length / GROUP) }, (_, n) => rows.slice(n * GROUP, (n + 1) * GROUP))
