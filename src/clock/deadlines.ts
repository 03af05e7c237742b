import type { Calendar } from './calendar.ts'
import { addDays, type Day } from './day.ts'
import { addCalendarDaysRolled, addWorkingDays } from './working-days.ts'

/**
 * How long, and how it is counted: `working` days, `calendar` days whose last day moves off a day of rest,
 * or `plain` calendar days, for what the machine does by itself and on any day. Start days never count.
 */
export interface Limit {
  days: number
  counted: 'working' | 'calendar' | 'plain'
}

/** The limits of a report's way. Where no rule is named, the house sets it. */
export const limits = {
  // From filing. 信访工作条例 22: registered and routed within 15 days; the house aims at one working day.
  accept: { days: 1, counted: 'working' },
  acceptAlarm: { days: 3, counted: 'working' },
  acceptHard: { days: 15, counted: 'calendar' },

  // From our question to the resident's answer: what is usual, and the latest day a team may name.
  reply: { days: 10, counted: 'calendar' },
  replyLatest: { days: 30, counted: 'plain' },

  // From acceptance. 信访工作条例 34: handled within 60 days, and the new limit after an extension
  // (once, a leader's decision, with the reason told) lies at most 30 days after the old one.
  verify: { days: 3, counted: 'working' },
  answer: { days: 15, counted: 'working' },
  hard: { days: 60, counted: 'calendar' },
  extension: { days: 30, counted: 'calendar' },

  // A referral (转办): the letter leaves within two working days of approval, the handling unit answers within
  // fifteen, gives back what is not its own within two, and does again what was not enough within ten.
  issueLetter: { days: 2, counted: 'working' },
  unitReply: { days: 15, counted: 'working' },
  unitReturn: { days: 2, counted: 'working' },
  unitRedo: { days: 10, counted: 'working' },
  // From the letter that presses a late one (督办函): after five more, its head is talked to.
  supervised: { days: 5, counted: 'working' },

  // From the order of an on-the-spot fix (立行立改), and never past the team's last day in the field.
  fix: { days: 7, counted: 'working' },

  // From the decision to pass it up, sealed, or from what the resident added after a receipt. 规则 art. 15.
  passUp: { days: 5, counted: 'working' },

  // From the day a concluded report is taken up once more, or one that was to be mended on the spot was not.
  redo: { days: 10, counted: 'working' },

  // From the answer that a matter takes long: the day to look again, unless the team names another, and the latest.
  lookAgain: { days: 90, counted: 'plain' },
  lookAgainLatest: { days: 365, counted: 'plain' },

  // From filing, and from the end: whoever gave their name is told. 规则 26 and 27 allow fifteen working days.
  tell: { days: 5, counted: 'working' },

  // From conclusion: quiet days before the archive, the contact erased, the query code dead after a year.
  archive: { days: 30, counted: 'plain' },
  // A void report can be fetched back for so long, and is erased then.
  voided: { days: 30, counted: 'plain' },
  eraseContact: { days: 180, counted: 'plain' },
  queryCode: { days: 365, counted: 'plain' },
} as const satisfies Record<string, Limit>

/** The last day of a limit that starts on `from`. Warn when `calendar` does not know its year. */
export function dueBy(limit: Limit, from: Day, calendar: Calendar): Day {
  switch (limit.counted) {
    case 'working':
      return addWorkingDays(from, limit.days, calendar)
    case 'calendar':
      return addCalendarDaysRolled(from, limit.days, calendar)
    case 'plain':
      return addDays(from, limit.days)
  }
}

/** The day by which a report filed on `filed` should be accepted: the target, not the hard limit. */
export function acceptBy(filed: Day, calendar: Calendar): Day {
  return dueBy(limits.accept, filed, calendar)
}

/** The day by which a resident asked on `asked` should reply. */
export function replyBy(asked: Day, calendar: Calendar): Day {
  return dueBy(limits.reply, asked, calendar)
}

/** The day by which verification of a report accepted on `accepted` begins. */
export function verifyBy(accepted: Day, calendar: Calendar): Day {
  return dueBy(limits.verify, accepted, calendar)
}

/** The day by which a report accepted on `accepted` should be answered. */
export function answerBy(accepted: Day, calendar: Calendar): Day {
  return dueBy(limits.answer, accepted, calendar)
}

/** The last day of an on-the-spot fix ordered on `ordered`: seven working days, and never after the team that orders it has left. */
export function fixBy(ordered: Day, fieldEndsOn: Day | null, calendar: Calendar): Day {
  const latest = dueBy(limits.fix, ordered, calendar)
  return fieldEndsOn !== null && fieldEndsOn < latest ? fieldEndsOn : latest
}

/** The outer limit of a report accepted on `accepted`, before any extension (信访工作条例 34). */
export function hardBy(accepted: Day, calendar: Calendar): Day {
  return dueBy(limits.hard, accepted, calendar)
}
