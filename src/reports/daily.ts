import { and, eq, inArray, isNotNull, isNull, lt, lte, ne } from 'drizzle-orm'
import { addDays, type Day, dayOf } from '../clock/day.ts'
import { limits } from '../clock/deadlines.ts'
import type { Db } from '../db/db.ts'
import { record } from '../log/record.ts'
import { placeInQueue, type Report } from './consequences.ts'
import { eraseContact, eraseVoided } from './erasing.ts'
import { endOldHanded } from './handing.ts'
import { open } from './lifecycle.ts'
import { type Moment, moveByRule } from './moving.ts'
import { owed } from './promises.ts'
import { nextStep } from './steps.ts'
import { envelopes, reports } from './tables.ts'

/** Rows a job takes at a time, so that no statement grows with the office. */
const HANDFUL = 200

/** What must go goes first: should a later part fail, nothing is kept that was promised to be erased. */
const parts = [
  ...[eraseOldContacts, endOldHanded, eraseOldVoids, letCodesDie],
  ...[goOnWithoutAnswer, owePromises, rankOverdue, rankUntold, archiveQuiet],
]

/** What time does by itself, once a day. Doing it twice, or a week late, changes nothing more. */
export const letTimePass = (db: Db, moment: Moment): Promise<void> =>
  inTurn(parts.map((part) => () => part(db, moment)))

/** A part that fails keeps no other from being done; the first failure is thrown when all have had their turn. */
export async function inTurn(parts: readonly (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = []
  for (const part of parts) await part().catch((failure: unknown) => failures.push(failure))
  if (failures.length > 0) throw failures[0]
}

/** The resident was asked and did not answer: staff decide on what is there. */
async function goOnWithoutAnswer(db: Db, moment: Moment) {
  const today = dayOf(moment.now)
  const silent = and(eq(reports.state, 'needsInfo'), lt(reports.due, today))
  await each(db, silent, (report) => moveByRule(db, report, 'answered', moment))
}

/** A promise whose day has passed was broken. */
async function owePromises(db: Db, { now, calendar }: Moment) {
  const today = dayOf(now)
  const broken = and(
    inArray(reports.state, [...open]),
    ne(reports.state, 'needsInfo'),
    lt(reports.promise, today),
  )
  await each(db, broken, (report) =>
    step(db, report, 'late', today, { ...owed(report, today, calendar), ...placeInQueue(report, today) }),
  )
}

/** Overdue reports go to the front. */
async function rankOverdue(db: Db, { now }: Moment) {
  const today = dayOf(now)
  const overdue = and(inArray(reports.state, [...open]), lt(reports.due, today), ne(reports.rank, 0))
  await each(db, overdue, (report) => step(db, report, 'overdue', today, placeInQueue(report, today)))
}

/** So do those whose reporter should have been told. */
async function rankUntold(db: Db, { now }: Moment) {
  const today = dayOf(now)
  const untold = and(isNotNull(reports.tellBy), lt(reports.tellBy, today), ne(reports.rank, 0))
  await each(db, untold, (report) => step(db, report, 'overdue', today, placeInQueue(report, today)))
}

/** Whoever gave their name and is still to be told keeps it in the queue. */
async function archiveQuiet(db: Db, moment: Moment) {
  const since = addDays(dayOf(moment.now), -limits.archive.days)
  const quiet = and(
    inArray(reports.state, ['concluded', 'declined']),
    lte(reports.concludedOn, since),
    eq(reports.unread, false),
    isNull(reports.tellBy),
  )
  await each(db, quiet, (report) => moveByRule(db, report, 'archive', moment))
}

async function eraseOldVoids(db: Db, { now }: Moment) {
  const since = addDays(dayOf(now), -limits.voided.days)
  const old = and(eq(reports.state, 'voided'), lte(reports.concludedOn, since), isNull(reports.erasedOn))
  await each(db, old, (report) => eraseVoided(db, report, dayOf(now)))
}

async function eraseOldContacts(db: Db, { now }: Moment) {
  const since = addDays(dayOf(now), -limits.eraseContact.days)
  const held = and(eq(reports.contactHeld, true), lte(reports.concludedOn, since))
  await each(db, held, (report) => eraseContact(db, report, dayOf(now), 'rule'))
}

/** From a year after the conclusion on the query code opens nothing any more. */
async function letCodesDie(db: Db, { now }: Moment) {
  const since = addDays(dayOf(now), -limits.queryCode.days)
  await each(db, and(isNotNull(reports.lookupHash), lte(reports.concludedOn, since)), async (report) => {
    const access = and(eq(envelopes.reportId, report.id), eq(envelopes.part, 'access'))
    await step(db, report, 'code expired', dayOf(now), { lookupHash: null }, [
      db.delete(envelopes).where(access),
    ])
  })
}

type Condition = ReturnType<typeof and>

/** Takes handfuls until none is left. A row that did not change would come again for ever: a handful that repeats ends it. */
async function each(db: Db, condition: Condition, act: (report: Report) => Promise<unknown>) {
  for (let last = ''; ; ) {
    const rows = await db.select().from(reports).where(condition).limit(HANDFUL)
    const handful = rows.map((row) => row.id).join()
    if (rows.length === 0 || handful === last) return
    for (const row of rows) await act(row)
    last = handful
  }
}

async function step(
  db: Db,
  report: Report,
  move: string,
  at: Day,
  changed: Partial<Report>,
  more: Parameters<typeof record>[2] = [],
) {
  const taken = nextStep(report, { move, at })
  const change = db
    .update(reports)
    .set({ ...changed, steps: taken.position })
    .where(eq(reports.id, report.id))
  return record(db, taken, [change, ...more])
}
