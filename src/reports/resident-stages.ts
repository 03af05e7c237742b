import { addDays, type Day } from '../clock/day.ts'
import { limits } from '../clock/limits.ts'
import { progress } from '../i18n/progress.ts'
import type { Phrase } from '../i18n/speak.ts'
import { isOpen, type State } from './lifecycle.ts'
import type { Report } from './tables.ts'

/** What of a report decides the sentences a resident reads. Nothing here tells what was written, of whom, or when. */
export interface Seen
  extends Pick<
    Report,
    | 'kind'
    | 'state'
    | 'askedFrom'
    | 'due'
    | 'promise'
    | 'promiseBefore'
    | 'promiseMoved'
    | 'conclusion'
    | 'resultType'
    | 'declineReason'
    | 'forwarded'
    | 'acceptedOn'
    | 'concludedOn'
    | 'lookupHash'
  > {
  /** Of what is referred: its letter has been signed and numbered. */
  letterOut: boolean
}

/** What a resident reads of a stage, its blanks not filled yet. */
export interface Stage {
  heading: Phrase
  sentences: readonly Phrase[]
  /** How far along the road of four: received, accepted, verifying, answered. */
  road: 0 | 1 | 2 | 3
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
export const wasDeclined = ({ state, declineReason }: Pick<Seen, 'state' | 'declineReason'>) =>
  state === 'declined' || (state === 'archived' && declineReason !== null)

const isEndOfConduct = (report: Pick<Seen, 'kind' | 'state' | 'declineReason'>) =>
  report.kind === 'conduct' &&
  ['concluded', 'escalated', 'archived'].includes(report.state) &&
  !wasDeclined(report)

const whyMoved: Record<NonNullable<Seen['promiseMoved']>, Phrase> = {
  late: progress.late,
  missed: progress.missed,
  extended: progress.extended,
  granted: progress.extended,
  waited: progress.waited,
  notMended: progress.notMended,
}
/** Before acceptance the promise was to say whether it is ours, and no answer yet. */
const whyWordMoved = { ...whyMoved, late: progress.lateForWord, waited: progress.waitedForWord }

export function stageOf(report: Seen, today: Day): Stage {
  const shown = shownState(report, today)
  const stage = stages[shown](report)
  const goesOn = (isOpen(report.state) && report.state !== 'needsInfo') || report.state === 'merged'
  if (!report.promiseMoved || !goesOn) return stage
  return { ...stage, sentences: [movedTo(report.promise, report.promiseMoved, shown, today)] }
}

/** No day that has passed is promised, and after a latest one none is called so again. */
function movedTo(promise: Day | null, why: keyof typeof whyMoved, shown: State, today: Day): Phrase {
  if (why === 'missed' && promise !== null && promise < today) return progress.keptNeither
  if (shown === 'fixing' && why !== 'late' && why !== 'missed') return progress.fixingMoved
  return (shown === 'received' ? whyWordMoved : whyMoved)[why]
}

/**
 * A merged report is never told apart, nor a conduct report that was passed on: it would show that others spoke. And
 * nothing is passed on before its letter has left the house.
 */
function shownState(report: Seen, today: Day): Exclude<State, 'merged'> {
  const { kind, state } = report
  if (state === 'merged') return 'verifying'
  if (kind === 'conduct' && (state === 'fixing' || state === 'referred')) return 'verifying'
  if (state === 'referred' && !report.letterOut) return 'verifying'
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
  fixing: () => ({ heading: progress.fixing, sentences: [progress.fixingBy, progress.answerStill], road: 2 }),
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
