import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { intakeStates } from '../i18n/rounds.ts'
import { fill, type Lang, textOf } from '../i18n/speak.ts'
import { intakeOf, type Window } from './intake.ts'

/** In words, where a round's intake stands. */
export function intakeLine(lang: Lang, round: Window, today: Day): string {
  const phrase = intakeStates[intakeOf(round, today)]
  const day = (on: Day) => sayDay(on, lang, yearOf(today))
  return fill(textOf(lang, phrase), {
    opens: day(round.intakeOpensOn),
    closes: day(round.intakeClosesOn),
    reason: round.pausedReason ?? '',
  })
}
