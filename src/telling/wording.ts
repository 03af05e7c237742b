import { type Day, NO_YEAR, yearOf } from '../clock/day.ts'
import { letter } from '../i18n/letters.ts'
import { fill, say } from '../i18n/speak.ts'
import { declineGrounds, tellingPaper as words } from '../i18n/telling-paper.ts'
import { partsOf } from '../referrals/wording.ts'
import type { DeclineReason } from '../reports/endings.ts'
import { residentSees, type Sentence } from '../reports/resident-sees.ts'
import type { Seen } from '../reports/resident-stages.ts'
import type { PaperKind } from './news.ts'

interface Facts {
  report: Omit<Seen, 'letterOut'> & { enquiry: string; declineReason: DeclineReason | null }
  /** Who tells, in full, and as its numbers begin. */
  issuer: string
  code: string
  phone: string
  /** To whom somebody turns who thinks otherwise. */
  office: string
  officePhone: string
  /** The office's name where it keeps the report itself. */
  ofOffice: string | null
  today: Day
}

/** A heading and the paragraph under it, with slots where messages to the resident go. */
type Section = readonly [heading: string, said: Sentence]

/**
 * All of a paper but the name that it is for and what is sealed, in words. It says what the resident reads under
 * progress and no more of the matter: neither its kind nor its unit; and of conduct the same whatever was found.
 */
export function wordingOf(paper: PaperKind, facts: Facts) {
  const { report, issuer, code, phone, ofOffice, today } = facts
  const dateOf = (day: Day) => say('zh', letter.date, partsOf(day))
  // Of what ended a while ago the page says so; the paper still says how.
  const state = stateOf[paper]
  // No letter is put off before it is out.
  const seen = { ...report, state, letterOut: state === 'referred', concludedOn: report.concludedOn && today }
  // Where one of its days lies in another year than the paper's own, each says its year.
  const days = [report.acceptedOn, report.promise, report.promiseBefore]
  const isOneYear = days.every((day) => day === null || yearOf(day) === yearOf(today))
  const { elsewhere } = residentSees(seen, 'zh', today, phone, ofOffice, isOneYear ? yearOf(today) : NO_YEAR)
  return {
    issuer,
    number: fill(words.waiting, { code, year: yearOf(today) }),
    title: words[paper],
    lead: fill(words[`${paper}Lead`], {
      enquiry: report.enquiry,
      accepted: report.acceptedOn ? dateOf(report.acceptedOn) : '',
    }),
    sections: sections[paper](elsewhere.flatMap(onPaper), facts),
    seal: letter.seal[0],
    date: dateOf(today),
    copy: letter.copy[0],
    nameless: words.nameless,
  }
}

export type Wording = ReturnType<typeof wordingOf>

export const numberedWording = (wording: Wording, code: string, year: number, n: number): Wording => ({
  ...wording,
  number: fill(words.number, { code, year, n }),
})

/** As the resident read it when it happened, whatever has been begun since. */
const stateOf = {
  accept: 'accepted',
  decline: 'declined',
  extend: 'referred',
  conclude: 'concluded',
} as const

const sections: Record<PaperKind, (said: Sentence, facts: Facts) => readonly Section[]> = {
  accept: (said, facts) => [
    [words.acceptTerm, said],
    [words.acceptMore, asking(facts)],
  ],
  decline: (said, facts) => [
    [words.declineReason, grounds(facts)],
    [words.declineTurn, said],
    [words.declineObject, objecting(facts)],
  ],
  extend: (said, facts) => [
    [words.extendTerm, said],
    [words.extendMore, asking(facts)],
  ],
  conclude: (said, facts) => [
    [words.concludeResult, said],
    [words.concludeObject, objecting(facts)],
  ],
}

const grounds = ({ report: { declineReason } }: Facts): Sentence =>
  declineReason ? [declineGrounds[declineReason]] : []

const asking = ({ report, phone }: Facts): Sentence => [
  fill(words.more, { phone, byCode: ifHasCode(report, words.moreByCode) }),
]

const objecting = ({ report, office, officePhone, phone }: Facts): Sentence => [
  fill(words.object, { office, officePhone, phone, byCode: ifHasCode(report, words.objectByCode) }),
]

/** Whoever has no query code can only call. */
const ifHasCode = ({ lookupHash }: Facts['report'], said: string) => (lookupHash === null ? '' : said)

/** Set as Chinese is printed, without spaces around figures. */
const onPaper = (sentence: Sentence): Sentence =>
  sentence.map((part) => (typeof part === 'string' ? part.replaceAll(' ', '') : part))
