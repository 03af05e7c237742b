import type { Names } from '../categories/names.ts'
import type { Sorted } from '../categories/sorting.ts'
import { type Day, dayOf, isDay, timeOf } from '../clock/day.ts'
import { escalation } from '../i18n/escalation.ts'
import { buttonWords, helpWords, moveWords, officeWords } from '../i18n/moves.ts'
import { acceptedByRule, kindWords, queue, stateWords } from '../i18n/queue.ts'
import { reportWords } from '../i18n/report.ts'
import { inScript, type Lang, type Phrase, say, textOf } from '../i18n/speak.ts'
import { team } from '../i18n/team.ts'
import type { Kind } from '../reports/lifecycle.ts'
import type { Report } from '../reports/tables.ts'
import { OFFICE } from '../staff/roles.ts'
import type { Desk } from './desk.ts'

/** 482 913, as it is said on the telephone: in two halves. */
export function numberWords(enquiryNumber: string): string {
  const half = enquiryNumber.length / 2
  return `${enquiryNumber.slice(0, half)} ${enquiryNumber.slice(half)}`
}

export const shortDay = (day: Day): string => day.slice(5)

/** 11-24 09:05 of an instant; a resident's step has a day and no hour. */
export function whenWords(at: string): string {
  if (isDay(at)) return shortDay(at)
  const instant = new Date(at)
  return `${shortDay(dayOf(instant))} ${timeOf(instant)}`
}

export function tileName(lang: Lang, names: Names, tile: string, kind?: Kind): string {
  const words = names.tile(tile, kind)
  return words ? textOf(lang, words) : tile
}

/** An aspect as residents would say it; what was sorted by a point before points had a column has that point. */
function aspectName(lang: Lang, names: Names, aspect: string): string {
  const words = names.aspect(aspect)
  return words ? textOf(lang, words) : inScript(lang, names.point(aspect) ?? aspect)
}

type Category = Pick<Report, 'kind'> & Sorted

/** The category as staff have sorted it: the tile, the aspect where it is not the tile's own, and the point. */
function categoryName(lang: Lang, names: Names, { kind, tile, aspect, point }: Category): string {
  const parts = [
    tileName(lang, names, tile, kind),
    ...(aspect && aspect !== tile ? [aspectName(lang, names, aspect)] : []),
    ...(point ? [inScript(lang, names.point(point) ?? point)] : []),
  ]
  return parts.join(' · ')
}

export const kindAndCategory = (lang: Lang, names: Names, report: Category): string =>
  `${textOf(lang, kindWords[report.kind])} · ${categoryName(lang, names, report)}`

/** Who deals with it, and whether they are still there to. */
export const ownerWords = (lang: Lang, name: string | null | undefined, isGone: boolean): string =>
  name ? (isGone ? say(lang, queue.ownerLeft, { name }) : name) : say(lang, queue.nobody)

/** Whoever has no key is told who can hand it on. */
export function lacksKey(lang: Lang, holders: readonly string[]): string {
  const colleague = holders.join(say(lang, team.and))
  return colleague ? say(lang, queue.noKey, { colleague }) : say(lang, queue.nobodyHolds)
}

/** What is said otherwise where the office keeps reports itself: there is no team and no leader then. */
const ofOffice = new Map<Phrase, Phrase>([
  [moveWords.decline, officeWords.decline],
  [stateWords.declined, officeWords.decline],
  [reportWords.leadersOnly, officeWords.only],
  [reportWords.writeNote, officeWords.writeNote],
  [reportWords.refuseWhy, officeWords.refuseWhy],
  [helpWords.sealed, officeWords.sealed],
  [escalation.closed, officeWords.escalates],
  [escalation.only, officeWords.escalated],
  [queue.noSuch, officeWords.noSuch],
])

/** Several buttons say it, each in a phrase of its own. On Workers no text is there yet as this file is read. */
const isToLeader = (phrase: Phrase) =>
  phrase[0] === buttonWords.decline[0] && Object.values<Phrase>(buttonWords).includes(phrase)

const atOffice = (phrase: Phrase) => ofOffice.get(phrase) ?? (isToLeader(phrase) && officeWords.propose)

/** A phrase as it reads at this desk. */
export const textAt = ({ lang, team }: Pick<Desk, 'lang' | 'team'>, phrase: Phrase): string =>
  textOf(lang, (team.id === OFFICE && atOffice(phrase)) || phrase)

/** What the machine accepted is shown as such. */
export function stateName(
  desk: Pick<Desk, 'lang' | 'team'>,
  { state, acceptedBy }: Pick<Report, 'state' | 'acceptedBy'>,
): string {
  return textAt(desk, state === 'accepted' && acceptedBy === 'rule' ? acceptedByRule : stateWords[state])
}
