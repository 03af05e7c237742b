import { sayDay, yearOf } from '../clock/day.ts'
import { declineWords } from '../i18n/endings.ts'
import { fieldWords } from '../i18n/moves.ts'
import { refer } from '../i18n/referrals.ts'
import { type Phrase, say, textOf, wordOf } from '../i18n/speak.ts'
import type { MoveName } from '../reports/lifecycle.ts'
import type { Decided } from '../reports/tables.ts'
import { wordsOfResult } from './conclude-form.tsx'
import type { ReportView } from './report-view.ts'
import { wordsOfConclusion } from './result-form.tsx'

interface Props {
  view: ReportView
  move: MoveName
  decided: Decided
}

/** What a form decided, as it will stand in the register. */
export function DecidedFacts({ view, move, decided }: Props) {
  const { desk, report } = view
  const { lang, today } = desk
  const word = (words: Readonly<Record<string, Phrase>>, code: string) => wordOf(lang, words, code)
  const { declineReason, forwarded, conclusion, resultType, due, households, money } = decided
  const facts: [Phrase, string | undefined][] = [
    [fieldWords.reason, declineReason ? word(declineWords, declineReason) : undefined],
    [
      fieldWords.forwarded,
      typeof forwarded === 'boolean' ? say(lang, fieldWords[forwarded ? 'yes' : 'no']) : undefined,
    ],
    [fieldWords.conclusion, conclusion ? word(wordsOfConclusion(report.kind), conclusion) : undefined],
    [fieldWords.resultType, resultType ? word(wordsOfResult(report.kind), resultType) : undefined],
    [
      move === 'conclude' ? fieldWords.lookAgain : move === 'fix' ? fieldWords.due : refer.due,
      due ? sayDay(due, lang, yearOf(today)) : undefined,
    ],
    [fieldWords.households, households?.toString()],
    [fieldWords.money, money?.toString()],
  ]
  return (
    <dl class="facts">
      {facts
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => (
          <>
            <dt>{textOf(lang, name)}</dt>
            <dd>{value}</dd>
          </>
        ))}
    </dl>
  )
}
