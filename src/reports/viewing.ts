import { eq } from 'drizzle-orm'
import type { Db, Statement } from '../db/db.ts'
import { type Recorded, record, type Step } from '../log/record.ts'
import type { Moment } from './moving.ts'
import { type SealedPart, sealedRows } from './rows.ts'
import { type Noted, nextStep, staffTime } from './steps.ts'
import { findContact } from './store.ts'
import { type Report, reports } from './tables.ts'

/** Why somebody looks, and what they do with it at once. */
export interface Viewing {
  why: string
  sealed: readonly SealedPart[]
  use?: ContactUse | undefined
}

/** Such as a paper that bears the name: a step of its own after the view, in the same batch. */
export interface ContactUse {
  move: Noted
  why: string
  steps: readonly Step[]
  changes: (db: Db) => readonly Statement[]
}

/**
 * How to reach the resident, still sealed, for somebody who says why. The view is on record before anything is handed
 * out. `undefined` when it is not held any more, or stayed with the team that had the report.
 */
export async function viewContact(
  db: Db,
  report: Report,
  by: string,
  viewing: Viewing,
  { now }: Moment,
): Promise<Uint8Array<ArrayBuffer> | 'overtaken' | undefined> {
  if (!report.contactHeld || report.contactEpoch !== null) return undefined
  // Read before: what is on record was handed out, whatever is erased a moment later.
  const held = await findContact(db, report.id)
  if (!held) return undefined
  const recorded = await recordView(db, report, by, viewing, now)
  return recorded === 'overtaken' ? recorded : held
}

/** Who looked and why, whichever envelope they are handed then. */
export function recordView(
  db: Db,
  report: Report,
  by: string,
  { why, sealed, use }: Viewing,
  now: Date,
): Promise<Recorded> {
  const at = staffTime(report, now)
  const view = nextStep(report, { move: 'view contact', at, who: by, why })
  const used =
    use && nextStep({ ...report, steps: view.position }, { move: use.move, why: use.why, at, who: by })
  return record(
    db,
    [view, ...(used ? [used] : []), ...(use?.steps ?? [])],
    [
      db
        .update(reports)
        .set({ steps: (used ?? view).position })
        .where(eq(reports.id, report.id)),
      ...sealedRows(db, report.id, sealed, by, at),
      ...(use?.changes(db) ?? []),
    ],
  )
}
