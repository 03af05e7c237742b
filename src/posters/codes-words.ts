import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { codeStates, codeWords, missingWords, withdrawReasonWords } from '../i18n/codes.ts'
import { fill, type Lang, say, textOf } from '../i18n/speak.ts'
import { type WithdrawReason, withdrawReasons } from './code-states.ts'
import type { CodeView, UnitCodes } from './codes-view.ts'

interface Dates {
  intakeOpensOn: Day
}

/** Where a code stands, in words. */
export function standingWords(lang: Lang, { code, standing }: CodeView, round: Dates, today: Day): string {
  const key = standing === 'draft' && code.state === 'tested' ? 'tested' : standing
  return fill(textOf(lang, codeStates[key]), {
    opens: sayDay(round.intakeOpensOn, lang, yearOf(today)),
    why: reasonWords(lang, code.withdrawnWhy),
  })
}

/** What is missing before a code may be put in use, as one line. */
export function missingLine(
  lang: Lang,
  { missing }: Pick<CodeView, 'missing'>,
  unit: Omit<UnitCodes, 'codes'>,
): string {
  const values = { team: unit.team?.name ?? '', n: unit.readiness.holders, number: unit.inUse ?? '' }
  const said = missing.map((name) => fill(textOf(lang, missingWords[name]), values))
  return said.join(say(lang, codeWords.separator))
}

function reasonWords(lang: Lang, why: string | null): string {
  const known = withdrawReasons.find((reason: WithdrawReason) => reason === why)
  return known ? say(lang, withdrawReasonWords[known]) : ''
}
