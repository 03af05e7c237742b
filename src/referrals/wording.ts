import { type Day, yearOf } from '../clock/day.ts'
import { letter as words } from '../i18n/letters.ts'
import { type Lang, say, textOf } from '../i18n/speak.ts'
import { base64url, sha256, utf8 } from '../sealing/bytes.ts'

/** What a letter says of its own house and the matter, as it was when the letter was put into words. */
export interface Facts {
  lang: Lang
  /** The issuing body in full, and its letter code. */
  issuer: string
  code: string
  addressee: string
  source: 'visits' | 'residents'
  place: string
  matter: string
  due: Day
  /** Whom the unit asks. */
  contact: { id: string; name: string; phone: string }
}

const rows = ['found', 'action', 'evidence', 'responsible'] as const

/**
 * All of a letter beside what is sealed, in words. Whoever approves it reads these, and from then on they are kept:
 * what is printed later is what was approved, whatever unit, team, people or these sentences are called by then.
 */
export function wordingOf(facts: Facts) {
  const { lang, issuer, code, addressee, source, place, matter, due, contact } = facts
  const isResidents = source === 'residents'
  const form = textOf(lang, isResidents ? words.formResidents : words.form)
  return {
    lang,
    issuer,
    number: say(lang, words.waiting, { issuer: code, year: yearOf(due) }),
    title: textOf(lang, isResidents ? words.titleResidents : words.title),
    to: say(lang, words.to, { unit: addressee }),
    lead: say(lang, isResidents ? words.residents : words.visits, { place, matter }),
    matter: say(lang, words.matter),
    demands: say(lang, words.demands),
    due: say(lang, words.due, partsOf(due)),
    discipline: say(lang, words.discipline),
    quiet: textOf(lang, isResidents ? words.quietResidents : words.quiet),
    contact: say(lang, words.contact, contact),
    contactId: contact.id,
    attachment: say(lang, words.attachment, { form }),
    seal: say(lang, words.seal),
    date: say(lang, words.undated),
    form,
    addressee,
    numberOf: say(lang, words.numberOf),
    unit: say(lang, words.unit),
    rows: rows.map((row) => textOf(lang, words[row])),
    signer: say(lang, words.signer),
    filledOn: say(lang, words.filledOn),
    undated: say(lang, words.undated),
    copy: say(lang, words.copy),
  }
}

export type Wording = ReturnType<typeof wordingOf>

/** The signature gives it its number and its day. */
export const signedWording = (wording: Wording, issuer: string, n: number, on: Day): Wording => ({
  ...wording,
  number: say(wording.lang, words.number, { issuer, year: yearOf(on), n }),
  date: say(wording.lang, words.date, partsOf(on)),
})

/** Of what somebody has before them: sent back, it says whether they approve what is written now. */
export const markOf = async (words: unknown): Promise<string> =>
  base64url(await sha256(utf8(JSON.stringify(words))))

export const partsOf = (day: Day) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { year, month: Number(month), day: Number(date) }
}
