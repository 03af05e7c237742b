import { and, eq, inArray, isNotNull, isNull, lt, lte, ne, type SQL, sql } from 'drizzle-orm'
import { addDays, type Day, dayOf } from '../clock/day.ts'
import { type LimitName, limits, overBy } from '../clock/limits.ts'
import type { Db } from '../db/db.ts'
import { inTurn, type Part } from '../db/in-turn.ts'
import { record } from '../log/record.ts'
import { envelopes } from './belonging-tables.ts'
import { each } from './each.ts'
import { eraseContact, eraseVoided } from './erasing.ts'
import { endOldHanded } from './handing.ts'
import { open } from './lifecycle.ts'
import { type Moment, moveByRule } from './moving.ts'
import { placeInQueue } from './placing.ts'
import { owed } from './promises.ts'
import { type Noted, nextStep } from './steps.ts'
import { type Report, reports } from './tables.ts'

/** What must go goes first: should there be no room for the rest, nothing is kept that was promised to be erased. */
const parts = [
  ...[eraseOldContacts, endOldHanded, eraseOldVoids, letCodesDie],
  ...[goOnWithoutAnswer, owePromises, rankOverdue, rankUntold, archiveQuiet],
]

/** What time does to reports, for one go. Doing it twice, or a week late, changes nothing more. */
export const partsOfTime = (db: Db, moment: Moment): Part[] => parts.map((part) => part(db, moment))

export const letTimePass = (db: Db, moment: Moment) => inTurn(partsOfTime(db, moment))

/** The resident was asked and did not answer: staff decide on what is there. */
function goOnWithoutAnswer(db: Db, moment: Moment) {
  const today = dayOf(moment.now)
  const silent = and(eq(reports.state, 'needsInfo'), lt(reports.due, today))
  return each(db, silent, (report) => moveByRule(db, report, 'answered', moment))
}

/** A promise whose day has passed. After a latest one that was broken nothing more is promised. */
const isBroken = (today: Day) =>
  and(
    inArray(reports.state, [...open]),
    ne(reports.state, 'needsInfo'),
    lt(reports.promise, today),
    sql`${reports.promiseMoved} is not 'missed'`,
  )

function owePromises(db: Db, { now, calendar }: Moment) {
  const today = dayOf(now)
  return each(db, isBroken(today), (report) =>
    step(db, report, 'late', today, { ...owed(report, today, calendar), ...placeInQueue(report, today) }),
  )
}

/**
 * What is late and not at the front comes there; with a broken promise it does so by itself, whichever turn is first.
 */
function rankLate(db: Db, late: SQL | undefined, today: Day) {
  const behind = and(late, ne(reports.rank, 0), sql`(${isBroken(today)}) is not true`)
  return each(db, behind, (report) => step(db, report, 'overdue', today, placeInQueue(report, today)))
}

function rankOverdue(db: Db, { now }: Moment) {
  const today = dayOf(now)
  return rankLate(db, and(inArray(reports.state, [...open]), lt(reports.due, today)), today)
}

/**
 * So do those whose reporter should have been told. What goes up stands in no queue, and a step more would want it
 * packed anew.
 */
function rankUntold(db: Db, { now }: Moment) {
  const today = dayOf(now)
  const untold = and(isNotNull(reports.tellBy), lt(reports.tellBy, today), ne(reports.state, 'escalated'))
  return rankLate(db, untold, today)
}

/** Whoever gave their name and is still to be told keeps it in the queue. */
function archiveQuiet(db: Db, moment: Moment) {
  const since = addDays(dayOf(moment.now), -limits.archive.days)
  const quiet = and(
    inArray(reports.state, ['concluded', 'declined']),
    lte(reports.concludedOn, since),
    eq(reports.unread, false),
    isNull(reports.tellBy),
  )
  return each(db, quiet, (report) => moveByRule(db, report, 'archive', moment))
}

/** What ended so long ago that the days it ended with are over. */
function overOf(name: LimitName, { now, calendar }: Moment): SQL {
  const stretches = overBy(name, dayOf(now), calendar.limits)
  return sql`${reports.concludedOn} <= ${stretches.at(-1)?.[1] ?? ''}
    and exists (select 1 from json_each(${JSON.stringify(stretches)})
      where ${reports.concludedOn} between value->>0 and value->>1)`
}

function eraseOldVoids(db: Db, moment: Moment) {
  const { now } = moment
  const old = and(eq(reports.state, 'voided'), overOf('voided', moment), isNull(reports.erasedOn))
  return each(db, old, (report) => eraseVoided(db, report, dayOf(now)))
}

function eraseOldContacts(db: Db, moment: Moment) {
  const { now } = moment
  const held = and(eq(reports.contactHeld, true), overOf('eraseContact', moment))
  return each(db, held, (report) => eraseContact(db, report, dayOf(now), 'rule'))
}

/** From a year after the conclusion on, or from the day the office has set, the query code opens nothing any more. */
function letCodesDie(db: Db, moment: Moment) {
  const { now } = moment
  return each(db, and(isNotNull(reports.lookupHash), overOf('queryCode', moment)), async (report) => {
    const access = and(eq(envelopes.reportId, report.id), eq(envelopes.part, 'access'))
    await step(db, report, 'code expired', dayOf(now), { lookupHash: null }, [
      db.delete(envelopes).where(access),
    ])
  })
}

async function step(
  db: Db,
  report: Report,
  move: Noted,
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
