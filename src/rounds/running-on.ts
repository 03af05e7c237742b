import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { Day } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { type Recorded, unlessLacking } from '../log/record.ts'
import { rounds, teams } from './tables.ts'

/**
 * The last day of intake as a round's update may set it: later only while none of its teams has been closed. Else it
 * would take the day away, which a round may not lack, so nothing at all of the batch is written.
 */
export function closesOn(db: Db, roundId: string, day: Day): SQL<string> {
  const gone = db
    .select({ id: teams.id })
    .from(teams)
    .where(and(eq(teams.roundId, roundId), isNotNull(teams.closedOn)))
  return sql`case when ${day} > ${rounds.intakeClosesOn} and exists ${gone} then null else ${day} end`
}

/** `team gone`: that is why the batch failed. Intake that was over for a team stays over. */
export const orTeamGone = (recorded: Promise<Recorded>): Promise<Recorded | 'team gone'> =>
  unlessLacking(recorded, 'rounds.intakeClosesOn', 'team gone')
