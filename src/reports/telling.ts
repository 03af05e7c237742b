import { eq } from 'drizzle-orm'
import { dayOf } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { record } from '../log/record.ts'
import { type Moved, written } from './moving.ts'
import { placeInQueue } from './placing.ts'
import { nextStep, staffTime } from './steps.ts'
import { type Report, reports } from './tables.ts'

/** Records that somebody who gave their name has been told, as it was done on paper, by telephone or in person. */
export async function recordTold(
  db: Db,
  report: Report,
  { why, by, now }: { why: string; by: string; now: Date },
): Promise<Moved> {
  if (report.tellBy === null) return 'not allowed'
  const step = nextStep(report, { move: 'told', at: staffTime(report, now), who: by, why })
  const placed = placeInQueue({ ...report, tellBy: null }, dayOf(now))
  return written(
    await record(db, step, [
      db
        .update(reports)
        .set({ ...placed, tellBy: null, steps: step.position })
        .where(eq(reports.id, report.id)),
    ]),
  )
}
