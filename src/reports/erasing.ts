import { and, eq } from 'drizzle-orm'
import type { Day } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { endFiles } from '../files/ending.ts'
import { record } from '../log/record.ts'
import { envelopes, messages } from './belonging-tables.ts'
import { type Moved, written } from './moving.ts'
import { placeInQueue } from './placing.ts'
import { dropDraft, dropEarlier, endHanded } from './rows.ts'
import { nextStep } from './steps.ts'
import { type Report, reports } from './tables.ts'

/** Erases name and telephone: when the resident asks, or by the daily job. Nothing else changes, so no figure does. */
export async function eraseContact(db: Db, report: Report, on: Day, why: 'asked' | 'rule'): Promise<Moved> {
  const step = nextStep(report, { move: 'erase contact', at: on, why })
  return written(
    await record(db, step, [
      db.delete(envelopes).where(and(eq(envelopes.reportId, report.id), eq(envelopes.part, 'contact'))),
      endHanded(db, report.id),
      dropEarlier(db, report.id, 'contact'),
      db
        .update(reports)
        .set({
          ...placeInQueue({ ...report, tellBy: null }, on),
          contactHeld: false,
          tellBy: null,
          contactErasedOn: report.contactErasedOn ?? on,
          steps: step.position,
        })
        .where(eq(reports.id, report.id)),
    ]),
  )
}

/** What was thrown away and not fetched back in time goes, and its code opens nothing. The steps stay as a stub. */
export async function eraseVoided(db: Db, report: Report, on: Day): Promise<Moved> {
  const step = nextStep(report, { move: 'erase', at: on, why: 'rule' })
  return written(
    await record(db, step, [
      db.delete(envelopes).where(eq(envelopes.reportId, report.id)),
      db.delete(messages).where(eq(messages.reportId, report.id)),
      ...dropDraft(db, report.id),
      dropEarlier(db, report.id),
      ...endFiles(db, report.id, on),
      db
        .update(reports)
        .set({
          lookupHash: null,
          uploadHash: null,
          contactHeld: false,
          erasedOn: on,
          queueKey: null,
          steps: step.position,
        })
        .where(eq(reports.id, report.id)),
    ]),
  )
}
