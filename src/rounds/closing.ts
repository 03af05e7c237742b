import { and, asc, count, eq, gte, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { type Day, dayOf } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { type Hand, type Recorded, record, unlessLacking } from '../log/record.ts'
import { escalations, leavings } from '../reports/belonging-tables.ts'
import { open } from '../reports/lifecycle.ts'
import { reports } from '../reports/tables.ts'
import { teamLockInForce } from '../staff/lock-in-force.ts'
import { teamHolder } from '../staff/roles.ts'
import { grants, memberships, people } from '../staff/tables.ts'
import type { Round } from './store.ts'
import { rounds, teams } from './tables.ts'

/** The list of what is still open stops here; the number beside it does not. */
export const LISTED = 200

const isOpen = inArray(reports.state, [...open])
const isWaiting = (db: Db) =>
  inArray(
    reports.id,
    db.select({ id: escalations.reportId }).from(escalations).where(isNull(escalations.receipt)),
  )
/** What went up and has no receipt yet, only the team's leader can bring to an end. */
const stillOpen = (db: Db, teamId: string) => and(eq(reports.teamId, teamId), or(isOpen, isWaiting(db)))

/**
 * What a team has not concluded and whether it goes to the office: numbers and dates, never content. The earliest due
 * first. What went up is counted and not listed: which report that is concerns the team's leaders alone.
 */
export async function listOpen(db: Db, teamId: string) {
  const [counted] = await db
    .select({ n: count(), listed: count(sql`case when ${isOpen} then 1 end`) })
    .from(reports)
    .where(stillOpen(db, teamId))
  const rows = await db
    .select({
      enquiryNumber: reports.enquiryNumber,
      state: reports.state,
      acceptedBy: reports.acceptedBy,
      due: reports.due,
      owner: people.name,
      withContact: leavings.withContact,
    })
    .from(reports)
    .leftJoin(people, eq(people.id, reports.owner))
    .leftJoin(leavings, eq(leavings.reportId, reports.id))
    .where(and(eq(reports.teamId, teamId), isOpen))
    .orderBy(sql`${reports.due} is null`, asc(reports.due), asc(reports.enquiryNumber))
    .limit(LISTED)
  const { n = 0, listed = 0 } = counted ?? {}
  return { n, aside: n - listed, rows }
}

/** Who can look after what the team leaves: verified, active, and holding the key that is in force. */
export async function listSuccessors(db: Db, teamId: string): Promise<{ id: string; name: string }[]> {
  const lock = await teamLockInForce(db, teamId)
  if (!lock) return []
  const holds = and(
    eq(grants.personId, people.id),
    eq(grants.holder, teamHolder(teamId)),
    eq(grants.epoch, lock.epoch),
    eq(grants.kind, 'key'),
  )
  return db
    .select({ id: people.id, name: people.name })
    .from(people)
    .innerJoin(grants, holds)
    .innerJoin(memberships, and(eq(memberships.personId, people.id), eq(memberships.team, teamId)))
    .where(and(eq(people.state, 'active'), isNotNull(memberships.certificate)))
    .orderBy(people.invitedAt, people.id)
}

/** Both days of the window count: a team goes on the day after. */
export const mayClose = ({ intakeClosesOn }: Pick<Round, 'intakeClosesOn'>, today: Day) =>
  today > intakeClosesOn

/** Of a team that is closed: whoever was named may have left since. */
export function nameSuccessor(
  db: Db,
  id: string,
  version: number,
  successor: string,
  { who, now }: Hand,
): Promise<Recorded> {
  const step = {
    subject: `team:${id}`,
    position: version + 1,
    at: now.toISOString(),
    who,
    move: 'name successor',
  }
  return record(db, { ...step, why: `people:${successor}` }, [
    db.update(teams).set({ successor }).where(eq(teams.id, id)),
  ])
}

export type Closed = 'done' | 'overtaken' | 'still open' | 'early'

/**
 * Closes a team that has nothing open and whose round takes no more. The database decides, in the batch that closes:
 * with a report still open the update would take the team's name away, and its place while intake runs, neither of
 * which it may lack, so nothing at all is written.
 */
export async function closeTeam(
  db: Db,
  id: string,
  version: number,
  successor: string,
  { who, now }: Hand,
): Promise<Closed> {
  const at = now.toISOString()
  const step = { subject: `team:${id}`, position: version + 1, at, who, move: 'close', to: 'closed' }
  const left = db.select({ id: reports.id }).from(reports).where(stillOpen(db, id))
  const name = sql<string>`case when exists ${left} then null else ${teams.name} end`
  const running = db
    .select({ id: rounds.id })
    .from(rounds)
    .innerJoin(teams, eq(teams.roundId, rounds.id))
    .where(and(eq(teams.id, id), gte(rounds.intakeClosesOn, dayOf(now))))
  const base = sql<string>`case when exists ${running} then null else ${teams.base} end`
  const closed = record(db, { ...step, why: `people:${successor}` }, [
    db
      .update(teams)
      .set({ closedOn: dayOf(now), successor, name, base })
      .where(eq(teams.id, id)),
  ])
  return unlessLacking(unlessLacking(closed, 'teams.name', 'still open'), 'teams.base', 'early')
}
