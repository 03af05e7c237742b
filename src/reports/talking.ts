import { and, eq, max } from 'drizzle-orm'
import { type Day, dayOf } from '../clock/day.ts'
import type { Db, Statement } from '../db/db.ts'
import { isTaken } from '../db/faults.ts'
import type { PromisedFile } from '../files/kinds.ts'
import { areTooMany, promiseFiles } from '../files/promising.ts'
import { record } from '../log/record.ts'
import { messages } from './belonging-tables.ts'
import { consequences } from './consequences.ts'
import { awaitReceipt, isErased } from './escalating.ts'
import { type Moment, type Moved, written } from './moving.ts'
import { mayTalk, type Person } from './offers.ts'
import { placeInQueue } from './placing.ts'
import { messageRow, type SealedMessage, type SealedPart, sealedRows } from './rows.ts'
import { situationOf } from './situation.ts'
import { nextStep, staffTime } from './steps.ts'
import { listAdded } from './store.ts'
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

/** Nobody slips in between this and the step: a message of the resident's is a step too, and takes its position. */
async function lastFromResident(db: Db, reportId: string): Promise<number> {
  const [last] = await db
    .select({ position: max(messages.position) })
    .from(messages)
    .where(theirs(reportId))
  return last?.position ?? 0
}

export interface SealedSupplement {
  id: string
  envelope: Uint8Array<ArrayBuffer>
  /** The files that will follow, and the hash of the secret that lets them. */
  promised?: { uploadHash: string; files: readonly PromisedFile[] } | undefined
}

type Over = 'too many' | 'too many files'
export type Supplemented = 'stored' | 'known' | 'overtaken' | Over

/** What a resident adds in one day, and in all: room for every need, and not for filling somebody's page. */
const MOST_A_DAY = 20
const MOST_IN_ALL = 300

/** By the steps, which stay when the words are erased: who could add more again would learn that it went up. */
async function hasWrittenTooMuch(db: Db, reportId: string, today: Day): Promise<boolean> {
  const added = await listAdded(db, reportId)
  return added.length >= MOST_IN_ALL || added.filter(({ on }) => on === today).length >= MOST_A_DAY
}

async function whatIsOver(
  db: Db,
  reportId: string,
  files: readonly PromisedFile[],
  today: Day,
): Promise<Over | undefined> {
  if (await hasWrittenTooMuch(db, reportId, today)) return 'too many'
  return files.length > 0 && (await areTooMany(db, reportId, files)) ? 'too many files' : undefined
}

/** Whether the resident's message has come, also where its words are erased. */
export const isHere = async (db: Db, reportId: string, id: string) =>
  (
    await db
      .select({ id: messages.id })
      .from(messages)
      .where(and(theirs(reportId), eq(messages.id, id)))
  ).length > 0

const theirs = (reportId: string) => and(eq(messages.reportId, reportId), eq(messages.direction, 'toTeam'))

/**
 * What a resident adds. The same message sent twice is stored once. An open question counts as answered, and the
 * report returns to where it was. What went up takes it like any other, or the resident would learn that it went up.
 */
export async function supplement(
  db: Db,
  report: Report,
  { promised, ...message }: SealedSupplement,
  { now, calendar }: Moment,
): Promise<Supplemented> {
  const today = dayOf(now)
  const files = (promised?.files ?? []).map((file) => ({
    ...file,
    reportId: report.id,
    messageId: message.id,
    uploadHash: promised?.uploadHash,
    promisedOn: today,
    openSince: today,
  }))
  const over = await whatIsOver(db, report.id, files, today)
  if (over) return (await isHere(db, report.id, message.id)) ? 'known' : over
  const answered = report.state === 'needsInfo'
  const changed: Partial<Report> = answered
    ? consequences(report, 'answered', {}, now, calendar)
    : placeInQueue({ ...report, unread: true }, today)
  const move = answered ? 'answered' : 'supplement'
  const step = nextStep(report, { move, at: today, to: changed.state ?? report.state })
  const { position } = step
  try {
    const recorded = await record(db, step, [
      db.insert(messages).values({
        reportId: report.id,
        ...message,
        direction: 'toTeam',
        purpose: 'talk',
        on: today,
        position,
      }),
      ...promiseFiles(db, files),
      db
        .update(reports)
        .set({ ...changed, unread: true, steps: position })
        .where(eq(reports.id, report.id)),
      ...(report.state === 'escalated' ? [awaitReceipt(db, report.id)] : []),
    ])
    return recorded === 'done' ? 'stored' : 'overtaken'
  } catch (error) {
    if (isTaken(error, 'messages.')) return 'known'
    // A browser names every file by chance: one whose name is taken was made up, and is answered as one too many.
    if (isTaken(error, 'files.')) return 'too many files'
    throw error
  }
}
