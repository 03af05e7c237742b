import { type Day, yearOf } from '../clock/day.ts'
import { letterMarks, letter as words } from '../i18n/letters.ts'
import { fill, type Phrase, say, textOf, type Written } from '../i18n/speak.ts'
import { base64url, sha256, utf8 } from '../sealing/bytes.ts'
import type { Marks } from './marks.ts'

/** What a letter says of its own house and the matter, as it was when the letter was put into words. */
export interface Facts {
  lang: Written
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

/** Every phrase with its blanks filled; one that has other blanks keeps them. */
export const filledIn = <Name extends string>(
  lang: Written,
  phrases: Readonly<Record<Name, Phrase>>,
  values: Record<string, string | number>,
) =>
  Object.fromEntries(
    Object.entries<Phrase>(phrases).map(([name, phrase]) => [name, fill(textOf(lang, phrase), values)]),
  ) as Record<Name, string>

/**
 * All of a letter beside what is sealed, in words. Whoever approves it reads these, and from then on they are kept:
 * what is printed later is what was approved, whatever unit, team, people or these sentences are called by then.
 */
export function wordingOf(facts: Facts) {
  const { lang, issuer, code, addressee, source, place, matter, due, contact } = facts
  const values = { ...partsOf(due), ...contact, issuer: code, unit: addressee, place, matter }
  const all = filledIn(lang, words, values)
  const isResidents = source === 'residents'
  const form = isResidents ? all.formResidents : all.form
  return {
    ...all,
    lang,
    issuer,
    addressee,
    form,
    contactId: contact.id,
    number: all.waiting,
    title: isResidents ? all.titleResidents : all.title,
    lead: isResidents ? all.residents : all.visits,
    quiet: isResidents ? all.quietResidents : all.quiet,
    attachment: fill(all.attachment, { form }),
    date: all.undated,
  }
}

export type Wording = ReturnType<typeof wordingOf> & {
  /** At the left under the red line. */
  urgency?: string
  /** Who else gets it, below the date. */
  copies?: string
}

/** The signature gives it its number and its day, and what the office marks it with. */
export function signedWording(
  wording: Wording,
  issuer: string,
  n: number,
  on: Day,
  { urgency, copies }: Marks = { copies: [] },
): Wording {
  const { lang } = wording
  const units = copies.join(say(lang, letterMarks.comma))
  return {
    ...wording,
    number: say(lang, words.number, { issuer, year: yearOf(on), n }),
    date: say(lang, words.date, partsOf(on)),
    ...(urgency && { urgency: say(lang, letterMarks[urgency]) }),
    ...(units && { copies: say(lang, letterMarks.copies, { units }) }),
  }
}

/** Of what somebody has before them: sent back, it says whether they approve what is written now. */
export const digestOf = async (words: unknown): Promise<string> =>
  base64url(await sha256(utf8(JSON.stringify(words))))

export const partsOf = (day: Day) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { year, month: Number(month), day: Number(date) }
}
