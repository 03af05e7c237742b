import { type Day, yearOf } from '../clock/day.ts'
import { notice as words } from '../i18n/fixes.ts'
import { letter } from '../i18n/letters.ts'
import { say, type Written } from '../i18n/speak.ts'
import { filledIn, partsOf } from '../referrals/wording.ts'

interface Facts {
  lang: Written
  /** Who orders it, in full, and as its numbers begin. */
  issuer: string
  code: string
  unit: string
  due: Day
  /** The day of the order: that of its approval. */
  on: Day
}

/** All of a notice beside what is sealed, in words. Approved, they are kept. */
export function wordingOf({ lang, issuer, code, unit, due, on }: Facts) {
  const { seal, quiet, responsible, filledOn, undated, copy } = filledIn(lang, letter, {})
  const all = filledIn(lang, words, { ...partsOf(due), code, unit })
  return {
    ...all,
    seal,
    quiet,
    responsible,
    filledOn,
    undated,
    copy,
    lang,
    issuer,
    addressee: unit,
    number: say(lang, words.waiting, { code, year: yearOf(on) }),
    date: say(lang, letter.date, partsOf(on)),
  }
}

export type Wording = ReturnType<typeof wordingOf>

export const numberedWording = (wording: Wording, code: string, year: number, n: number): Wording => ({
  ...wording,
  number: say(wording.lang, words.number, { code, year, n }),
})
