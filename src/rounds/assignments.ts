import { and, eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { among } from '../db/among.ts'
import type { Db, Statement } from '../db/db.ts'
import { insertRows } from '../db/insert-rows.ts'
import { type Hand, type Recorded, record, type Step } from '../log/record.ts'
import { assignments, teams, units } from './tables.ts'
import { byTeamNumber } from './title.ts'
import { treeOf } from './tree.ts'
import type { Unit } from './units.ts'

const parents = alias(units, 'parents')
const isVillage = ({ type }: Unit) => type === 'village' || type === 'community'

/**
 * The units of a round, each with the team that inspects it: in the order of the teams, a town before its villages,
 * and beside each other as they were entered. `depth` is how far below a unit of the same team it lies; among towns a
 * village lies lower even without its own, and `under` names what it lies in and is not with that team.
 */
export async function listAssigned(db: Db, roundId: string) {
  const rows = await db
    .select({ unit: units, team: teams, parent: parents.name })
    .from(assignments)
    .innerJoin(units, eq(units.id, assignments.unitId))
    .innerJoin(teams, eq(teams.id, assignments.teamId))
    .leftJoin(parents, eq(parents.id, units.parentId))
    .where(eq(assignments.roundId, roundId))
    .orderBy(sql`${units}.rowid`)
  const hasTowns = rows.some(({ unit }) => unit.type === 'town')
  const parentOf = new Map(rows.map(({ unit, parent }) => [unit.id, parent ?? undefined]))
  const ofTeam = new Map(rows.map(({ team }) => [team.id, team]))
  return [...ofTeam.values()].sort(byTeamNumber).flatMap((team) => {
    const own = rows.flatMap((row) => (row.team.id === team.id ? [row.unit] : []))
    let shift = 0
    return treeOf(own).map(({ unit, depth }) => {
      if (depth === 0) shift = hasTowns && isVillage(unit) ? 1 : 0
      const under = depth === 0 ? parentOf.get(unit.id) : undefined
      return { unit, team, depth: depth + shift, under }
    })
  })
}

/** Which team each unit of a round is with, and how many sheets of its notice are wanted. */
export const listPlaced = (db: Db, roundId: string) =>
  db.select().from(assignments).where(eq(assignments.roundId, roundId))

export async function findAssigned(db: Db, roundId: string, unitId: string) {
  const [found] = await db
    .select({ unit: units, team: teams, sheets: assignments.sheets })
    .from(assignments)
    .innerJoin(units, eq(units.id, assignments.unitId))
    .innerJoin(teams, eq(teams.id, assignments.teamId))
    .where(and(eq(assignments.roundId, roundId), eq(assignments.unitId, unitId)))
  return found
}

export interface Change {
  unitId: string
  /** The unit's steps when it was looked at: a code made for it since then, and the change is overtaken. */
  version: number
  from: string | null
  to: string | null
}

/** All changes of one form or none. */
export function assignUnits(
  db: Db,
  roundId: string,
  version: number,
  changes: readonly Change[],
  { who, now }: Hand,
): Promise<Recorded> {
  const at = now.toISOString()
  const steps: Step[] = [
    { subject: `round:${roundId}`, position: version + 1, at, who, move: 'assign' },
    ...changes.map(({ unitId, version, from, to }) => ({
      subject: `unit:${unitId}`,
      position: version + 1,
      at,
      who,
      move: 'assign',
      from,
      to,
    })),
  ]
  return record(db, steps, written(db, roundId, changes))
}

/** A few statements however many units: D1 takes a thousand in one request. */
function written(db: Db, roundId: string, changes: readonly Change[]): Statement[] {
  const of = (some: readonly Change[]) =>
    and(
      eq(assignments.roundId, roundId),
      inArray(assignments.unitId, among(some.map(({ unitId }) => unitId))),
    )
  const fresh = changes.flatMap(({ unitId, from, to }) =>
    from === null && to !== null ? [{ roundId, unitId, teamId: to }] : [],
  )
  const moved = changes.filter(({ from }) => from !== null)
  const teams = new Set(moved.flatMap(({ to }) => to ?? []))
  return [
    db.delete(assignments).where(of(moved.filter(({ to }) => to === null))),
    insertRows(db, assignments, fresh),
    ...[...teams].map((team) =>
      db
        .update(assignments)
        .set({ teamId: team })
        .where(of(moved.filter(({ to }) => to === team))),
    ),
  ]
}
