import { and, eq, inArray, sql } from 'drizzle-orm'
import { dayOf } from '../clock/day.ts'
import { among } from '../db/among.ts'
import type { Db, Statement } from '../db/db.ts'
import { insertRows } from '../db/insert-rows.ts'
import { type Hand, type Recorded, record, type Step } from '../log/record.ts'
import { eraseSmall, SIZE } from '../posters/scans.ts'
import type { Plan } from './import-plan.ts'
import { assignments, teams, units } from './tables.ts'
import { isTeamTaken, type TeamFields } from './teams.ts'
import type { Unit } from './units.ts'

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
  { created, counted, teams: named, placings }: Plan,
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
  const versions = new Map(seen.units)
  const step = (id: string) => {
    const position = (versions.get(id) ?? 0) + 1
    versions.set(id, position)
    return { subject: `unit:${id}`, position, at, who }
  }
  for (const { id } of created) steps.push({ ...step(id), move: 'create' })
  for (const { id } of counted) steps.push({ ...step(id), move: 'change', why: SIZE })
  for (const { unitId, from, teamId } of placings) {
    steps.push({ ...step(unitId), move: 'assign', from, to: teamId })
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
    ...groups(counted).map((some) => setHeadcounts(db, some)),
    eraseSmall(db, dayOf(now)),
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

const setHeadcounts = (db: Db, some: readonly Unit[]): Statement =>
  db.run(
    sql`update ${units} set "headcount" = new.value->>1
      from json_each(${JSON.stringify(some.map(({ id, headcount }) => [id, headcount]))}) as new
      where ${units.id} = new.value->>0`,
  )

const isOf = (placed: readonly { unitId: string }[]) =>
  inArray(assignments.unitId, among(placed.map(({ unitId }) => unitId)))

const groups = <Row>(rows: readonly Row[]) =>
  Array.from({ length: Math.ceil(rows.length / GROUP) }, (_, n) => rows.slice(n * GROUP, (n + 1) * GROUP))
