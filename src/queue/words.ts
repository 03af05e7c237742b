import { type Day, dayOf, timeOf } from '../clock/day.ts'
import { fieldWords } from '../i18n/moves.ts'
import { acceptedByRule, kindWords, stateWords } from '../i18n/queue.ts'
import { type Lang, say, textOf } from '../i18n/speak.ts'
import { aspectWords } from '../i18n/team.ts'
import { tileWords } from '../i18n/tiles.ts'
import type { Report } from '../reports/consequences.ts'

/** 482 913, as it is said on the telephone. */
export const numberWords = (enquiryNumber: string): string =>
  `${enquiryNumber.slice(0, 3)} ${enquiryNumber.slice(3)}`

export const shortDay = (day: Day): string => day.slice(5)

/** 11-24 09:05 of an instant; a resident's step has a day and no hour. */
export function whenWords(at: string): string {
  if (at.length === 10) return shortDay(at)
  const instant = new Date(at)
  return `${shortDay(dayOf(instant))} ${timeOf(instant)}`
}

export function tileName(lang: Lang, tile: string): string {
  const words = tileWords[tile]
  return words ? textOf(lang, words.name) : tile
}

/** The category as staff have sorted it: the tile, and the aspect where it is not the tile's own. */
export function categoryName(lang: Lang, tile: string, aspect: string | null): string {
  const words = aspect && aspect !== tile ? aspectWords[aspect] : undefined
  const [name, more] = [tileName(lang, tile), words && textOf(lang, words)]
  return more ? say(lang, fieldWords.aspect, { tile: name, aspect: more }) : name
}

type Category = Pick<Report, 'kind' | 'tile' | 'aspect'>

export const kindAndCategory = (lang: Lang, { kind, tile, aspect }: Category): string =>
  `${textOf(lang, kindWords[kind])} · ${categoryName(lang, tile, aspect)}`

/** What the machine accepted is shown as such. */
export function stateName(lang: Lang, { state, acceptedBy }: Pick<Report, 'state' | 'acceptedBy'>): string {
  return textOf(lang, state === 'accepted' && acceptedBy === 'rule' ? acceptedByRule : stateWords[state])
}
