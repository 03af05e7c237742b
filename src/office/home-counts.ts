import { and, count, eq, isNotNull, isNull, lt, type SQL } from 'drizzle-orm'
import type { Day } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { firstDue, reports } from '../reports/tables.ts'

/** Counting stops here: a longer count would hold up everybody, and nobody needs it to the unit. */
export const MANY = 1000

export interface TeamCounts {
  /** Received today. */
  fresh: number
  /** Not accepted yet. */
  waiting: number
  /** Accepted and not concluded. */
  open: number
  /** What should be done, or told whoever gave their name, by now. */
  late: number
}

/** How a team's queue stands: numbers and dates, never content. */
export async function countTeam(db: Db, teamId: string, today: Day): Promise<TeamCounts> {
  const isOf = eq(reports.teamId, teamId)
  const isQueued = isNotNull(reports.queueKey)
  // An answered report waits in the queue too, while somebody is still to be told or has written again.
  const isOpen = and(isOf, isQueued, isNull(reports.concludedOn))
  return {
    fresh: await capped(db, and(isOf, eq(reports.receivedOn, today))),
    waiting: await capped(db, and(isOpen, isNull(reports.acceptedOn))),
    open: await capped(db, and(isOpen, isNotNull(reports.acceptedOn))),
    late: await capped(db, and(isOf, isQueued, lt(firstDue, today))),
  }
}

async function capped(db: Db, which: SQL | undefined): Promise<number> {
  const some = db
    .select({ id: reports.teamId })
    .from(reports)
    .where(which)
    .limit(MANY + 1)
    .as('some')
  const [counted] = await db.select({ n: count() }).from(some)
  return counted?.n ?? 0
}
