import { and, eq, isNotNull, ne } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { listSteps, type Recorded, record } from '../log/record.ts'
import { listPlaces } from './people-list.ts'
import { isLeading, isTeam, type Role, readRoles, writeRoles } from './roles.ts'
import { hasSecondFactor } from './second-factor.ts'
import type { Person } from './store.ts'
import { memberships, people } from './tables.ts'

/** Where somebody stands, and what may be changed about it. */
export type Standing = Awaited<ReturnType<typeof standingOf>>

/** `version` and `changes`: how often anything happened to the person, and how often roles were changed at all. */
export async function standingOf(db: Db, person: Person) {
  const version = (await listSteps(db, `person:${person.id}`)).length
  const changes = (await listSteps(db, 'roles')).length
  const [rows, teams, hasFactor] = await Promise.all([
    db.select().from(memberships).where(eq(memberships.personId, person.id)).orderBy(memberships.team),
    listPlaces(db),
    hasSecondFactor(db, person.id),
  ])
  const places = await Promise.all(
    rows.map(async ({ team, certificate, ...row }) => {
      const { name, round, roundId } = teams.find((one) => one.team === team) ?? {}
      const roles = readRoles(row.roles)
      const isOnlyLeader = isLeading(roles) && !(await isLedByOthers(db, team, person.id))
      return { team, certificate, roles, name: name ?? '', round: round ?? '', roundId, isOnlyLeader }
    }),
  )
  const isFree = places.every(({ team }) => isTeam(team))
  const busy = new Set(places.map(({ roundId }) => roundId))
  return {
    person,
    version,
    changes,
    places,
    hasFactor,
    isFree,
    /** Teams of other rounds: in one round a person is of one team. */
    joinable: isFree ? teams.filter(({ roundId, closedOn }) => !busy.has(roundId) && closedOn === null) : [],
    /** What the root has signed of them; other roles are signed over the same keys. */
    known: places.find(({ certificate }) => certificate !== null),
  }
}

async function isLedByOthers(db: Db, team: string, id: string): Promise<boolean> {
  const rows = await db
    .select({ roles: memberships.roles })
    .from(memberships)
    .innerJoin(people, and(eq(people.id, memberships.personId), eq(people.state, 'active')))
    .where(and(eq(memberships.team, team), ne(people.id, id), isNotNull(memberships.certificate)))
  return rows.some(({ roles }) => isLeading(readRoles(roles)))
}

interface Change {
  team: string
  roles: readonly Role[]
  /** Whether who changes it has read what follows when nobody leads the team. */
  knows: boolean
}

/** Why it is not so; `undefined` when it may be. */
export function mistakeIn(
  { places, joinable, isFree }: Standing,
  { team, roles, knows }: Change,
): 'officeAlone' | 'team' | 'roles' | 'onlyLeader' | undefined {
  if (!isFree) return 'officeAlone'
  const held = places.find((place) => place.team === team)
  if (!held && !joinable.some((place) => place.team === team)) return 'team'
  if (roles.length === 0) return 'roles'
  return held?.isOnlyLeader && !isLeading(roles) && !knows ? 'onlyLeader' : undefined
}

/**
 * Other roles in a team, or a place in one more, as the root signed it. `overtaken` when anything happened to the person
 * since the page was read, or another change could have left the team without a leader.
 */
export function changeRoles(
  db: Db,
  { person, version, changes, places }: Standing,
  { team, roles, certificate }: { team: string; roles: readonly Role[]; certificate: string },
  { who, now }: { who: string; now: Date },
): Promise<Recorded> {
  const at = now.toISOString()
  const [from, to] = [places.find((place) => place.team === team)?.roles ?? [], roles].map(writeRoles)
  const changed = { at, who, move: 'changeRoles' }
  const steps = [
    { ...changed, subject: 'roles', position: changes + 1 },
    { ...changed, subject: `person:${person.id}`, position: version + 1 },
    { ...changed, subject: `membership:${team}:${person.id}`, from: from || null, to: to ?? null },
  ]
  const row = { roles: writeRoles(roles), certificate }
  return record(db, steps, [
    db
      .insert(memberships)
      .values({ personId: person.id, team, ...row })
      .onConflictDoUpdate({ target: [memberships.personId, memberships.team], set: row }),
  ])
}
