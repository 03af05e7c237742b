import { and, asc, eq, gt, gte, inArray, or, sql } from 'drizzle-orm'
import type { Calendar } from '../clock/calendar.ts'
import { dayOf } from '../clock/day.ts'
import { hardBy, verifyBy } from '../clock/deadlines.ts'
import type { Db } from '../db/db.ts'
import { record } from '../log/record.ts'
import { placeInQueue, type Report } from './consequences.ts'
import { open } from './lifecycle.ts'
import { persistently } from './persistently.ts'
import { nextStep } from './steps.ts'
import { reports } from './tables.ts'

const HANDFUL = 200

interface Calendars {
  before: Calendar
  after: Calendar
}

/**
 * Counts anew, when the holidays of a year have changed, what the house had counted by the days before and told
 * nobody: by when verification begins, and the outer limit. A day that somebody chose stays, and so does every day
 * that a resident or a handling unit has been told.
 */
export async function countAnew(db: Db, year: number, calendars: Calendars, now: Date): Promise<void> {
  const first = `${year}-01-01`
  const touched = and(
    inArray(reports.state, [...open]),
    or(gte(reports.hardBy, first), and(eq(reports.dueKind, 'verify'), gte(reports.due, first))),
  )
  for (let after = ''; ; ) {
    const rows = await db
      .select({ id: reports.id })
      .from(reports)
      .where(and(touched, gt(reports.id, after)))
      .orderBy(asc(reports.id))
      .limit(HANDFUL)
    for (const { id } of rows) await persistently(() => countOne(db, id, calendars, now))
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}

/** The day from which verification was given its days: of acceptance, or of an answer to a question after it. */
const since = sql<string | null>`(select at from steps where subject = 'report:' || ${reports.id}
  and move in ('accept', 'acceptByRule', 'answered') order by position desc limit 1)`

async function countOne(db: Db, id: string, calendars: Calendars, now: Date) {
  const [found] = await db.select({ report: reports, since }).from(reports).where(eq(reports.id, id))
  if (!found) return 'done'
  const { report } = found
  const changed = countedAnew(report, found.since, calendars)
  if (Object.keys(changed).length === 0) return 'done'
  const today = dayOf(now)
  const step = nextStep(report, { move: 'counted', at: today })
  const placed = placeInQueue({ ...report, ...changed }, today)
  return record(db, step, [
    db
      .update(reports)
      .set({ ...changed, ...placed, steps: step.position })
      .where(eq(reports.id, id)),
  ])
}

/** What of a report's clocks the change of the calendar moves. The outer limit stays behind what was promised. */
function countedAnew(
  report: Pick<Report, 'state' | 'acceptedOn' | 'due' | 'dueKind' | 'hardBy' | 'promise'>,
  since: string | null,
  { before, after }: Calendars,
): Partial<Pick<Report, 'due' | 'hardBy'>> {
  const { acceptedOn, due, dueKind, promise } = report
  const changed: Partial<Pick<Report, 'due' | 'hardBy'>> = {}
  if (dueKind === 'verify' && since !== null) {
    const from = since.length > 10 ? dayOf(new Date(since)) : since
    if (due === verifyBy(from, before)) changed.due = verifyBy(from, after)
  }
  if (acceptedOn !== null && report.hardBy === hardBy(acceptedOn, before)) {
    const outer = hardBy(acceptedOn, after)
    changed.hardBy = promise !== null && promise > outer ? promise : outer
  }
  if (changed.due === due) delete changed.due
  if (changed.hardBy === report.hardBy) delete changed.hardBy
  return changed
}
