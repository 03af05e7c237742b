import { and, eq } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { mayHoldContact, readRoles, teamHolder } from './roles.ts'
import { grants, memberships, people } from './tables.ts'

/** The people of a team and what each holds of an epoch's keys. Disabled people are not of the team. */
export async function listColleagues(db: Db, teamId: string, epoch: number) {
  const rows = await db
    .select({ person: people, membership: memberships, kind: grants.kind })
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
        isDueContact: isDue,
      }
    })
}

export type Colleague = Awaited<ReturnType<typeof listColleagues>>[number]
