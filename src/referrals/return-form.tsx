import * as z from 'zod'
import { refer as words } from '../i18n/referrals.ts'
import { say } from '../i18n/speak.ts'
import { asksFor, type FieldsProps } from '../queue/move.ts'
import { Control } from '../queue/sealed-field.tsx'
import { writeWhy } from '../queue/why.ts'
import { Field } from '../ui/field.tsx'
import { givenBack } from './moving.ts'
import { ReplyPlace, replyProblems, replySchema, sealedReply } from './reply-fields.tsx'

const schema = z.object(replySchema)

/** 登记退回: the unit gives it back and says whose it is; or the team takes back what was not sent yet. */
export const giveBack = asksFor<typeof schema>({
  schema,
  defaults: ({ desk }) => ({ receivedOn: desk.today }),
  problems: replyProblems,
  written(values, { desk, referring: { current } }) {
    const reply = sealedReply(values)
    if (!current || !reply) throw new Error('a return of no letter')
    return {
      decided: {},
      why: writeWhy({ received: values.receivedOn, referral: current.id }),
      sealed: [],
      ...givenBack(current, reply, { who: desk.person.id, now: desk.moment.now }),
    }
  },
  shows: () => ({}),
  Fields({ about, filled }: FieldsProps) {
    const { lang } = about.desk
    return (
      <>
        <Field name="receivedOn" type="date" label={say(lang, words.receivedOn)} filled={filled} required />
        <ReplyPlace about={about} filled={filled}>
          <Control field="reason" id="reason" label={say(lang, words.reason)} rows={3} max={1000} required />
          <Control field="competent" id="competent" label={say(lang, words.competent)} max={60} />
        </ReplyPlace>
      </>
    )
  },
})
