import { fixes } from '../i18n/fixes.ts'
import { letters } from '../i18n/letters.ts'
import { type Lang, say } from '../i18n/speak.ts'

/** What is asked of the office: to refer to a unit, or to have the inspected unit itself mend something. */
export const permitWords = (lang: Lang, team: string, unit: string | undefined): string =>
  unit === undefined ? say(lang, fixes.permitAsk, { team }) : say(lang, letters.permitAsk, { team, unit })
