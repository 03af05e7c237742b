import { type Day, yearOf } from '../clock/day.ts'
import { fixes as words } from '../i18n/fixes.ts'
import { letter } from '../i18n/letters.ts'
import { type Lang, say, textOf } from '../i18n/speak.ts'
import { partsOf } from '../referrals/wording.ts'

interface Facts {
  lang: Lang
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
  return {
    lang,
    issuer,
    number: say(lang, words.waiting, { code, year: yearOf(on) }),
    title: say(lang, words.title),
    to: say(lang, words.to, { unit }),
    lead: say(lang, words.lead),
    matter: say(lang, words.matter),
    demands: say(lang, words.demands),
    by: textOf(lang, words.by),
    due: say(lang, words.due, partsOf(due)),
    discipline: say(lang, words.discipline),
    quiet: say(lang, letter.quiet),
    signer: textOf(lang, words.signer),
    signedAt: textOf(lang, words.signedAt),
    attachment: say(lang, words.attachment),
    seal: say(lang, letter.seal),
    date: say(lang, letter.date, partsOf(on)),
    form: say(lang, words.form),
    unit: say(lang, words.unit),
    addressee: unit,
    rows: [words.done, words.before, words.after].map((row) => textOf(lang, row)),
    responsible: say(lang, letter.responsible),
    filledOn: say(lang, letter.filledOn),
    undated: say(lang, letter.undated),
    copy: say(lang, letter.copy),
  }
}

export type Wording = ReturnType<typeof wordingOf>

export const numberedWording = (wording: Wording, code: string, year: number, n: number): Wording => ({
  ...wording,
  number: say(wording.lang, words.number, { code, year, n }),
})
