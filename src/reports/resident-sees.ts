import { addDays, type Day, sayDay } from '../clock/day.ts'
import { limits } from '../clock/deadlines.ts'
import { progress } from '../i18n/progress.ts'
import { fill, type Lang, type Phrase, textOf } from '../i18n/speak.ts'
import type { Conclusion, DeclineReason, ResultType } from './endings.ts'
import { isOpen, type Kind, type State } from './lifecycle.ts'
import type { Slot } from './slot.ts'

/** What of a report decides the sentences a resident reads. Nothing here tells what was written, of whom, or when. */
export interface Seen {
  kind: Kind
  state: State
  /** Where a question that is open was asked. */
  askedFrom: State | null
  due: Day | null
  promise: Day | null
  promiseBefore: Day | null
  promiseMoved: 'late' | 'extended' | 'waited' | null
  conclusion: Conclusion | null
  resultType: ResultType | null
  declineReason: DeclineReason | null
  forwarded: boolean | null
  acceptedOn: Day | null
  concludedOn: Day | null
}

export type Sentence = readonly (string | Slot)[]

export interface Sight {
  heading: string
  sentences: readonly Sentence[]
  /** The day the sentences name, as they say it. */
  date: string | null
  /** How far along the road of four: received, accepted, verifying, answered. */
  road: 0 | 1 | 2 | 3
  /** Was answered without having been accepted: the two stages between never were. It stays so in the archive. */
  wasNotTaken: boolean
}

interface Stage {
  heading: Phrase
  sentences: readonly Phrase[]
  road: Sight['road']
}

const slots: Record<string, Slot> = {
  QUESTION: { purpose: 'question' },
  ANSWER: { purpose: 'answer' },
  CHANNEL: { purpose: 'channel', line: 0 },
  TEL: { purpose: 'channel', line: 1 },
}

/** Where a report went past its team, the office's name: the sentences then speak of the office. */
const ofOffice = new Map<Phrase, Phrase>([
  [progress.asks, progress.asksOffice],
  [progress.verifyingBy, progress.verifyingByOffice],
  [progress.declined, progress.declinedOffice],
])

/** The sentences of the progress page. Where a date is missing the sentence that names it is left out. */
export function residentSees(
  report: Seen,
  lang: Lang,
  today: Day,
  phone: string,
  office: string | null = null,
): Sight {
  const { heading, sentences, road } = stageOf(report, today)
  const year = Number(today.slice(0, 4))
  const next = report.state === 'needsInfo' ? report.due : report.promise
  const date = next && sayDay(next, lang, year)
  const values = {
    date,
    old: report.promiseBefore && sayDay(report.promiseBefore, lang, year),
    phone,
    office,
  }
  return {
    date,
    heading: fill(textOf(lang, (office && ofOffice.get(heading)) || heading), { office: office ?? '' }),
    sentences: sentences.flatMap((common) => {
      const phrase = (office && ofOffice.get(common)) || common
      const sentence = filled(textOf(lang, phrase), values)
      return sentence ? [sentence] : []
    }),
    road,
    wasNotTaken: (wasDeclined(report) || report.state === 'voided') && report.acceptedOn === null,
  }
}

/**
 * Nothing more can be added. Of a report about somebody's conduct that has ended the day alone decides: one that went
 * up is never archived, and must not be told from one that was.
 */
export function isOver(
  report: Pick<Seen, 'kind' | 'state' | 'declineReason' | 'concludedOn'>,
  today: Day,
): boolean {
  const { state, concludedOn } = report
  if (!isEndOfConduct(report)) return state === 'archived' || state === 'voided'
  return concludedOn !== null && addDays(concludedOn, limits.archive.days) <= today
}

/** A report that was not ours was told so before, whatever it is about. */
const wasDeclined = ({ state, declineReason }: Pick<Seen, 'state' | 'declineReason'>) =>
  state === 'declined' || (state === 'archived' && declineReason !== null)

const isEndOfConduct = (report: Pick<Seen, 'kind' | 'state' | 'declineReason'>) =>
  report.kind === 'conduct' &&
  ['concluded', 'escalated', 'archived'].includes(report.state) &&
  !wasDeclined(report)

/** What was promised then is word whether it is ours, and not yet an answer. */
const beforeAccepted = {
  late: progress.lateForWord,
  waited: progress.waitedForWord,
  extended: progress.extended,
}

