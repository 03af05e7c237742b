import { and, eq } from 'drizzle-orm'
import type { Day } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { record } from '../log/record.ts'
import type { Report } from './consequences.ts'
import { type Moved, written } from './moving.ts'
import { endHanded } from './rows.ts'
import { nextStep } from './steps.ts'
import { envelopes, reports } from './tables.ts'

/** Erases name and telephone: when the resident asks, or by the daily job. Nothing else changes, so no figure does. */
export async function eraseContact(db: Db, report: Report, on: Day, why: 'asked' | 'rule'): Promise<Moved> {
  const step = nextStep(report, { move: 'erase contact', at: on, why })
  return written(
    await record(db, step, [
      db.delete(envelopes).where(and(eq(envelopes.reportId, report.id), eq(envelopes.part, 'contact'))),
      endHanded(db, report.id),
      db
        .update(reports)
        .set({ contactHeld: false, contactErasedOn: on, steps: step.position })
        .where(eq(reports.id, report.id)),
    ]),
  )
}
