import type { Calendar } from '../clock/calendar.ts'
import { addDays, type Day, dayOf } from '../clock/day.ts'
import { acceptBy, answerBy, dueBy, hardBy, replyBy, verifyBy } from '../clock/deadlines.ts'
import { limits } from '../clock/limits.ts'
import { addWorkingDays } from '../clock/working-days.ts'
import type { MoveName, State } from './lifecycle.ts'
import { afterWaiting, grantedUntil, hardLimit, mendedBy, notMended, waitedFor } from './promises.ts'
import type { Decided, Report } from './tables.ts'
import { tellBy } from './tell-by.ts'

/**
 * What a move does to a report's days: what is due next, what the resident was promised, and by when all must be over.
 * `state` is the one it leads to.
 */
export function clocks(
  report: Report,
  move: MoveName,
  state: State,
  decided: Decided,
  now: Date,
  calendar: Calendar,
): Partial<Report> {
  const today = dayOf(now)
  switch (move) {
    case 'accept':
    case 'acceptByRule':
      return {
        acceptedOn: today,
        acceptedBy: move === 'accept' ? 'staff' : 'rule',
        acceptedWithin: bucket(report, now, calendar),
        askedFrom: null,
        pausedOn: null,
        ...afterAccepting(report, decided.due ?? null, today, calendar),
        promise: answerBy(today, calendar),
        promiseBefore: null,
        promiseMoved: null,
        hardBy: hardBy(today, calendar),
      }
    case 'ask':
      return {
        askedFrom: report.state,
        pausedOn: report.hasWaited ? null : today,
        due: decided.due ?? replyBy(today, calendar),
        dueKind: 'reply',
      }
    case 'answered':
      return resumed(report, state, today, calendar)
    case 'refer':
      return withUnitUntil(report, decided.due ?? dueBy('unitReply', today, calendar), today, calendar)
    case 'extend': {
      const outer = dueBy('extension', hardLimit(report, calendar), calendar)
      const granted = withUnitUntil(report, decided.due ?? report.due ?? today, today, calendar, outer)
      return { ...granted, ...(granted.promise && { tellBy: toldOf(report, today, calendar) }) }
    }
    case 'unitReply':
      // With a day it has to be done again by then; without, it was enough.
      return decided.due
        ? withUnitUntil(report, decided.due, today, calendar)
        : { due: report.promise, dueKind: 'answer' }
    case 'return':
    case 'verify':
    case 'feedback':
    case 'fixed':
      return { due: report.promise, dueKind: 'answer' }
    case 'fix':
      return orderedToFix(report, decided, today)
    case 'notFixed':
      return notFixed(report, today, calendar)
    case 'conclude':
      return { ...told(report, today, calendar), promise: lookAgain(report, decided, today) }
    case 'decline':
      return told(report, today, calendar)
    case 'void':
      return { ...closed, concludedOn: today }
    case 'escalate':
      // Of conduct that was accepted its reporter is told the same as of all others.
      return report.kind === 'conduct' && report.acceptedOn
        ? told(report, today, calendar)
        : { ...closed, concludedOn: today }
    case 'restore': {
      const due = acceptBy(report.receivedOn, calendar)
      const told = tellBy(report, report.receivedOn, calendar)
      return { due, dueKind: 'accept', promise: due, tellBy: told, concludedOn: null }
    }
    case 'reopen': {
      const again = dueBy('redo', today, calendar)
      // What was found before is in the steps; it is looked into anew.
      return { due: again, dueKind: 'answer', promise: again, concludedOn: null, conclusion: null }
    }
    case 'archive':
      // The day to look again stands in the answer, which stays.
      return { ...closed, promise: report.promise, archivedOn: today }
    default:
      return {}
  }
}

/** What is next once it is accepted: to verify it. A suggestion is answered as it is. */
function afterAccepting({ kind }: Report, due: Day | null, today: Day, calendar: Calendar): Partial<Report> {
  return kind === 'suggestion'
    ? { due: due ?? answerBy(today, calendar), dueKind: 'answer' }
    : { due: due ?? verifyBy(today, calendar), dueKind: 'verify' }
}

