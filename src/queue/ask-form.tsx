import * as z from 'zod/mini'
import { addDays, type Day, isDay, sayDay, yearOf } from '../clock/day.ts'
import { replyBy } from '../clock/deadlines.ts'
import { limits } from '../clock/limits.ts'
import { sealedId, sealedShort } from '../http/binary.ts'
import { seen } from '../http/fields.ts'
import { fieldWords, helpWords } from '../i18n/moves.ts'
import { say } from '../i18n/speak.ts'
import { Places } from '../referrals/checked.tsx'
import { hardLimit } from '../reports/promises.ts'
import { Field } from '../ui/field.tsx'
import { Control, Sealed } from '../ui/sealed-field.tsx'
import { type About, asksFor, decided, type FieldsProps, wrong } from './move.ts'

const schema = z.object({
  steps: seen,
  question: sealedShort,
  questionId: sealedId,
  due: z.string().check(z.refine(isDay, 'day')),
})

/** One question, and by when. */
export const ask = asksFor<typeof schema>({
  schema,
  defaults(about) {
    const { today, moment } = about.desk
    const usual = replyBy(today, moment.calendar)
    const latest = latestReply(about)
    return { due: usual < latest ? usual : latest }
  },
  problems({ due }, about) {
    const { lang, today } = about.desk
    const latest = latestReply(about)
    return {
      ...(due && due <= today && { due: wrong(lang, 'dayPast') }),
      ...(due &&
        due > latest && { due: wrong(lang, 'dayLate', { day: sayDay(latest, lang, yearOf(today)) }) }),
    }
  },
  written: ({ question, questionId, due }) => ({
    decided: { due },
    sealed: [],
    message: { id: questionId, purpose: 'question', envelope: question },
  }),
  shows: ({ due }) => decided({ due: due && isDay(due) ? due : undefined }),
  Fields({ about, filled }: FieldsProps) {
    const { lang } = about.desk
    return (
      <>
        <div data-check>
          <Sealed name="question" seal="message" filled={filled}>
            <Control
              field="text"
              id="question"
              label={say(lang, fieldWords.question)}
              help={say(lang, helpWords.toResident)}
              rows={3}
              max={300}
              required
              checked
            />
          </Sealed>
          <Places lang={lang} />
        </div>
        <Field
          name="due"
          type="date"
          label={say(lang, fieldWords.replyBy)}
          help={say(lang, helpWords.pause)}
          filled={filled}
          required
        />
      </>
    )
  },
})

/**
 * Never past the hard limit: it runs on while the question is open. Once that is over a question can
 * still be asked, for the next day.
 */
function latestReply({ desk: { today, moment }, report }: About): Day {
  const [longest, tomorrow] = [addDays(today, limits.replyLatest.days), addDays(today, 1)]
  const hard = hardLimit(report, moment.calendar)
  const latest = hard < longest ? hard : longest
  return latest > tomorrow ? latest : tomorrow
}
