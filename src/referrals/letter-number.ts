import { refer as words } from '../i18n/referrals.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { isBack } from './letter-states.ts'
import { letterNumber } from './signing.ts'
import type { Referral } from './store.ts'

/** Its number, or that it waits for one; a letter that came back before it was signed never gets one. */
export const numberIn = (lang: Lang, letter: Referral): string =>
  letterNumber(letter) ?? say(lang, isBack(letter) ? words.unnumbered : words.toNumber)
