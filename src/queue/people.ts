import { and, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm'
import { among } from '../db/among.ts'
import type { Db } from '../db/db.ts'
import { prepared } from '../db/prepared.ts'
import { findOfficeBox } from '../office/successions.ts'
import type { Duty } from '../reports/lifecycle.ts'
import type { Report } from '../reports/tables.ts'
import { listColleagues } from '../staff/colleagues.ts'
import { dutiesOf, mayHoldContact, OFFICE, type Role, readRoles, teamHolder } from '../staff/roles.ts'
import { grants, memberships, people } from '../staff/tables.ts'
import { listTeamKeys, lockOf } from '../staff/team-keys.ts'
import { isGoneFrom } from './filters.ts'

/** Somebody of the team who can act. */
export interface Member {
  id: string
  name: string
  roles: readonly Duty[]
  /** As they are called: for a deputy and for the office's people another word than what they may do. */
  called: readonly Role[]
}

const whoCanAct = prepared((db) =>
  db
    .select({ id: people.id, name: people.name, roles: memberships.roles })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.team, sql.placeholder('team')),
        isNotNull(memberships.certificate),
        eq(people.state, 'active'),
      ),
    )
    .orderBy(people.invitedAt, people.id)
    .prepare(),
)

export async function listMembers(db: Db, team: string): Promise<Member[]> {
  const rows = await whoCanAct(db).all({ team })
  return rows.map(({ id, name, roles }) => ({
    id,
    name,
    called: readRoles(roles),
    roles: dutiesOf(readRoles(roles)),
  }))
}

export async function hasOwnerLeft(db: Db, { owner, teamId }: Pick<Report, 'owner' | 'teamId'>) {
  if (!owner) return false
  const isGone = and(eq(people.id, owner), isGoneFrom(teamId))
  return (await db.select({ id: people.id }).from(people).where(isGone)).length > 0
}

/** Names of whoever took a step, also of people who have left the team. */
export async function listNames(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, among(ids)))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Who can hand this person a key of the team: an earlier one than that in force is of no help. */
export async function listHolders(
  db: Db,
  team: string,
  kind: 'key' | 'contact',
  asker: string,
): Promise<string[]> {
  const epoch = team === OFFICE ? await findOfficeBox(db) : lockOf(await listTeamKeys(db, team))?.epoch
  const rows = await db
    .select({ name: people.name })
    .from(grants)
    .innerJoin(people, and(eq(people.id, grants.personId), eq(people.state, 'active')))
    .innerJoin(memberships, and(eq(memberships.personId, people.id), eq(memberships.team, team)))
    .where(
      and(
        ...[eq(grants.holder, teamHolder(team)), eq(grants.epoch, epoch ?? 0)],
        ...[eq(grants.kind, team === OFFICE ? 'box' : kind), ne(people.id, asker)],
      ),
    )
    .orderBy(people.invitedAt, people.id)
  return [...new Set(rows.map(({ name }) => name))]
}

/** Somebody must approve who is not the owner: the only leader of a team cannot own a report. */
export function isSoleLeader(members: readonly Member[], id: string): boolean {
  const leaders = members.filter(({ roles }) => roles.includes('leader'))
  return leaders.length === 1 && leaders[0]?.id === id
}

/** To whom a call can be handed: certified, of the team, and without the contact key by their role. */
export interface Officer {
  id: string
  name: string
  certificate: string
}

export async function listOfficers(db: Db, teamId: string, epoch: number): Promise<Officer[]> {
  if (teamId === OFFICE) return []
  return (await listColleagues(db, teamId, epoch)).flatMap(({ id, name, certificate, state, roles }) =>
    state === 'active' && certificate && !mayHoldContact(roles) ? [{ id, name, certificate }] : [],
  )
}
