import { and, eq, isNotNull, ne } from 'drizzle-orm'
import type { Db, Statement } from '../db/db.ts'
import { type Hand, listSteps, type Recorded, record, type Step } from '../log/record.ts'
import { stillRoot, unlessNewRoot } from '../office/successions.ts'
import type { Bytes } from '../sealing/bytes.ts'
import { listPlaces, ownedAsKnownBy } from './people-list.ts'
import { isLeading, isTeam, type Role, readRoles, writeRoles } from './roles.ts'
import { hasSecondFactor } from './second-factor.ts'
import { endSessionsOf } from './session.ts'
import { stillHere, unlessLeft } from './still-here.ts'
import { LEADING, type Person } from './store.ts'
import { memberships, people } from './tables.ts'

/** Where somebody stands, and what may be changed about it. */
export type Standing = Awaited<ReturnType<typeof standingOf>>

/**
 * `version` and `changes`: how often anything happened to the person, and how often a team could have come to be
 * without a leader, or a unit without anybody to approve.
 */
export async function standingOf(db: Db, person: Person, looker: string) {
  const version = (await listSteps(db, `person:${person.id}`)).length
  const changes = (await listSteps(db, LEADING)).length
  const [rows, teams, hasFactor] = await Promise.all([
    db
      .select({ row: memberships, owned: ownedAsKnownBy(db, looker) })
      .from(memberships)
      .where(eq(memberships.personId, person.id))
      .orderBy(memberships.team),
    listPlaces(db),
    hasSecondFactor(db, person.id),
  ])
  const places = await Promise.all(
    rows.map(async ({ row: { team, certificate, ...row }, owned }) => {
      const { name, round, roundId } = teams.find((one) => one.team === team) ?? {}
      const roles = readRoles(row.roles)
      const isOnlyLeader = isLeading(roles) && !(await isLedByOthers(db, team, person.id))
      return { team, certificate, roles, owned, name: name ?? '', round: round ?? '', roundId, isOnlyLeader }
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
    /** What the root has signed of them, here or in a team they left: other roles are signed over the same keys. */
    known: places.find(({ certificate }) => certificate !== null)?.certificate ?? person.leftWith,
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

interface Signed extends Omit<Change, 'knows'> {
  certificate: string
  /** The public root that signed it. */
  signedBy: Bytes
}

/**
 * Other roles in a team, or a place in one more, as the root signed it. `overtaken` when anything happened to the
 * person since the page was read, another change could have left the team without a leader, or the office has another
 * root since.
 */
export function changeRoles(
  db: Db,
  standing: Standing,
  { team, roles, certificate, signedBy }: Signed,
  hand: Hand,
): Promise<Recorded> {
  const row = { roles: writeRoles(roles), certificate }
  const recorded = written(db, standing, stepsOf(standing, 'changeRoles', team, row.roles, hand), hand, [
    stillRoot(db, signedBy),
    db
      .insert(memberships)
      .values({ personId: standing.person.id, team, ...row })
      .onConflictDoUpdate({ target: [memberships.personId, memberships.team], set: row }),
  ])
  return unlessNewRoot(recorded)
}

/** Why nobody is taken out of this team; `undefined` when they may be. */
export function mistakeInLeaving(
  { places }: Standing,
  { team, knows }: Pick<Change, 'team' | 'knows'>,
): 'team' | 'onlyLeader' | undefined {
  const place = places.find((place) => place.team === team)
  if (!place || !isTeam(team)) return 'team'
  return place.isOnlyLeader && !knows ? 'onlyLeader' : undefined
}

/**
 * Out of one team, and of no other. Nothing is left to sign: each team has a certificate of its own. Every session
 * ends, so that a browser lets go of the team's key; who was given that key makes the lock due. `overtaken` as above.
 */
export function leaveTeam(db: Db, standing: Standing, team: string, hand: Hand): Promise<Recorded> {
  const { person, places } = standing
  const certificate = places.find((place) => place.team === team)?.certificate
  return written(db, standing, stepsOf(standing, 'leaveTeam', team, null, hand), hand, [
    db.delete(memberships).where(and(eq(memberships.personId, person.id), eq(memberships.team, team))),
    ...(certificate
      ? [db.update(people).set({ leftWith: certificate }).where(eq(people.id, person.id))]
      : []),
    endSessionsOf(db, person.id),
  ])
}

/** Neither whoever changes it nor whose roles they are may have been disabled since they were looked at. */
const written = (
  db: Db,
  { person }: Standing,
  steps: readonly Step[],
  { who }: Hand,
  changes: readonly Statement[],
) => unlessLeft(record(db, steps, [...stillHere(db, { giver: who, takers: [person.id] }), ...changes]))

function stepsOf(
  { person, version, changes, places }: Standing,
  move: 'changeRoles' | 'leaveTeam',
  team: string,
  to: string | null,
  { who, now }: Hand,
) {
  const from = places.find((place) => place.team === team)?.roles
  const changed = { at: now.toISOString(), who, move }
  return [
    { ...changed, subject: LEADING, position: changes + 1 },
    { ...changed, subject: `person:${person.id}`, position: version + 1 },
    { ...changed, subject: `membership:${team}:${person.id}`, from: from ? writeRoles(from) : null, to },
  ]
}
