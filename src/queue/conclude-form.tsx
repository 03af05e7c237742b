import * as z from 'zod/mini'
import { addDays, isDay, sayDay, yearOf } from '../clock/day.ts'
import { limits } from '../clock/limits.ts'
import { sealedId, sealedShort } from '../http/binary.ts'
import { amount, maybe, seen } from '../http/fields.ts'
import { resultWords, suggestionWords } from '../i18n/endings.ts'
import { fieldWords, helpWords } from '../i18n/moves.ts'
import { say } from '../i18n/speak.ts'
import { writeWhy } from '../log/why.ts'
import { Places } from '../referrals/checked.tsx'
import { codeIn, conclusions, resultsOf, resultTypes } from '../reports/endings.ts'
import type { Kind } from '../reports/lifecycle.ts'
import type { Decided } from '../reports/tables.ts'
import { Field } from '../ui/field.tsx'
import { Control, Sealed } from '../ui/sealed-field.tsx'
import { Choice } from './choices.tsx'
import { type About, asksFor, decided, type FieldsProps, type Fitting, wrong } from './move.ts'
import { hasSlot, sightAfter } from './preview.ts'
import { wordsOfConclusion } from './result-form.tsx'

export const wordsOfResult = (kind: Kind) => (kind === 'suggestion' ? suggestionWords : resultWords)

const schema = z.object({
  steps: seen,
  conclusion: maybe(z.enum(conclusions)),
  resultType: z.enum(resultTypes, 'resultType'),
  answer: maybe(sealedShort),
  answerId: maybe(sealedId),
  due: maybe(z.string().check(z.refine(isDay, 'day'))),
  households: maybe(amount),
  money: maybe(amount),
})
type Values = Fitting<typeof schema>

/** How it ended, and the one sentence the resident reads. For conduct that sentence is fixed. */
export const conclude = asksFor<typeof schema>({
  schema,
  defaults: ({ report: { conclusion }, desk: { today } }) => ({
    ...(conclusion && { conclusion }),
    due: addDays(today, limits.lookAgain.days),
  }),
  problems(values, about) {
    const { report, desk } = about
    const { lang, today } = desk
    const { conclusion, resultType, due, answer } = values
    const latest = addDays(today, limits.lookAgainLatest.days)
    const isLong = resultType === 'longTerm'
    return {
      ...(!(resultType && resultsOf(report.kind).includes(resultType)) && {
        resultType: wrong(lang, 'resultType'),
      }),
      ...(resultType === 'solved' &&
        report.state === 'fixing' &&
        !about.isFixed && { resultType: wrong(lang, 'unconfirmed') }),
      ...(report.kind !== 'suggestion' && !conclusion && { conclusion: wrong(lang, 'conclusion') }),
      ...(isLong && (!due || due <= today) && { due: wrong(lang, 'dayPast') }),
      ...(isLong &&
        due &&
        due > latest && { due: wrong(lang, 'dayLate', { day: sayDay(latest, lang, yearOf(today)) }) }),
      ...(resultType && isAnswerNeeded(about, values) && !answer && { answer: wrong(lang, 'answer') }),
    }
  },
  written(values, about) {
    const { conclusion, resultType, answer, answerId } = values
    const speaks = hasSlot(sightAfter(about, 'conclude', columnsOf(values)), 'answer')
    const message = speaks && answer && answerId ? { id: answerId, envelope: answer } : undefined
    return {
      decided: columnsOf(values),
      why: writeWhy({ conclusion, resultType }),
      sealed: [],
      message: message && { ...message, purpose: 'answer' },
    }
  },
  shows: ({ conclusion, resultType, due }) =>
    decided({
      conclusion: codeIn(conclusions, conclusion),
      resultType: codeIn(resultTypes, resultType),
      due: due && isDay(due) ? due : undefined,
    }),
  Fields({ about, filled }: FieldsProps) {
    const { desk, report } = about
    const { lang } = desk
    const choice = { lang, filled }
    return (
      <>
        <div class="pair">
          {report.kind !== 'suggestion' && (
            <Choice
              {...choice}
              name="conclusion"
              label={say(lang, fieldWords.conclusion)}
              words={wordsOfConclusion(report.kind)}
            />
          )}
          <Choice
            {...choice}
            name="resultType"
            label={say(lang, fieldWords.resultType)}
            words={wordsOfResult(report.kind)}
          />
        </div>
        {report.kind === 'conduct' ? (
          <p class="soft">{say(lang, helpWords.fixedSentence)}</p>
        ) : (
          <Sentence about={about} filled={filled} />
        )}
        {report.kind === 'problem' && (
          <>
            <div data-when="resultType=longTerm">
              <Field name="due" type="date" label={say(lang, fieldWords.lookAgain)} filled={filled} />
            </div>
            <div class="pair" data-when="resultType=solved">
              <Field
                name="households"
                label={say(lang, fieldWords.households)}
                inputmode="numeric"
                filled={filled}
              />
              <Field name="money" label={say(lang, fieldWords.money)} inputmode="numeric" filled={filled} />
            </div>
          </>
        )}
      </>
    )
  },
})

function Sentence({
  about: {
    desk: { lang },
  },
  filled,
}: FieldsProps) {
  return (
    <div data-speaks="answer" data-check>
      <Sealed name="answer" seal="message" filled={filled}>
        <Control
          field="text"
          id="answer"
          label={say(lang, fieldWords.answer)}
          help={say(lang, helpWords.answer)}
          rows={2}
          max={60}
          checked
        />
      </Sealed>
      <Places lang={lang} />
    </div>
  )
}

function columnsOf({ conclusion, resultType, households, money, due }: Values): Decided {
  const isSolved = resultType === 'solved'
  return decided({
    conclusion,
    resultType,
    due: resultType === 'longTerm' ? due : undefined,
    households: isSolved ? households : undefined,
    money: isSolved ? money : undefined,
  })
}

/** "We found out:" says nothing without a sentence; "It is done." does. */
function isAnswerNeeded(about: About, values: Values): boolean {
  const columns = columnsOf(values)
  return columns.resultType !== 'solved' && hasSlot(sightAfter(about, 'conclude', columns), 'answer')
}