function stageOf(report: Seen, today: Day): Stage {
  const stage = stages[shownState(report, today)](report)
  if (!report.promiseMoved || !isOpen(report.state) || report.state === 'needsInfo') return stage
  const words = report.state === 'received' ? beforeAccepted : progress
  return { ...stage, sentences: [words[report.promiseMoved]] }
}

/** A merged report is never told apart, nor a conduct report that was passed on: it would show that others spoke. */
function shownState(report: Seen, today: Day): Exclude<State, 'merged'> {
  const { kind, state } = report
  if (state === 'merged') return 'verifying'
  if (kind === 'conduct' && (state === 'fixing' || state === 'referred')) return 'verifying'
  if (isEndOfConduct(report)) return isOver(report, today) ? 'archived' : 'escalated'
  return state
}

const stages: Record<Exclude<State, 'merged'>, (report: Seen) => Stage> = {
  received: () => ({ heading: progress.received, sentences: [progress.receivedBy], road: 0 }),
  needsInfo: ({ askedFrom }) => ({
    heading: progress.needsInfo,
    sentences: [progress.asks, progress.answerBelow],
    road: askedFrom === 'accepted' ? 1 : askedFrom === 'verifying' || askedFrom === 'reopened' ? 2 : 0,
  }),
  accepted: () => ({ heading: progress.accepted, sentences: [progress.acceptedBy], road: 1 }),
  verifying: () => ({ heading: progress.verifying, sentences: [progress.verifyingBy], road: 2 }),
  fixing: () => ({ heading: progress.fixing, sentences: [progress.fixingBy], road: 2 }),
  referred: () => ({ heading: progress.referred, sentences: [progress.referredBy], road: 2 }),
  reopened: () => ({ heading: progress.reopened, sentences: [progress.reopenedBy], road: 2 }),
  concluded: (report) => ({ heading: progress.answered, sentences: conclusionOf(report), road: 3 }),
  escalated: () => ({ heading: progress.answered, sentences: [progress.byTheRules], road: 3 }),
  declined: ({ forwarded }) => ({
    heading: progress.declined,
    sentences: [progress.turnTo, forwarded ? progress.passedOn : progress.notPassedOn],
    road: 3,
  }),
  voided: () => ({ heading: progress.voided, sentences: [progress.nothingToDo], road: 3 }),
  archived: (report) => {
    const ended = stages[endOf(report)](report)
    return { ...ended, sentences: [progress.archivedLong, ...ended.sentences.flatMap(withoutBelow)] }
  },
}

/** How it ended before it was archived. */
function endOf(report: Seen): 'declined' | 'escalated' | 'concluded' {
  if (wasDeclined(report)) return 'declined'
  return isEndOfConduct(report) ? 'escalated' : 'concluded'
}

/** Nothing can be added any more, so no sentence asks for it. */
function withoutBelow(sentence: Phrase): Phrase[] {
  if (sentence === progress.moreBelow) return []
  return [sentence === progress.unverifiable ? progress.wasUnverifiable : sentence]
}

function conclusionOf({ kind, conclusion, resultType }: Seen): readonly Phrase[] {
  if (kind === 'suggestion') {
    return resultType === 'adopted' || resultType === 'partlyAdopted' ? [progress.adopted] : [progress.noted]
  }
  if (conclusion === 'unsubstantiated') return [progress.unconfirmed, progress.moreBelow]
  if (conclusion === 'unverifiable') return [progress.unverifiable]
  if (resultType === 'solved') return [progress.solved]
  if (resultType === 'longTerm') return [progress.longTerm]
  return [progress.explained]
}

/** Fills dates, and leaves slots where messages go. A sentence whose date is not known is not said. */
function filled(text: string, values: Record<string, string | null>): Sentence | undefined {
  const parts: (string | Slot)[] = []
  for (const part of text.split(/(\{\w+\})/)) {
    const name = part.match(/^\{(\w+)\}$/)?.[1]
    // A date in Chinese ends in a full-width bracket, which brings its own space.
    if (name === undefined) parts.push(`${parts.at(-1)}`.endsWith('）') ? part.trimStart() : part)
    else if (slots[name]) parts.push(slots[name])
    else if (values[name]) parts.push(values[name])
    else return undefined
  }
  return parts.filter((part) => part !== '')
}
