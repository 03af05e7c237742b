import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { among } from '../db/among.ts'
import type { Db } from '../db/db.ts'
import { listMembers } from '../queue/people.ts'
import { unitRecusals } from '../reports/belonging-tables.ts'
import { open } from '../reports/lifecycle.ts'
import { type Report, reports } from '../reports/tables.ts'
import { assignments, teams } from '../rounds/tables.ts'
import { withBelow } from '../rounds/tree.ts'
import type { Unit } from '../rounds/units.ts'
import { OFFICE } from '../staff/roles.ts'
import { listTeamNames } from '../staff/store.ts'

type Tree = readonly Pick<Unit, 'id' | 'parentId'>[]
type Recusal = Pick<typeof unitRecusals.$inferSelect, 'unitId' | 'personId'>

/** Who stays away from which units, and how these lie. */
export interface Standing {
  tree: Tree
  recusals: readonly Recusal[]
}

/** A team in which nobody could approve any more: so many reports, and whether all that comes later too. */
export interface Stranded {
  team: string
  name: string
  n: number
  later: boolean
}

/** What was said, for the tick to be about that and nothing else: another unit, or another number, is said anew. */
export const markOfStranded = (unit: string, all: readonly Partial<Stranded>[]): string =>
  [unit, ...all.map(({ team, n, later }) => `${team}.${n}.${later}`)].join(' ')

interface Held extends Pick<Report, 'owner' | 'pendingBy'> {
  /** Of somebody's conduct, who found what is to be approved. */
  foundBy: string | null
}

/** Somebody who leads, is there, and has none of it in hand: what `mayApprove` asks, whoever drafts in the end. */
export const canApprove = (
  leaders: readonly string[],
  away: ReadonlySet<string>,
  { owner, pendingBy, foundBy }: Held,
): boolean => leaders.some((id) => !away.has(id) && ![owner, pendingBy, foundBy].includes(id))

export const foundBy = ({ kind, resultBy }: Pick<Report, 'kind' | 'resultBy'>) =>
  kind === 'conduct' ? resultBy : null

export const leadersOf = (members: readonly { id: string; roles: readonly string[] }[]): string[] =>
  members.flatMap(({ id, roles }) => (roles.includes('leader') ? [id] : []))

/** What of these units has somebody to approve today, and would have nobody. */
export async function listStranded(
  db: Db,
  units: ReadonlySet<string>,
  { before, after }: { before: Standing; after: Standing },
): Promise<Stranded[]> {
  const [held, placed] = await Promise.all([
    listHeld(db, units),
    db
      .select({ team: assignments.teamId, unit: assignments.unitId })
      .from(assignments)
      .innerJoin(teams, and(eq(teams.id, assignments.teamId), isNull(teams.closedOn)))
      .where(sql`${assignments.unitId} in ${among(units)}`),
  ])
  const [was, will] = [awayIn(before), awayIn(after)]
  const places = [...placed, ...[...units].map((unit) => ({ team: OFFICE, unit }))]
  const ids = [...new Set([...held, ...places].map(({ team }) => team))]
  const names = await listTeamNames(db, ids)
  const found = ids.map(async (team): Promise<Stranded> => {
    const leaders = leadersOf(await listMembers(db, team))
    const isNobody = (away: ReadonlySet<string>) => leaders.every((id) => away.has(id))
    const own = held.filter((row) => row.team === team)
    const left = own.filter(
      ({ unit, alone, byUnit, ...row }) =>
        canApprove(leaders, new Set([...alone, ...byUnit]), row) &&
        !canApprove(leaders, new Set([...alone, ...will(unit)]), row),
    )
    const later = places.some(
      (place) => place.team === team && !isNobody(was(place.unit)) && isNobody(will(place.unit)),
    )
    return { team, name: names.get(team) ?? '', n: left.reduce((n, row) => n + row.n, 0), later }
  })
  return (await Promise.all(found)).filter(({ n, later }) => n > 0 || later)
}

/** By unit, from those above it as from itself. */
function awayIn({ tree, recusals }: Standing): (unit: string) => ReadonlySet<string> {
  const away = new Map<string, Set<string>>()
  for (const { unitId, personId } of recusals)
    for (const unit of withBelow(tree, unitId)) away.set(unit, (away.get(unit) ?? new Set()).add(personId))
  return (unit) => away.get(unit) ?? new Set()
}

/** What is open about these units, counted by who has it in hand and who stays away. */
async function listHeld(db: Db, units: ReadonlySet<string>) {
  const awayFrom = (byUnit: 0 | 1) =>
    sql<string>`(select json_group_array("personId") from recusals where "reportId" = reports.id and "byUnit" = ${byUnit})`
  const fields = {
    team: reports.teamId,
    unit: reports.unitId,
    owner: reports.owner,
    pendingBy: reports.pendingBy,
    foundBy: sql<string | null>`case when ${reports.kind} = 'conduct' then ${reports.resultBy} end`,
    alone: awayFrom(0),
    byUnit: awayFrom(1),
  }
  const rows = await db
    .select({ ...fields, n: sql<number>`count(*)` })
    .from(reports)
    .where(and(inArray(reports.state, [...open]), sql`${reports.unitId} in ${among(units)}`))
    .groupBy(...[1, 2, 3, 4, 5, 6, 7].map((column) => sql.raw(`${column}`)))
  return rows.map(({ alone, byUnit, ...row }) => ({
    ...row,
    alone: JSON.parse(alone) as string[],
    byUnit: JSON.parse(byUnit) as string[],
  }))
}

export const listAllUnitRecusals = (db: Db): Promise<Recusal[]> =>
  db.select({ unitId: unitRecusals.unitId, personId: unitRecusals.personId }).from(unitRecusals)