/**
 * A handling unit has it until that day, and the resident is promised no sooner answer: what the unit wrote is still to
 * be read and approved, for which there are as many days as a letter leaves, up to the hard limit, which an
 * extension moves along. Of a report about somebody's conduct they read one sentence whatever is done with it, so what
 * they were promised stays, and its hard limit.
 */
function withUnitUntil(
  report: Report,
  day: Day,
  today: Day,
  calendar: Calendar,
  hard = hardLimit(report, calendar),
): Partial<Report> {
  const clock = { due: day, dueKind: 'unitReply' as const }
  if (report.kind === 'conduct') return clock
  const granted = grantedUntil(report, day, today, hard, calendar)
  const last = granted.promise ?? day
  return { ...clock, ...granted, ...(report.hardBy && last > report.hardBy && { hardBy: last }) }
}

/** Whoever gave their name is told of a later day too; what they are to be told already does not wait for it. */
const toldOf = (report: Report, today: Day, calendar: Calendar) =>
  report.tellBy ?? tellBy(report, today, calendar)

/** The resident reads the day by which it is to be mended, unless it is about somebody's conduct: so here too. */
function orderedToFix(report: Report, { due = report.due }: Decided, today: Day): Partial<Report> {
  const clock = { due, dueKind: 'fix' as const }
  return due === null || report.kind === 'conduct' ? clock : { ...clock, ...mendedBy(report, due, today) }
}

/**
 * It is looked into on: by the day of the answer, or where it is about somebody's conduct for as long as doing it again
 * may take.
 */
function notFixed(report: Report, today: Day, calendar: Calendar): Partial<Report> {
  if (report.kind !== 'conduct') {
    const promised = notMended(report, today, calendar)
    return { due: promised.promise ?? report.promise, dueKind: 'answer', ...promised }
  }
  const again = dueBy('redo', today, calendar)
  const latest = report.hardBy && report.hardBy < again ? report.hardBy : again
  const isPromised = report.promise !== null && report.promise >= latest
  return isPromised ? { due: report.promise, dueKind: 'answer' } : { due: latest, dueKind: 'fix' }
}

/** A long-term matter names the day to look again. */
function lookAgain({ kind }: Report, { resultType, due }: Decided, today: Day): Day | null {
  if (kind !== 'problem' || resultType !== 'longTerm') return null
  return due ?? addDays(today, limits.lookAgain.days)
}

/** It is over, and whoever gave their name is told so. */
const told = (report: Report, today: Day, calendar: Calendar) => ({
  ...closed,
  tellBy: tellBy(report, today, calendar),
  concludedOn: today,
})

const closed = {
  askedFrom: null,
  pausedOn: null,
  due: null,
  dueKind: null,
  promise: null,
  promiseBefore: null,
  promiseMoved: null,
  tellBy: null,
} as const

/**
 * The target clock stood still while the question was open, once; the hard clock ran on. A second question stops
 * nothing: what was promised may be broken by then, and is owed.
 */
function resumed(report: Report, state: State, today: Day, calendar: Calendar): Partial<Report> {
  const isAccepted = state !== 'received'
  const from = isAccepted ? answerBy(today, calendar) : acceptBy(report.receivedOn, calendar)
  const before = report.promise ?? from
  const target = waitedFor(report, before, today, calendar)
  return {
    askedFrom: null,
    pausedOn: null,
    ...(state === 'accepted' && report.kind !== 'suggestion'
      ? { due: verifyBy(today, calendar), dueKind: 'verify' }
      : { due: target, dueKind: isAccepted ? 'answer' : 'accept' }),
    ...afterWaiting(report, before, target, today, calendar),
    ...(report.pausedOn && { hasWaited: true }),
  }
}

/** How long acceptance took, in buckets: the exact time of filing is forgotten with it. */
function bucket(report: Report, now: Date, calendar: Calendar): NonNullable<Report['acceptedWithin']> {
  if (!report.receivedAt) return 'days'
  const minutes = (now.getTime() - Date.parse(report.receivedAt)) / 60_000
  // Over midnight an hour would name the last of the day on which it came.
  const isThatDay = dayOf(now) === report.receivedOn
  if (minutes <= 1 && isThatDay) return 'minute'
  if (minutes <= 60 && isThatDay) return 'hour'
  return dayOf(now) <= addWorkingDays(report.receivedOn, 1, calendar) ? 'workingDay' : 'days'
}
