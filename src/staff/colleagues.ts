import { and, eq } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { FROM_OFFICE } from './keepers.ts'
import { isGranted, mayHoldContact, readRoles, teamHolder } from './roles.ts'
import { grants, memberships, people } from './tables.ts'

/** The people of a team and what each holds of an epoch's keys. Disabled people are not of the team. */
export async function listColleagues(db: Db, teamId: string, epoch: number) {
  const rows = await db
    .select({ person: people, membership: memberships, kind: grants.kind, by: grants.by })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(
      grants,
      and(eq(grants.personId, people.id), eq(grants.holder, teamHolder(teamId)), eq(grants.epoch, epoch)),
    )
    .where(eq(memberships.team, teamId))
    .orderBy(people.invitedAt, people.id)
  const each = new Map(rows.map((row) => [row.person.id, row]))
  return [...each.values()]
    .filter(({ person }) => person.state !== 'disabled')
    .map(({ person, membership }) => {
      const kinds = rows.flatMap((row) => (row.person.id === person.id && row.kind ? [row.kind] : []))
      const roles = readRoles(membership.roles)
      const isDue = mayHoldContact(roles)
      return {
        id: person.id,
        name: person.name,
        state: person.state,
        roles,
        certificate: membership.certificate,
        key: kinds.includes('key'),
        contact: kinds.includes('contact'),
        /** What came out of the office's sheets: a colleague may hand it over once more. */
        fromOffice: rows.flatMap((row) =>
          row.person.id === person.id && row.kind && row.by === FROM_OFFICE ? [row.kind] : [],
        ),
        isDueContact: isDue,
      }
    })
}

/** What this person opens with the keys of an epoch: reports, and contact details as far as they are due them. */
export async function holdsOf(db: Db, teamId: string, epoch: number, personId: string) {
  const here = and(eq(grants.holder, teamHolder(teamId)), eq(grants.epoch, epoch))
  const isTheirs = and(eq(memberships.personId, personId), eq(memberships.team, teamId))
  const held = await db
    .select({ kind: grants.kind, roles: memberships.roles })
    .from(grants)
    .innerJoin(memberships, and(eq(memberships.personId, grants.personId), isTheirs))
    .where(here)
  return {
    key: held.some(({ kind }) => isGranted(kind, 'key')),
    contact: held.some(
      ({ kind, roles }) => kind === 'box' || (kind === 'contact' && mayHoldContact(readRoles(roles))),
    ),
  }
}

export type Colleague = Awaited<ReturnType<typeof listColleagues>>[number]

/** Who has the contact key and may hand it on. */
export const contactGiver = (colleagues: readonly Colleague[]): Colleague | undefined =>
  colleagues.find(({ key, contact, isDueContact }) => key && contact && isDueContact)
