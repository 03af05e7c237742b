import { and, eq, inArray } from 'drizzle-orm'
import { among } from '../db/among.ts'
import type { Db, Statement } from '../db/db.ts'
import { insertRows } from '../db/insert-rows.ts'
import { type Hand, type Recorded, record, type Step } from '../log/record.ts'
import type { Plan } from './import-plan.ts'
import { assignments, teams, units } from './tables.ts'
import { isTeamTaken, type TeamFields } from './teams.ts'

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

/**
 * All of a plan or none; a new team has the office's telephone until it is given its own. `overtaken` when units, their
 * codes or the round changed since the plan was made, or somebody has created one of its teams.
 */
export function storeImport(
  db: Db,
  { created, teams: named, placings }: Plan,
  seen: Seen,
  { phone, hours }: Pick<TeamFields, 'phone' | 'hours'>,
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
  for (const { id } of named) steps.push({ subject: `team:${id}`, position: 1, at, who, move: 'create' })
  const rest = { roundId: round?.id ?? '', base: '', postal: '', box: '', phone, hours }
  const placed = round ? placings.map(({ from: _, ...placing }) => ({ roundId: round.id, ...placing })) : []
  const storing = record(db, steps, [
    insertRows(
      db,
      teams,
      named.map((team) => ({ ...team, ...rest })),
    ),
    ...groups(created).map((some) => insertRows(db, units, some)),
    ...groups(placed).flatMap((some): Statement[] => [
      db.delete(assignments).where(and(eq(assignments.roundId, round?.id ?? ''), isOf(some))),
      insertRows(db, assignments, some),
    ]),
  ])
  return storing.catch((error: unknown) => {
    if (isTeamTaken(error)) return 'overtaken'
    throw error
  })
}

const isOf = (placed: readonly { unitId: string }[]) =>
  inArray(assignments.unitId, among(placed.map(({ unitId }) => unitId)))

const groups = <Row>(rows: readonly Row[]) =>
  Array.from({ length: Math.ceil(rows.length / GROUP) }, (_, n) => rows.slice(n * GROUP, (n + 1) * GROUP))
