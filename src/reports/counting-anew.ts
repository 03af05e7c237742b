import { and, asc, eq, gt, gte, inArray, or, sql } from 'drizzle-orm'
import type { Calendar } from '../clock/calendar.ts'
import { dayOf, dayOfStep } from '../clock/day.ts'
import { dueBy, hardBy, verifyBy } from '../clock/deadlines.ts'
import type { Db, Statement } from '../db/db.ts'
import { HANDFUL } from '../db/in-turn.ts'
import { persistently } from '../db/persistently.ts'
import { record } from '../log/record.ts'
import { open } from './lifecycle.ts'
import { placeInQueue } from './placing.ts'
import { setEach } from './rows.ts'
import { nextStep, type ReportMove } from './steps.ts'
import { type Report, reports } from './tables.ts'

const anew = ['due', 'hardBy', 'tellBy', 'rank', 'queueKey', 'steps'] as const

interface Calendars {
  before: Calendar
  after: Calendar
}

/**
 * Counts a handful anew, when the holidays of a year have changed: what the house had counted by the days before and
 * told nobody, which is by when verification begins, the outer limit, and by when whoever gave their name is told. A
 * day that somebody chose stays, and so does every day that a resident or a handling unit has been told. Answers the
 * id to go on after, or `undefined` when none is left; `reached` writes it down in the same batch.
 */
export async function countAnew(
  db: Db,
  year: number,
  calendars: Calendars,
  after: string,
  now: Date,
  reached: (last: string | undefined) => Statement,
): Promise<string | undefined> {
  const today = dayOf(now)
  const done = await persistently(async () => {
    const rows = await touchedBy(db, year, after)
    const last = rows.length < HANDFUL ? undefined : rows.at(-1)?.id
    const counted = rows.flatMap((row) => {
      const moved = countedAnew(row, calendars)
      if (!moved) return []
      const step = nextStep(row, { move: 'counted', at: today })
      const placed = placeInQueue({ ...row, ...moved }, today)
      return [{ step, set: { id: row.id, ...moved, ...placed, steps: step.position } }]
    })
    if (counted.length === 0) {
      await db.batch([reached(last)])
      return { last }
    }
    const steps = counted.map(({ step }) => step)
    const sets = counted.map(({ set }) => set)
    const recorded = await record(db, steps, [setEach(db, anew, sets), reached(last)])
    return recorded === 'overtaken' ? recorded : { last }
  })
  return done === 'overtaken' ? after : done.last
}

const verifying: readonly ReportMove[] = ['accept', 'acceptByRule', 'answered']
const granting: ReportMove = 'extend'

/** The day from which verification was given its days: of acceptance, or of an answer to a question after it. */
const since = sql<string | null>`case when ${reports.dueKind} = 'verify' then (select at from steps
  where subject = 'report:' || ${reports.id} and move in ${verifying}
  order by position desc limit 1) end`

/** The day on which more time was granted last, of which whoever gave their name may still have to be told. */
const extended = sql<string | null>`case when ${reports.tellBy} is not null then (select at from steps
  where subject = 'report:' || ${reports.id} and move = ${granting} order by position desc limit 1) end`

/** Of each no more than is counted with, and its place in the queue. */
function touchedBy(db: Db, year: number, after: string) {
  const first = `${year}-01-01`
  const counted = or(gte(reports.hardBy, first), and(eq(reports.dueKind, 'verify'), gte(reports.due, first)))
  const touched = or(and(inArray(reports.state, [...open]), counted), gte(reports.tellBy, first))
  const { id, steps, state, held, urgent, afraid, unread, receivedOn, acceptedOn, concludedOn } = reports
  const { identityMode, due, dueKind, hardBy, promise, tellBy } = reports
  return db
    .select({
      id,
      steps,
      state,
      held,
      urgent,
      afraid,
      unread,
      receivedOn,
      acceptedOn,
      concludedOn,
      identityMode,
      due,
      dueKind,
      hardBy,
      promise,
      tellBy,
      since,
      extended,
    })
    .from(reports)
    .where(and(touched, gt(reports.id, after)))
    .orderBy(asc(reports.id))
    .limit(HANDFUL)
}

type Touched = Awaited<ReturnType<typeof touchedBy>>[number]
type Clocks = Pick<Report, 'due' | 'hardBy' | 'tellBy'>

/**
 * What the change of the calendar makes of a report's clocks, when it moves any. The outer limit stays behind what was
 * promised.
 */
function countedAnew(row: Touched, { before, after }: Calendars): Clocks | undefined {
  const { acceptedOn, dueKind, promise, since, extended } = row
  let { due, hardBy: outer, tellBy } = row
  if (dueKind === 'verify' && since !== null) {
    const from = dayOfStep(since)
    if (due === verifyBy(from, before)) due = verifyBy(from, after)
  }
  if (acceptedOn !== null && outer === hardBy(acceptedOn, before)) {
    const counted = hardBy(acceptedOn, after)
    outer = promise !== null && promise > counted ? promise : counted
  }
  const untold = row.concludedOn
    ? [row.concludedOn]
    : [row.receivedOn, ...(extended ? [dayOfStep(extended)] : [])]
  const from = untold.find((day) => tellBy === dueBy('tell', day, before))
  if (from) tellBy = dueBy('tell', from, after)
  const isMoved = due !== row.due || outer !== row.hardBy || tellBy !== row.tellBy
  return isMoved ? { due, hardBy: outer, tellBy } : undefined
}
