import {
  and,
  asc,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  like,
  ne,
  notExists,
  notInArray,
  or,
  type Placeholder,
  sql,
} from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { steps } from '../log/tables.ts'
import { type Bytes, concat } from '../sealing/bytes.ts'
import { SEALED_KEY } from '../sealing/suite.ts'
import { memberships, people } from '../staff/tables.ts'
import { type EnvelopePart, envelopes, escalations, messages, recusals } from './belonging-tables.ts'
import type { Person } from './offers.ts'
import { type Report, reports } from './tables.ts'

/** Who asks for a report. */
export type Knower = Pick<Person, 'id' | 'roles'>
/** The same where the question is spelled before it is known who asks. */
export type Placed<Of extends { id: string }> = Omit<Of, 'id'> & { id: string | Placeholder }

/** Ids of the reports somebody stays away from. */
export const recusedFrom = (db: Db, person: string | Placeholder | typeof memberships.personId) =>
  db.select({ id: recusals.reportId }).from(recusals).where(eq(recusals.personId, person))

/**
 * Not what they stay away from; and what has been escalated only who brought it up and the leader who agreed. When that
 * one leads no more or has to stay away, another leader has to see it out.
 */
export function mayKnow(db: Db, { id, roles }: Placed<Knower>) {
  const theirs = or(eq(escalations.openedBy, id), eq(escalations.agreedBy, id))
  const may = roles.includes('leader') ? or(theirs, notExists(stillLeads(db))) : theirs
  const known = db.select({ id: escalations.reportId }).from(escalations).where(may)
  return and(
    notInArray(reports.id, recusedFrom(db, id)),
    or(ne(reports.state, 'escalated'), inArray(reports.id, known)),
  )
}

/** The leader who agreed, as long as they can act. */
const stillLeads = (db: Db) =>
  db
    .select({ one: sql`1` })
    .from(memberships)
    .innerJoin(people, and(eq(people.id, memberships.personId), eq(people.state, 'active')))
    .where(
      and(
        eq(memberships.personId, escalations.agreedBy),
        eq(memberships.team, reports.teamId),
        isNotNull(memberships.certificate),
        or(
          eq(memberships.roles, 'office'),
          like(memberships.roles, '%leader%'),
          like(memberships.roles, '%deputy%'),
        ),
        notInArray(escalations.reportId, recusedFrom(db, memberships.personId)),
      ),
    )

/** Permission is part of the question: not this team's, not this person's and not there are the same answer. */
export async function findForTeam(db: Db, teamId: string, id: string, by: Knower) {
  const [report] = await db
    .select()
    .from(reports)
    .where(and(eq(reports.id, id), eq(reports.teamId, teamId), mayKnow(db, by)))
    .limit(1)
  return report
}

/** The same by the number a resident gives: within a round it is one, and of the office's the latest is meant. */
export async function findByNumber(
  db: Db,
  { id, roundId }: { id: string; roundId: string | undefined },
  enquiryNumber: string,
  by: Knower,
) {
  const [report] = await db
    .select({ id: reports.id })
    .from(reports)
    .where(
      and(
        roundId ? eq(reports.roundId, roundId) : undefined,
        ...[eq(reports.enquiryNumber, enquiryNumber), eq(reports.teamId, id), mayKnow(db, by)],
      ),
    )
    .orderBy(desc(reports.receivedOn))
    .limit(1)
  return report
}

/** Whether nothing has happened to it since it was read: whoever is overtaken then is so by another's number. */
export const isAsRead = async (
  db: Db,
  { id, teamId, steps }: Pick<Report, 'id' | 'teamId' | 'steps'>,
  by: Knower,
): Promise<boolean> => (await findForTeam(db, teamId, id, by))?.steps === steps

export async function findByLookup(db: Db, lookupHash: string) {
  const [report] = await db.select().from(reports).where(eq(reports.lookupHash, lookupHash)).limit(1)
  return report
}

/** The sealed parts asked for, and no others: contact details come only to the one question that is for them. */
export const listEnvelopes = (db: Db, reportIds: readonly string[], parts: readonly EnvelopePart[]) =>
  db
    .select()
    .from(envelopes)
    .where(and(inArray(envelopes.reportId, [...reportIds]), inArray(envelopes.part, [...parts])))
    .orderBy(asc(envelopes.reportId), asc(envelopes.at))

/** Without those of which only their coming is left. */
export const listMessages = (db: Db, reportId: string) =>
  db
    .select()
    .from(messages)
    .where(and(eq(messages.reportId, reportId), sql`length(${messages.envelope}) > 0`))
    .orderBy(asc(messages.position))

/** What the team wrote: the resident's own words are never shown again, and never read. */
export const listToResident = (db: Db, reportId: string) =>
  db
    .select()
    .from(messages)
    .where(and(eq(messages.reportId, reportId), eq(messages.direction, 'toResident')))
    .orderBy(asc(messages.position))

/**
 * On which days the resident added something: nothing else of it is told to whoever has the code. By the steps, which
 * stay when the words are erased: a page that lost the line would tell that its report went up.
 */
export const listAdded = (db: Db, reportId: string) =>
  db
    .select({ on: steps.at, position: steps.position })
    .from(steps)
    .where(
      and(
        eq(steps.subject, `report:${reportId}`),
        inArray(steps.move, ['answered', 'supplement']),
        // What time did by itself nobody wrote.
        isNull(steps.why),
      ),
    )
    .orderBy(asc(steps.position))

/** How to reach the resident, sealed. `undefined` when it was never told, or has been erased. */
export async function findContact(db: Db, reportId: string): Promise<Bytes | undefined> {
  const [held] = await listEnvelopes(db, [reportId], ['contact'])
  return held?.envelope
}

/** Contact details as they stand, under a key sealed anew. `undefined` when they have been erased meanwhile. */
export async function contactUnder(db: Db, reportId: string, sealedKey: Bytes): Promise<Bytes | undefined> {
  const held = await findContact(db, reportId)
  return held && concat(sealedKey, held.slice(SEALED_KEY))
}
