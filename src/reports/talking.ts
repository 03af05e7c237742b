import { eq } from 'drizzle-orm'
import { dayOf } from '../clock/day.ts'
import type { Db, Statement } from '../db/db.ts'
import { isTaken } from '../db/faults.ts'
import { record } from '../log/record.ts'
import { isErased } from './escalating.ts'
import { type Moment, type Moved, written } from './moving.ts'
import { mayTalk, type Person } from './offers.ts'
import { placeInQueue } from './placing.ts'
import { messageRow, type SealedMessage, type SealedPart, sealedRows } from './rows.ts'
import { situationOf } from './situation.ts'
import { nextStep, staffTime } from './steps.ts'
import { lastFromResident } from './supplementing.ts'
import { type Report, reports } from './tables.ts'

export interface Added {
  /** `read`: what the resident wrote needs no answer. */
  move: 'message' | 'note' | 'transcript' | 'fixPhoto' | 'read'
  /** The last of the resident's messages that stood on the page: what came later has not been read. */
  seen?: number | undefined
  message?: SealedMessage | undefined
  sealed: readonly SealedPart[]
  /** What another feature keeps, written in the same batch. */
  alongside?: readonly Statement[] | undefined
}

/**
 * Plain talk from the team, a working note and "read" change no state but are steps like any other. `unseen`: the
 * resident has written what whoever says "read" has not had before them.
 */
export async function addToReport(
  db: Db,
  report: Report,
  { move, seen = 0, message, sealed, alongside = [] }: Added,
  by: Person,
  { now }: Moment,
): Promise<Moved | 'known' | 'unseen'> {
  const isOwn = move === 'note' || move === 'transcript' || move === 'fixPhoto'
  if (!isOwn && !mayTalk(situationOf(report, dayOf(now)), by)) return 'not allowed'
  if (await isErased(db, report)) return 'not allowed'
  const at = staffTime(report, now)
  const step = nextStep(report, { move, at, who: by.id })
  const { position } = step
  const hasSeenAll = (await lastFromResident(db, report.id)) <= seen
  if (move === 'read' && !hasSeenAll) return 'unseen'
  const read =
    isOwn || !hasSeenAll ? {} : { unread: false, ...placeInQueue({ ...report, unread: false }, dayOf(now)) }
  try {
    return written(
      await record(db, step, [
        db
          .update(reports)
          .set({ ...read, steps: position })
          .where(eq(reports.id, report.id)),
        ...alongside,
        ...sealedRows(db, report.id, sealed, by.id, at),
        ...(message ? [messageRow(db, report.id, message, 'toResident', dayOf(now), position, by.id)] : []),
      ]),
    )
  } catch (error) {
    if (isTaken(error, 'messages.') || isTaken(error, 'envelopes.')) return 'known'
    throw error
  }
}
