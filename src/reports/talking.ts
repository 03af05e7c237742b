import { eq } from 'drizzle-orm'
import { dayOf } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { isTaken } from '../db/faults.ts'
import { record } from '../log/record.ts'
import { consequences, placeInQueue, type Report } from './consequences.ts'
import type { Person } from './lifecycle.ts'
import { type Moment, type Moved, written } from './moving.ts'
import { messageRow, type SealedMessage, type SealedPart, sealedRows } from './rows.ts'
import { messages, reports } from './tables.ts'

/** Plain talk from the team, and a working note, change no state but are steps like any other. */
export async function addToReport(
  db: Db,
  report: Report,
  what: { move: 'message' | 'note'; message?: SealedMessage; sealed: readonly SealedPart[] },
  by: Person,
  { now }: Moment,
): Promise<Moved> {
  const position = report.steps + 1
  const at = now.toISOString()
  const step = {
    subject: `report:${report.id}`,
    position,
    at,
    who: by.id,
    move: what.move,
    from: report.state,
    to: report.state,
  }
  const read =
    what.move === 'message'
      ? { unread: false, ...placeInQueue({ ...report, unread: false }, dayOf(now)) }
      : {}
  return written(
    await record(db, step, [
      db
        .update(reports)
        .set({ ...read, steps: position })
        .where(eq(reports.id, report.id)),
      ...sealedRows(db, report.id, what.sealed, by.id, at),
      ...(what.message
        ? [messageRow(db, report.id, what.message, 'toResident', dayOf(now), position, by.id)]
        : []),
    ]),
  )
}

export type Supplemented = 'stored' | 'known' | 'overtaken'

/**
 * What a resident adds. The same message sent twice is stored once. An open question counts as answered, and the
 * report returns to where it was.
 */
export async function supplement(
  db: Db,
  report: Report,
  message: { id: string; envelope: Uint8Array<ArrayBuffer> },
  { now, calendar }: Moment,
): Promise<Supplemented> {
  const position = report.steps + 1
  const today = dayOf(now)
  const answered = report.state === 'needsInfo'
  const changed: Partial<Report> = answered
    ? consequences(report, 'answered', {}, now, calendar)
    : placeInQueue({ ...report, unread: true }, today)
  const step = {
    subject: `report:${report.id}`,
    position,
    at: today,
    move: answered ? 'answered' : 'supplement',
    from: report.state,
    to: changed.state ?? report.state,
  }
  try {
    const recorded = await record(db, step, [
      db
        .insert(messages)
        .values({
          reportId: report.id,
          ...message,
          direction: 'toTeam',
          purpose: 'talk',
          on: today,
          position,
        }),
      db
        .update(reports)
        .set({ ...changed, unread: true, steps: position })
        .where(eq(reports.id, report.id)),
    ])
    return recorded === 'done' ? 'stored' : 'overtaken'
  } catch (error) {
    if (isTaken(error, 'messages.')) return 'known'
    throw error
  }
}
