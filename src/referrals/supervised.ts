import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { supervision as words } from '../i18n/supervision.ts'
import { letterNumber } from './signing.ts'
import type { Supervision } from './supervisions.ts'

/** What a unit was pressed with, in one line. */
export const supervisedBy = (lang: Lang, one: Supervision, today: Day) =>
  say(lang, words.one, { number: letterNumber(one) ?? '', until: sayDay(one.until, lang, yearOf(today)) })
