import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { dayOf } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { HANDFUL } from '../db/in-turn.ts'
import { persistently } from '../db/persistently.ts'
import { record } from '../log/record.ts'
import { recusals } from './belonging-tables.ts'
import { rule } from './lifecycle.ts'
import type { Moment } from './moving.ts'
import type { Person } from './offers.ts'
import { placeInQueue } from './placing.ts'
import { setEach } from './rows.ts'
import { nextStep, staffTime } from './steps.ts'
import { reports } from './tables.ts'

/** What is held and waits to be let in: the team's page and the office count the same. */
export const isHeld = and(eq(reports.state, 'received'), sql`${reports.held} = 1`)

/** Handfuls that are let in at one press; whoever wants more presses again. */
const MOST = 10

/**
 * Lets in what a team holds, the oldest first, each with a step of its own. What somebody wants thrown away stays, and
 * what this person stays away from is not touched. Answers how many went in.
 */
export async function releaseAll(db: Db, teamId: string, by: Person, moment: Moment): Promise<number> {
  if (!rule('release').by.some((actor) => by.roles.some((role) => role === actor))) return 0
  let released = 0
  for (let turn = 0; turn < MOST; turn++) {
    const done = await persistently(() => releaseSome(db, teamId, by, moment))
    if (done === 'overtaken') break
    released += done
    if (done < HANDFUL) break
  }
  return released
}

async function releaseSome(db: Db, teamId: string, by: Person, { now }: Moment) {
  const rows = await db
    .select()
    .from(reports)
    .where(
      and(
        eq(reports.teamId, teamId),
        isHeld,
        isNull(reports.pendingMove),
        sql`${reports.id} not in (select ${recusals.reportId} from ${recusals} where ${recusals.personId} = ${by.id})`,
      ),
    )
    .orderBy(asc(reports.receivedOn), asc(reports.id))
    .limit(HANDFUL)
  const released = rows.map((row) => {
    const step = nextStep(row, { move: 'release', at: staffTime(row, now), who: by.id })
    const placed = placeInQueue({ ...row, held: false }, dayOf(now))
    return { step, set: { id: row.id, held: false, ...placed, steps: step.position } }
  })
  const steps = released.map(({ step }) => step)
  const sets = released.map(({ set }) => set)
  const recorded = await record(db, steps, [setEach(db, ['held', 'rank', 'queueKey', 'steps'], sets)])
  return recorded === 'overtaken' ? recorded : rows.length
}
