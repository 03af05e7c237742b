import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { intakeStates } from '../i18n/rounds.ts'
import { fill, type Lang, textOf } from '../i18n/speak.ts'
import { intakeOf, type Window } from './intake.ts'

/** In words, where a round's intake stands. `isInUse`: a notice of it is, so that anything can come in. */
export function intakeLine(lang: Lang, round: Window, today: Day, isInUse: boolean): string {
  const state = intakeOf(round, today)
  const phrase = intakeStates[state === 'open' && !isInUse ? 'unused' : state]
  const day = (on: Day) => sayDay(on, lang, yearOf(today))
  return fill(textOf(lang, phrase), {
    opens: day(round.intakeOpensOn),
    closes: day(round.intakeClosesOn),
    reason: round.pausedReason ?? '',
  })
}
