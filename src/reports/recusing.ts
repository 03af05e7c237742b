import { and, eq } from 'drizzle-orm'
import { dayOf } from '../clock/day.ts'
import type { Db, Statement } from '../db/db.ts'
import { record } from '../log/record.ts'
import { recusals } from './belonging-tables.ts'
import { type Moment, type Moved, written } from './moving.ts'
import type { Person } from './offers.ts'
import { placeInQueue } from './placing.ts'
import { recusedByUnit } from './recusing-units.ts'
import { dropDraft, endHanded } from './rows.ts'
import { nextStep, staffTime } from './steps.ts'
import { type Report, reports } from './tables.ts'

/** Who stays away from a report: from it alone, or from all of its unit. */
export const listRecused = (db: Db, reportId: string) =>
  db
    .select({ id: recusals.personId, byUnit: recusals.byUnit })
    .from(recusals)
    .where(eq(recusals.reportId, reportId))

interface Recusal {
  person: string
  /** From a list, as the step keeps it. */
  why: string | undefined
}

/** From now on the report is not there for this person; what they owned or proposed waits for another. */
export function recuse(
  db: Db,
  report: Report,
  { person, why }: Recusal,
  by: Person,
  moment: Moment,
): Promise<Moved> {
  const owner = report.owner === person ? { owner: null } : {}
  const isTheirs = report.pendingBy === person
  const proposal = isTheirs ? { pendingMove: null, pendingBy: null } : {}
  return settle(db, report, { move: 'recuse', why }, by, moment, { ...owner, ...proposal }, [
    ...(isTheirs ? dropDraft(db, report.id) : []),
    db
      .insert(recusals)
      .values({ reportId: report.id, personId: person })
      .onConflictDoUpdate({ target: [recusals.reportId, recusals.personId], set: { byUnit: false } }),
    endHanded(db, report.id, person),
  ])
}

/** The leader's word is taken back; whoever stays away from its unit still does. */
export function endRecusal(
  db: Db,
  report: Report,
  { person, why }: Recusal,
  by: Person,
  moment: Moment,
): Promise<Moved> {
  const theirs = and(eq(recusals.reportId, report.id), eq(recusals.personId, person))
  return settle(db, report, { move: 'end recusal', why }, by, moment, {}, [
    db.delete(recusals).where(theirs),
    recusedByUnit(db, [report]),
  ])
}

/** Only a leader says who stays away. */
async function settle(
  db: Db,
  report: Report,
  { move, why }: { move: 'recuse' | 'end recusal'; why: string | undefined },
  by: Person,
  { now }: Moment,
  changed: Partial<Report>,
  change: readonly Statement[],
): Promise<Moved> {
  if (!by.roles.includes('leader')) return 'not allowed'
  const step = nextStep(report, { move, at: staffTime(report, now), who: by.id, why: why ?? null })
  const placed = placeInQueue({ ...report, ...changed }, dayOf(now))
  return written(
    await record(db, step, [
      ...change,
      db
        .update(reports)
        .set({ ...changed, ...placed, steps: step.position })
        .where(eq(reports.id, report.id)),
    ]),
  )
}
