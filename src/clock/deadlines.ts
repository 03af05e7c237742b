import type { Calendar } from './calendar.ts'
import { addDays, type Day } from './day.ts'
import { type LimitName, limitOn } from './limits.ts'
import { addCalendarDaysRolled, addWorkingDays } from './working-days.ts'

/** The last day of a limit that starts on `from`. Warn when `calendar` does not know its year. */
export function dueBy(limit: LimitName, from: Day, calendar: Calendar): Day {
  const { days, counted } = limitOn(limit, from, calendar.limits)
  switch (counted) {
    case 'working':
      return addWorkingDays(from, days, calendar)
    case 'calendar':
      return addCalendarDaysRolled(from, days, calendar)
    case 'plain':
      return addDays(from, days)
  }
}

/** The day by which a report filed on `filed` should be accepted: the target, not the hard limit. */
export function acceptBy(filed: Day, calendar: Calendar): Day {
  return dueBy('accept', filed, calendar)
}

/** On `today` the alarm is raised for what was filed before this day and is not accepted. */
export function alarmedBefore(today: Day, calendar: Calendar): Day {
  let day = today
  while (dueBy('acceptAlarm', day, calendar) >= today) day = addDays(day, -1)
  return addDays(day, 1)
}

/** The day by which a resident asked on `asked` should reply. */
export function replyBy(asked: Day, calendar: Calendar): Day {
  return dueBy('reply', asked, calendar)
}

/** The day by which verification of a report accepted on `accepted` begins. */
export function verifyBy(accepted: Day, calendar: Calendar): Day {
  return dueBy('verify', accepted, calendar)
}

/** The day by which a report accepted on `accepted` should be answered. */
export function answerBy(accepted: Day, calendar: Calendar): Day {
  return dueBy('answer', accepted, calendar)
}

/**
 * The last day of an on-the-spot fix ordered on `ordered`: some working days, and never after the team that orders it
 * has left.
 */
export function fixBy(ordered: Day, fieldEndsOn: Day | null, calendar: Calendar): Day {
  const latest = dueBy('fix', ordered, calendar)
  return fieldEndsOn !== null && fieldEndsOn < latest ? fieldEndsOn : latest
}

/** The outer limit of a report accepted on `accepted`, before any extension (信访工作条例 34). */
export function hardBy(accepted: Day, calendar: Calendar): Day {
  return dueBy('hard', accepted, calendar)
}
