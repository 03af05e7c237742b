import { and, eq } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { record } from '../log/record.ts'
import type { Report } from './consequences.ts'
import type { Moment } from './moving.ts'
import { type SealedPart, sealedRows } from './rows.ts'
import { nextStep, staffTime } from './steps.ts'
import { envelopes, reports } from './tables.ts'

/**
 * How to reach the resident, still sealed, for somebody who says why. The view is on record before anything is handed
 * out. `undefined` when it is not held any more, or stayed with the team that had the report.
 */
export async function viewContact(
  db: Db,
  report: Report,
  by: string,
  { why, sealed }: { why: string; sealed: readonly SealedPart[] },
  { now }: Moment,
): Promise<Uint8Array<ArrayBuffer> | 'overtaken' | undefined> {
  if (!report.contactHeld || report.contactEpoch !== null) return undefined
  const at = staffTime(report, now)
  const step = nextStep(report, { move: 'view contact', at, who: by, why })
  const recorded = await record(db, step, [
    db.update(reports).set({ steps: step.position }).where(eq(reports.id, report.id)),
    ...sealedRows(db, report.id, sealed, by, at),
  ])
  if (recorded === 'overtaken') return 'overtaken'
  const [held] = await db
    .select({ envelope: envelopes.envelope })
    .from(envelopes)
    .where(and(eq(envelopes.reportId, report.id), eq(envelopes.part, 'contact')))
  return held?.envelope
}
