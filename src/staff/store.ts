import { and, count, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { among, amongPlaced } from '../db/among.ts'
import type { Db } from '../db/db.ts'
import { prepared } from '../db/prepared.ts'
import { signedKeys, theOffice } from '../office/store.ts'
import { listSuccessions, writeSuccessions } from '../office/successions.ts'
import { teams } from '../rounds/tables.ts'
import { base64url } from '../sealing/bytes.ts'
import { officeBox } from '../sealing/succession.ts'
import { teamLockInForce } from './lock-in-force.ts'
import { mayHoldContact, OFFICE, readRoles, teamHolder } from './roles.ts'
import { grants, memberships, people, teamKeys } from './tables.ts'
import { usernameAsTyped } from './username.ts'

export type Person = typeof people.$inferSelect

export async function findByUsername(db: Db, username: string): Promise<Person | undefined> {
  const [person] = await db
    .select()
    .from(people)
    .where(eq(people.username, usernameAsTyped(username)))
  return person
}

export async function findPerson(db: Db, id: string): Promise<Person | undefined> {
  const [person] = await db.select().from(people).where(eq(people.id, id))
  return person
}

/** Names of teams by id. */
export async function listTeamNames(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ id: teams.id, name: teams.name })
    .from(teams)
    .where(inArray(teams.id, among(ids)))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/**
 * Where somebody belongs. An activation sheet is for the first of these; the office certifies them again in the rest.
 */
export async function listMemberships(db: Db, personId: string) {
  const rows = await db
    .select()
    .from(memberships)
    .where(eq(memberships.personId, personId))
    .orderBy(memberships.team)
  return rows.map(({ team, roles, certificate }) => ({
    team,
    roles: readRoles(roles),
    certified: certificate !== null,
  }))
}

/** The administrators who can act: active, and certified by the root. */
export const listAdministrators = (db: Db) =>
  db
    .select({ id: people.id, name: people.name, certificate: memberships.certificate })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.team, OFFICE), isNotNull(memberships.certificate), eq(people.state, 'active')))
    .orderBy(people.invitedAt, people.id)

/** Who has come to be an administrator and waits to be verified by one who is. */
export const listNewcomers = (db: Db) =>
  db
    .select({ id: people.id, name: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.team, OFFICE), eq(people.state, 'answered')))
    .orderBy(people.invitedAt, people.id)

/** Of two administrators who stop being one at once, each takes this subject's next step: one is overtaken. */
export const STOPPING = 'disabling'

/**
 * Likewise of two changes that could leave nobody to approve: roles are changed, somebody is disabled, or comes to stay
 * away from a unit.
 */
export const LEADING = 'roles'

/** Whether without this person nobody would be left who holds the root. */
export const isLast = (administrators: readonly { id: string }[], personId: string) =>
  administrators.length === 1 && administrators[0]?.id === personId

const sealedTo = prepared((db) =>
  db
    .select({ grant: grants, key: teamKeys.key, contact: teamKeys.contactKey, roles: memberships.roles })
    .from(grants)
    .leftJoin(
      memberships,
      and(eq(memberships.personId, grants.personId), eq(grants.holder, sql`'team:' || ${memberships.team}`)),
    )
    .leftJoin(
      teamKeys,
      and(eq(grants.holder, sql`'team:' || ${teamKeys.teamId}`), eq(grants.epoch, teamKeys.epoch)),
    )
    .where(
      and(eq(grants.personId, sql.placeholder('person')), inArray(grants.holder, amongPlaced('holders'))),
    )
    .prepare(),
)

/**
 * What `OwnKeys` puts on a page: this person's keys of these holders (`team:ID`, `office`), and the office root. Who
 * left a team, or lost the right to its contact key, is handed it no more, long before the lock is changed. Where the
 * office's certificate is not its root's, only the office's keys are missing: who would use it is told by the browser.
 */
export async function listOwnKeys(db: Db, personId: string, holders: readonly string[]) {
  const office = await theOffice(db)
  const [signed, changes] = await Promise.all([signedKeys(office), listSuccessions(db)])
  const now = officeBox(changes)
  const held = await sealedTo(db).all({ person: personId, holders: JSON.stringify(holders) })
  const keys = held.flatMap(({ grant: { holder, epoch, kind, envelope }, key, contact, roles }) => {
    if (holder !== OFFICE && roles === null) return []
    if (kind === 'contact' && !mayHoldContact(readRoles(roles ?? ''))) return []
    const isNow = holder !== OFFICE || epoch === now
    const own = isNow
      ? { root: office.root, box: signed?.box }
      : { root: undefined, box: changes[epoch - 1]?.box }
    const publicKey = { ...own, key, contact }[kind]
    return publicKey
      ? [{ holder, epoch, kind, publicKey: base64url(publicKey), envelope: base64url(envelope) }]
      : []
  })
  return { keys, root: base64url(office.root), successions: writeSuccessions(changes) }
}

export interface Readiness {
  /** The epoch reports are sealed to: the latest the office has confirmed. */
  epoch: number | undefined
  confirmed: boolean
  certificate: string | undefined
  /** Verified, active people of the team who can open what is sealed to that epoch. */
  holders: number
}

/** Whether a team can open what residents send it. */
export async function teamReadiness(db: Db, teamId: string): Promise<Readiness> {
  const lock = await teamLockInForce(db, teamId)
  if (!lock) return { epoch: undefined, confirmed: false, certificate: undefined, holders: 0 }
  const [held] = await db
    .select({ people: count() })
    .from(grants)
    .innerJoin(people, and(eq(people.id, grants.personId), eq(people.state, 'active')))
    .innerJoin(
      memberships,
      and(
        eq(memberships.personId, people.id),
        eq(memberships.team, teamId),
        isNotNull(memberships.certificate),
      ),
    )
    .where(and(eq(grants.holder, teamHolder(teamId)), eq(grants.epoch, lock.epoch), eq(grants.kind, 'key')))
  return { ...lock, confirmed: true, holders: held?.people ?? 0 }
}
