import { eq, isNotNull, sql } from 'drizzle-orm'
import type { Day } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { mayKnow } from '../reports/store.ts'
import { reports } from '../reports/tables.ts'
import { rounds, teams } from '../rounds/tables.ts'
import { isOpen } from './invitations.ts'
import { isLeading, OFFICE, readRoles, teamHolder } from './roles.ts'
import { grants, invitations, memberships, people, teamKeys } from './tables.ts'

/** Teams people may be put in, the latest round first. */
export const listPlaces = (db: Db) =>
  db
    .select({
      team: teams.id,
      name: teams.name,
      roundId: teams.roundId,
      round: rounds.title,
      closedOn: teams.closedOn,
    })
    .from(teams)
    .innerJoin(rounds, eq(rounds.id, teams.roundId))
    .orderBy(sql`${rounds.term} desc, ${rounds.seq} desc`, teams.name)

/** Of a place: how many open reports are in this person's hands, of those that whoever looks may know of. */
export const ownedAsKnownBy = (db: Db, looker: string) => sql<number>`(select count(*) from ${reports}
  where ${reports.teamId} = ${memberships.team} and ${reports.owner} = ${memberships.personId}
    and ${reports.queueKey} is not null and ${mayKnow(db, { id: looker, roles: [] })})`

/** Everybody with all their places as `listMemberships` has them, who waits to be verified first, then by place. */
export async function listPeople(db: Db, today: Day, looker: string) {
  const rows = await db
    .select({
      person: people,
      membership: memberships,
      team: teams.name,
      owned: ownedAsKnownBy(db, looker),
    })
    .from(people)
    .leftJoin(memberships, eq(memberships.personId, people.id))
    .leftJoin(teams, eq(teams.id, memberships.team))
    .orderBy(
      sql`${people.state} <> 'answered', ${memberships.team} <> ${OFFICE}, ${teams.name}`,
      people.invitedAt,
      people.id,
    )
  const sheets = await db.select().from(invitations)
  const lacking = await listLacking(db)
  const held = await listHeld(db)
  const each = new Map(rows.map(({ person }) => [person.id, person]))
  return [...each.values()].map((person) => {
    const own = sheets.filter(({ personId }) => personId === person.id)
    const places = rows
      .filter((row) => row.person.id === person.id)
      .flatMap(({ membership, team: name, owned }) =>
        membership ? [{ ...membership, name: name ?? '', owned }] : [],
      )
      .toSorted((a, b) => (a.team < b.team ? -1 : 1))
      .map(({ team, name, owned, roles, certificate }) => ({
        team,
        name,
        owned,
        roles: readRoles(roles),
        certified: certificate !== null,
        holds: held.has(`${person.id} ${teamHolder(team)}`),
      }))
    return {
      person,
      places,
      lacksKey: person.state === 'active' && places.some(({ team }) => lacking.has(`${person.id} ${team}`)),
      open: own.find((sheet) => isOpen(sheet, today)),
      answer: own.find(({ personProof }) => personProof !== null),
    }
  })
}
export type Listed = Awaited<ReturnType<typeof listPeople>>[number]

/** For each lock that somebody leaving now would have had the key of: who could change it, if anybody. */
export const lockChangers = (people: readonly Listed[], { person, places }: Listed) =>
  places
    .filter(({ holds }) => holds)
    .map(({ team }) =>
      people.find(
        (other) =>
          other.person.id !== person.id &&
          other.person.state === 'active' &&
          other.places.some((at) => at.team === team && at.certified && isLeading(at.roles)),
      ),
    )

/** Who has a key of which team sealed to them, of whatever epoch. */
async function listHeld(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectDistinct({ personId: grants.personId, holder: grants.holder })
    .from(grants)
    .where(eq(grants.kind, 'key'))
  return new Set(rows.map(({ personId, holder }) => `${personId} ${holder}`))
}

/** Who belongs to a team whose confirmed key they do not hold. */
async function listLacking(db: Db): Promise<ReadonlySet<string>> {
  const current = db
    .select({ teamId: teamKeys.teamId, epoch: sql<number>`max(${teamKeys.epoch})`.as('current') })
    .from(teamKeys)
    .where(isNotNull(teamKeys.certificate))
    .groupBy(teamKeys.teamId)
    .as('latest')
  const rows = await db
    .select({ personId: memberships.personId, team: memberships.team })
    .from(memberships)
    .innerJoin(current, eq(current.teamId, memberships.team))
    .where(
      sql`not exists (select 1 from ${grants} where ${grants.holder} = 'team:' || ${memberships.team}
        and ${grants.epoch} = ${current.epoch} and ${grants.kind} = 'key' and ${grants.personId} = ${memberships.personId})`,
    )
  return new Set(rows.map(({ personId, team }) => `${personId} ${team}`))
}
