import { and, eq, max } from 'drizzle-orm'
import { type Day, dayOf } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { isTaken } from '../db/faults.ts'
import type { PromisedFile } from '../files/kinds.ts'
import { areTooMany, promiseFiles } from '../files/promising.ts'
import { record } from '../log/record.ts'
import { messages } from './belonging-tables.ts'
import { consequences } from './consequences.ts'
import { awaitReceipt } from './escalating.ts'
import type { Moment } from './moving.ts'
import { placeInQueue } from './placing.ts'
import { nextStep } from './steps.ts'
import { listAdded } from './store.ts'
import { type Report, reports } from './tables.ts'

const theirs = (reportId: string) => and(eq(messages.reportId, reportId), eq(messages.direction, 'toTeam'))

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

/**
 * The position of what they wrote last. Nobody slips in between this and a step: a message of the resident's is a step
 * too, and takes its position.
 */
export async function lastFromResident(db: Db, reportId: string): Promise<number> {
  const [last] = await db
    .select({ position: max(messages.position) })
    .from(messages)
    .where(theirs(reportId))
  return last?.position ?? 0
}
