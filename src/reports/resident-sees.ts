import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { progress } from '../i18n/progress.ts'
import { fill, type Lang, type Phrase, textOf } from '../i18n/speak.ts'
import { type Seen, type Stage, stageOf, wasDeclined } from './resident-stages.ts'
import type { Slot } from './slot.ts'

export type Sentence = readonly (string | Slot)[]

export interface Sight {
  heading: string
  sentences: readonly Sentence[]
  /** The same where the page is not before them, on the telephone or on paper: there is no below. */
  elsewhere: readonly Sentence[]
  /** The day the sentences name, as they say it. */
  date: string | null
  /** Nobody can read it: there is no query code, and it is said on the telephone or on paper alone. */
  withoutQueryCode: boolean
  road: Stage['road']
  /** Stages before its answer that never were. It stays so in the archive. */
  skipped: readonly Stage['road'][]
}

const slots: Record<string, Slot> = {
  QUESTION: { purpose: 'question' },
  ANSWER: { purpose: 'answer' },
  CHANNEL: { purpose: 'channel', line: 0 },
  TEL: { purpose: 'channel', line: 1 },
}

/** The phrases that name the office in place of a team, for what went past the team. */
const ofOffice = new Map<Phrase, Phrase>([
  [progress.asks, progress.asksOffice],
  [progress.verifyingBy, progress.verifyingByOffice],
  [progress.declined, progress.declinedOffice],
])

const notBelow = new Map<Phrase, Phrase>([
  [progress.answerBelow, progress.answerElsewhere],
  [progress.moreBelow, progress.moreElsewhere],
  [progress.unverifiable, progress.unverifiableElsewhere],
])

/** Whoever has no query code has no progress page either, and is asked nothing there. */
const byPhone = new Map<Phrase, Phrase>([
  [progress.moreBelow, progress.moreByPhone],
  [progress.unverifiable, progress.unverifiableByPhone],
])

/**
 * The sentences of the progress page. Where a date is missing the sentence that names it is left out. `year`: the one
 * that goes without saying.
 */
export function residentSees(
  report: Seen,
  lang: Lang,
  today: Day,
  phone: string,
  office: string | null = null,
  year = yearOf(today),
): Sight {
  const { heading, sentences, road } = stageOf(report, today)
  const next = report.state === 'needsInfo' ? report.due : report.promise
  const date = next && sayDay(next, lang, year)
  const values = {
    date,
    old: report.promiseBefore && sayDay(report.promiseBefore, lang, year),
    phone,
    office,
  }
  const said = (phrases: readonly Phrase[]) =>
    phrases.map((phrase) => filled(textOf(lang, phrase), values)).filter((sentence) => sentence !== undefined)
  const withoutQueryCode = report.lookupHash === null
  const elsewhere = withoutQueryCode ? byPhone : notBelow
  const here = sentences.map((common) => (office && ofOffice.get(common)) || common)
  return {
    date,
    heading: fill(textOf(lang, (office && ofOffice.get(heading)) || heading), { office: office ?? '' }),
    sentences: said(here),
    elsewhere: said(here.map((phrase) => elsewhere.get(phrase) ?? phrase)),
    withoutQueryCode,
    road,
    skipped: skippedBy(report, road),
  }
}

/** What was not taken was never accepted; and a suggestion is answered without being verified. */
function skippedBy(report: Seen, road: Stage['road']): Sight['skipped'] {
  const wasNotTaken = (wasDeclined(report) || report.state === 'voided') && report.acceptedOn === null
  if (wasNotTaken) return [1, 2]
  return report.kind === 'suggestion' && road === 3 ? [2] : []
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
