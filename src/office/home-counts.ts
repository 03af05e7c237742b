import { and, eq, isNull, lt, ne, type SQL, sql } from 'drizzle-orm'
import type { Calendar } from '../clock/calendar.ts'
import type { Day } from '../clock/day.ts'
import { alarmedBefore } from '../clock/deadlines.ts'
import type { Db } from '../db/db.ts'
import { isQueued, isToAccept } from '../queue/filters.ts'
import { isHeld } from '../reports/holding.ts'
import { firstDue, reports } from '../reports/tables.ts'
import { isCounted } from '../rounds/counts.ts'

/** Counting stops here: a longer count would hold up everybody, and nobody needs it to the unit. */
export const MANY = 1000

export interface TeamCounts {
  /** Received today, as a round counts them. */
  fresh: number
  /** Not accepted yet, as the team's own strip counts them. */
  waiting: number
  /** Kept out of the queue until the team lets it in. */
  held: number
  /** Of both, what came before the day on which the alarm is raised. */
  alarm: number
  /** Accepted, or asked back before, and not concluded. */
  open: number
  /** What should be done, or told whoever gave their name, by now. */
  late: number
  /** What residents added and nobody has read, also to what is concluded: no clock runs for that. */
  unread: number
}

/** How the queues of these teams stand, in one question: numbers and dates, never content. */
export async function countTeams(
  db: Db,
  teams: readonly string[],
  today: Day,
  calendar: Calendar,
): Promise<ReadonlyMap<string, TeamCounts>> {
  // An answered report waits in the queue too, while somebody is still to be told or has written again.
  const isOpen = and(isQueued, isNull(reports.concludedOn))
  // What is held stands in no queue, and its clocks run.
  // Whoever was asked back has time of their own.
  const isLeftLying = and(
    eq(reports.state, 'received'),
    lt(reports.receivedOn, alarmedBefore(today, calendar)),
  )
  const counted = await db.all<TeamCounts & { team: string }>(sql`select asked.value as team,
    ${capped(and(eq(reports.receivedOn, today), isCounted))} as fresh,
    ${capped(isToAccept)} as waiting, ${capped(isHeld)} as held,
    ${capped(and(isOpen, isLeftLying))} + ${capped(and(isHeld, isLeftLying))} as alarm,
    ${capped(and(isOpen, ne(reports.state, 'received')))} as open,
    ${capped(and(isQueued, lt(firstDue, today)))}
      + ${capped(and(isHeld, lt(firstDue, today)))} as late,
    ${capped(isUnread)} as unread
    from json_each(${JSON.stringify(teams)}) asked`)
  return new Map(
    // The driver's rows have their columns by number too.
    counted.map(({ team, fresh, waiting, held, alarm, open, late, unread }) => [
      team,
      { fresh, waiting, held, alarm, open, late, unread },
    ]),
  )
}

const isUnread = sql`unread = 1`

/** The teams that something lies with which a resident added and nobody has read. */
export const listUnreadTeams = async (db: Db): Promise<string[]> => {
  const found = await db.selectDistinct({ teamId: reports.teamId }).from(reports).where(isUnread)
  return found.map(({ teamId }) => teamId)
}

const capped = (which: SQL | undefined): SQL =>
  sql`(select count(*) from (select 1 from ${reports} where ${reports.teamId} = asked.value and ${which}
    limit ${MANY + 1}))`
