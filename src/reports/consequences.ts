import type { Calendar } from '../clock/calendar.ts'
import { dayOf } from '../clock/day.ts'
import { clocks } from './clocks.ts'
import { isAnswer, type MoveName, stateAfter } from './lifecycle.ts'
import { placeInQueue } from './placing.ts'
import type { Decided, Report } from './tables.ts'

/**
 * What a move changes in a report's columns: the state, the clocks and the place in the queue. Pure: the same row,
 * move, form and day give the same change.
 */
export function consequences(
  report: Report,
  move: MoveName,
  decided: Decided,
  now: Date,
  calendar: Calendar,
): Partial<Report> {
  const today = dayOf(now)
  const state = stateAfter(move, report.state, report.askedFrom)
  const changed: Partial<Report> = {
    ...decided,
    state,
    ...clocks(report, move, state, decided, now, calendar),
  }
  if (isAnswer(move)) changed.unread = false
  if (move === 'release') changed.held = false
  // The exact time of filing serves acceptance only, and goes with it whatever becomes of the report.
  if (state !== 'received' && state !== 'needsInfo') changed.receivedAt = null
  return { ...changed, ...placeInQueue({ ...report, ...changed }, today) }
}
