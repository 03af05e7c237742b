import * as z from 'zod/mini'
import { addDays, type Day, isDay, sayDay, yearOf } from '../clock/day.ts'
import { dueBy } from '../clock/deadlines.ts'
import { maybe } from '../http/fields.ts'
import { refer as words } from '../i18n/referrals.ts'
import { say } from '../i18n/speak.ts'
import { writeWhy } from '../log/why.ts'
import { Choice } from '../queue/choices.tsx'
import { handIn } from '../queue/desk.ts'
import { type About, asksFor, decided, type FieldsProps, wrong } from '../queue/move.ts'
import { hardLimit } from '../reports/promises.ts'
import { Field } from '../ui/field.tsx'
import { Control } from '../ui/sealed-field.tsx'
import { replied } from './moving.ts'
import { Answered, ReplyPlace, replyProblems, replySchema, sealedReply } from './reply-fields.tsx'

export const outcomeWords = { accepted: words.accepted, redo: words.redo } as const

const schema = z.object({
  ...replySchema,
  outcome: z.enum(['accepted', 'redo'], 'outcome'),
  due: maybe(z.string().check(z.refine(isDay, 'day'))),
})

/** 登记回函: what the unit wrote back, and whether it is enough. If not, it has it again until a day. */
export const unitReply = asksFor<typeof schema>({
  schema,
  defaults: ({ desk: { today, moment } }) => ({
    receivedOn: today,
    due: dueBy('unitRedo', today, moment.calendar),
  }),
  problems(values, about) {
    const { lang, today } = about.desk
    const { outcome, due } = values
    const isRedo = outcome === 'redo'
    const latest = latestRedo(about)
    return {
      ...replyProblems(values, about),
      ...(isRedo && (!due || due <= today) && { due: wrong(lang, 'dayPast') }),
      ...(isRedo &&
        due &&
        due > latest && { due: wrong(lang, 'dayLate', { day: sayDay(latest, lang, yearOf(today)) }) }),
    }
  },
  written(values, { desk, referring: { current } }) {
    const { outcome, due, receivedOn } = values
    const reply = sealedReply(values)
    if (!current) throw new Error('a reply to no letter')
    const hand = handIn(desk)
    return {
      decided: decided({ due: outcome === 'redo' ? due : undefined }),
      why: writeWhy({ outcome, received: receivedOn, referral: current.id, reply: reply.id }),
      sealed: [],
      ...replied(current, outcome === 'accepted', reply, hand),
    }
  },
  shows: ({ outcome, due }) => decided({ due: outcome === 'redo' && due && isDay(due) ? due : undefined }),
  saidAfter: ({ outcome }) => (outcome === 'redo' ? 'redone' : undefined),
  Fields({ about, filled }: FieldsProps) {
    const { lang } = about.desk
    return (
      <>
        <Answered about={about} />
        <Field name="receivedOn" type="date" label={say(lang, words.receivedOn)} filled={filled} required />
        <ReplyPlace about={about} filled={filled}>
          <Control field="found" id="reply" label={say(lang, words.found)} rows={4} max={2000} required />
          <Control field="action" id="action" label={say(lang, words.action)} rows={3} max={2000} required />
          <Control
            field="responsible"
            id="responsible"
            label={say(lang, words.responsible)}
            max={40}
            required
          />
          <Control field="rule" id="rule" label={say(lang, words.rule)} max={200} />
          <Control
            field="evidence"
            id="evidence"
            label={say(lang, words.evidence)}
            help={say(lang, words.evidenceHelp)}
            max={4}
            inputmode="numeric"
            required
          />
        </ReplyPlace>
        <Choice
          lang={lang}
          name="outcome"
          label={say(lang, words.outcome)}
          filled={filled}
          words={outcomeWords}
        />
        <div data-when="outcome=redo">
          <Field name="due" type="date" label={say(lang, words.redoBy)} filled={filled} />
        </div>
      </>
    )
  },
})

/** Not past what may be promised; when that is over, the usual days for doing it again. */
function latestRedo({ report, desk: { today, moment } }: About): Day {
  const hard = hardLimit(report, moment.calendar)
  return hard > addDays(today, 1) ? hard : dueBy('unitRedo', today, moment.calendar)
}
