import type { Calendar } from '../clock/calendar.ts'
import { addDays, type Day, daysBetween } from '../clock/day.ts'
import { dueBy } from '../clock/deadlines.ts'
import { rollForward } from '../clock/working-days.ts'
import { isOpen } from './lifecycle.ts'
import type { Report } from './tables.ts'

/** What a resident has been told, and whether and why it moved. */
type Promised = Pick<Report, 'promise' | 'promiseBefore' | 'promiseMoved'>
type Clocks = Promised & Pick<Report, 'hardBy' | 'receivedOn' | 'pausedOn'>

/** The hard limit, which no question stops: 60 days from acceptance, and until then 15 from filing. */
export const hardLimit = (
  { hardBy, receivedOn }: Pick<Report, 'hardBy' | 'receivedOn'>,
  calendar: Calendar,
): Day => hardBy ?? dueBy('acceptHard', receivedOn, calendar)

/** Whether the law's own last day is over for it, which no question to its writer puts off. */
export const isPastLastDay = (
  report: Pick<Report, 'state' | 'hardBy' | 'receivedOn'>,
  today: Day,
  calendar: Calendar,
): boolean => isOpen(report.state) && hardLimit(report, calendar) < today

/**
 * A promise that was broken is replaced by the latest one there can be, and the first one stays visible. A latest one
 * that was broken too is said to be missed; where nothing later can be promised both days stay, and no more is
 * promised.
 */
export function owed(report: Clocks, today: Day, calendar: Calendar): Promised {
  const latest = hardLimit(report, calendar)
  if (isAhead(report)) {
    const promiseBefore = report.promise
    if (report.promiseBefore >= today)
      return { promise: report.promiseBefore, promiseBefore, promiseMoved: 'late' }
    return owed({ ...report, promiseBefore }, today, calendar)
  }
  const promiseBefore = report.promiseBefore ?? report.promise
  if (wasLatest(report)) {
    return { promise: latest >= today ? latest : report.promise, promiseBefore, promiseMoved: 'missed' }
  }
  const promise = latest >= today ? latest : dueBy('promiseAgain', today, calendar)
  return { promise, promiseBefore, promiseMoved: 'late' }
}

/** What stands was called the latest day, or came after one. */
const wasLatest = ({ promiseMoved }: Promised) =>
  promiseMoved === 'late' || promiseMoved === 'missed' || promiseMoved === 'granted'

/**
 * More time is granted to a unit: the first promise stays beside the later one, which leaves the team its days after
 * the unit's, but is not past the hard limit. A promise is never brought forward.
 */
export function grantedUntil(
  report: Clocks,
  day: Day,
  today: Day,
  hard: Day,
  calendar: Calendar,
): Partial<Promised> {
  if (!report.promise || day <= report.promise) return {}
  const answer = dueBy('afterReply', day, calendar)
  return postponed(report, answer <= hard ? answer : day > hard ? day : hard, today)
}

/** It is to be mended on the spot by then. The day of the answer stays in sight, sooner or later than that. */
export function mendedBy(report: Promised, day: Day, today: Day): Partial<Promised> {
  const { promise, promiseMoved } = report
  if (promise !== null && day > promise) return postponed(report, day, today)
  return promise !== null && day < promise && promiseMoved === null
    ? { promise: day, promiseBefore: promise }
    : { promise: day }
}

/** The day it is to be mended lies before the one the answer was promised for. */
const isAhead = (report: Promised): report is Promised & { promise: Day; promiseBefore: Day } =>
  report.promiseMoved === null &&
  report.promise !== null &&
  report.promiseBefore !== null &&
  report.promiseBefore > report.promise

/**
 * It was not mended. That moves no answer: what was promised for it stands again, beside the day that was hoped for.
 */
export function notMended(report: Clocks, today: Day, calendar: Calendar): Partial<Promised> {
  const { promise, promiseBefore } = report
  if (promise !== null && promise < today) return owed(report, today, calendar)
  if (isAhead(report)) return { promise: promiseBefore, promiseBefore: promise, promiseMoved: 'notMended' }
  return promiseBefore === null || wasLatest(report) ? {} : { promiseMoved: 'notMended' }
}

const postponed = (report: Promised, day: Day, today: Day): Promised => ({
  promise: day,
  promiseBefore: report.promiseBefore ?? report.promise,
  promiseMoved: wasLatest(report) ? (isMissed(report, today) ? 'missed' : 'granted') : 'extended',
})

/** No latest day is said to be missed that still lies ahead. */
const isMissed = ({ promise, promiseMoved }: Promised, today: Day) =>
  promiseMoved === 'missed' || (promise !== null && promise < today)

/** The target after a question: as many days later as it was open, but not past the hard limit, and never sooner. */
export function waitedFor(report: Clocks, before: Day, today: Day, calendar: Calendar): Day {
  if (!report.pausedOn) return before
  const later = rollForward(addDays(before, daysBetween(report.pausedOn, today)), calendar)
  const hard = hardLimit(report, calendar)
  const latest = later > hard ? hard : later
  return latest > before ? latest : before
}

/**
 * What is said of a target that moved: the first promise stays beside it, and a delay of ours is not called waiting.
 */
export function afterWaiting(
  report: Clocks,
  before: Day,
  target: Day,
  today: Day,
  calendar: Calendar,
): Partial<Promised> {
  const moved =
    target === before
      ? {}
      : { promiseBefore: report.promiseBefore ?? before, promiseMoved: report.promiseMoved ?? 'waited' }
  const promised = { promise: target, ...moved }
  return target < today ? owed({ ...report, ...promised }, today, calendar) : promised
}
