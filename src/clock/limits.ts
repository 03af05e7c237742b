import { addDays, type Day } from './day.ts'

/**
 * How long, and how it is counted: `working` days, `calendar` days whose last day moves off a day of rest,
 * or `plain` calendar days, for what the machine does by itself and on any day. Start days never count.
 */
export interface Limit {
  days: number
  counted: 'working' | 'calendar' | 'plain'
}

/**
 * The limits of a report's way. Where no rule is named, the house sets it. 规则 is 《纪检监察机关处理检举控告工作规则》, and a
 * number behind a name is that of the article.
 */
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

  // A referral (转办): the letter leaves within two working days of approval, the handling unit signs for it within
  // one (the house's own), answers within fifteen, gives back what is not its own within two, and does again what was
  // not enough within ten.
  issueLetter: { days: 2, counted: 'working' },
  unitReceipt: { days: 1, counted: 'working' },
  unitReply: { days: 15, counted: 'working' },
  unitReturn: { days: 2, counted: 'working' },
  unitRedo: { days: 10, counted: 'working' },
  // From the letter that presses a late one (督办函): after five more, its head is talked to.
  supervised: { days: 5, counted: 'working' },

  // From the day a unit was given: there is time to read its reply, and to write to the resident.
  afterReply: { days: 3, counted: 'working' },
  // From the day a promise was broken, where no latest day lies ahead: what is promised in its place.
  promiseAgain: { days: 3, counted: 'working' },

  // From the order of an on-the-spot fix (立行立改), and never past the team's last day in the field.
  fix: { days: 7, counted: 'working' },

  // From the decision to pass it up, sealed, or from what the resident added after a receipt. 规则 15.
  passUp: { days: 5, counted: 'working' },

  // From the day a concluded report is taken up once more, or one that was to be mended on the spot was not.
  redo: { days: 10, counted: 'working' },

  // From the answer that a matter takes long: the day to look again, unless the team names another, and the latest.
  lookAgain: { days: 90, counted: 'plain' },
  lookAgainLatest: { days: 365, counted: 'plain' },

  // From filing, and from the end: whoever gave their name is told. 规则 26 and 27 allow fifteen working days.
  tell: { days: 5, counted: 'working' },

  // From the feedback to the end of the concentrated rectification (集中整改): usual are two, three or six months.
  rectify: { days: 90, counted: 'plain' },

  // From conclusion: quiet days before the archive, the contact erased, the query code dead after a year.
  archive: { days: 30, counted: 'plain' },
  // A void report can be fetched back for so long, and is erased then.
  voided: { days: 30, counted: 'plain' },
  eraseContact: { days: 180, counted: 'plain' },
  queryCode: { days: 365, counted: 'plain' },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof limits

/**
 * What the office may set, from the fewest days to the most. The outer limits that a rule names are not among them, nor
 * what protects a resident: the days for an answer, and those in which something can be added once all is over. Of the
 * rest only the rectification may be longer than the rule behind it, or than the house began with.
 */
export const settable = {
  accept: [1, limits.acceptAlarm.days],
  verify: [1, limits.verify.days],
  answer: [5, limits.answer.days],
  // 规则 26, 27.
  tell: [1, 15],
  fix: [1, limits.fix.days],
  issueLetter: [1, limits.issueLetter.days],
  // So many working days lie well within the sixty days of 信访工作条例 34.
  unitReply: [5, 30],
  unitRedo: [1, limits.unitRedo.days],
  redo: [1, limits.redo.days],
  // What is found in a round differs, and so does the time to mend it.
  rectify: [60, 180],
  // Who gave their name must still be told, and may come back until the archive.
  eraseContact: [limits.archive.days, limits.eraseContact.days],
  queryCode: [90, limits.queryCode.days],
  voided: [7, limits.voided.days],
} as const satisfies Partial<Record<LimitName, readonly [least: number, most: number]>>

export type Settable = keyof typeof settable
export const settables = Object.keys(settable) as Settable[]

/** What the office set: it counts for whatever begins on that day or later, until the next change. */
export interface LimitChange {
  from: Day
  days: Readonly<Partial<Record<Settable, number>>>
}

/** The limit for what begins on that day. What began before a change keeps the days it began with. */
export function limitOn(name: LimitName, day: Day, changes: readonly LimitChange[]): Limit {
  const set: Partial<Record<LimitName, number>> = changes.findLast(({ from }) => from <= day)?.days ?? {}
  return { ...limits[name], ...(set[name] && { days: set[name] }) }
}

/** The first and the last day of what began so long ago that its plain days are over today, stretch by stretch. */
export function overBy(
  name: LimitName,
  today: Day,
  changes: readonly LimitChange[],
): readonly (readonly [Day, Day])[] {
  const starts = ['', ...changes.map(({ from }) => from)]
  return starts.flatMap((from, at) => {
    const latest = addDays(today, -limitOn(name, from, changes).days)
    const next = starts[at + 1]
    const last = next !== undefined && next <= latest ? addDays(next, -1) : latest
    return from <= last ? [[from, last] as const] : []
  })
}
