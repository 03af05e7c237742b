import * as z from 'zod/mini'
import { delivery as words } from '../i18n/delivery.ts'
import { refer } from '../i18n/referrals.ts'
import { say } from '../i18n/speak.ts'
import { writeWhy } from '../log/why.ts'
import { Choice } from '../queue/choices.tsx'
import { handIn } from '../queue/desk.ts'
import { asksFor, type FieldsProps, wrong } from '../queue/move.ts'
import { Field } from '../ui/field.tsx'
import { Control } from '../ui/sealed-field.tsx'
import { isDelivered } from './letter-states.ts'
import { givenBack, withdrawn } from './moving.ts'
import { Answered, ReplyPlace, replyProblems, replySchema, sealedReply } from './reply-fields.tsx'
import type { Referral } from './store.ts'

/** `us` only until the letter is delivered; before it is sent no unit can have it to give back. */
const schema = z.object({ back: z._default(z.enum(['unit', 'us'], 'choice'), 'unit'), ...replySchema })

const isOurs = (current: Referral | undefined, back: 'unit' | 'us') =>
  current?.state === 'approved' || back === 'us'

/** 登记退回: the unit gives it back and says whose it is; or the team withdraws what is not delivered yet. */
export const giveBack = asksFor<typeof schema>({
  schema,
  defaults: ({ desk }) => ({ receivedOn: desk.today }),
  problems: (values, about) => ({
    ...replyProblems(values, about),
    ...(values.back === 'us' &&
      about.referring.current &&
      isDelivered(about.referring.current) && { back: wrong(about.desk.lang, 'deliveredAlready') }),
  }),
  written(values, { desk, referring: { current, returns } }) {
    const reply = sealedReply(values)
    if (!current) throw new Error('a return of no letter')
    const ours = isOurs(current, values.back)
    const hand = handIn(desk)
    const again = returns + (current.number === null ? 0 : 1)
    return {
      decided: {},
      why: writeWhy({
        received: values.receivedOn,
        referral: current.id,
        reply: reply.id,
        back: ours ? 'us' : undefined,
      }),
      sealed: [],
      ...(ours ? withdrawn(current, reply, hand) : givenBack(current, reply, hand, again)),
    }
  },
  shows: () => ({}),
  saidAfter: ({ back }, { referring: { current } }) => (isOurs(current, back) ? 'letterBack' : undefined),
  Fields({ about, filled }: FieldsProps) {
    const { lang } = about.desk
    const { current } = about.referring
    const backs = { unit: words.unit, us: words.us }
    return (
      <>
        <Answered about={about} />
        {current?.state === 'approved' && <p class="box">{say(lang, words.before)}</p>}
        {current?.state === 'issued' && (
          <Choice lang={lang} name="back" label={say(lang, words.back)} filled={filled} words={backs} />
        )}
        <Field name="receivedOn" type="date" label={say(lang, refer.receivedOn)} filled={filled} required />
        <ReplyPlace about={about} filled={filled}>
          <Control field="reason" id="reply" label={say(lang, refer.reason)} rows={3} max={1000} required />
          {current?.state !== 'approved' && (
            <div data-when={current?.state === 'issued' ? 'back=unit' : undefined}>
              <Control
                field="competent"
                id="competent"
                label={say(lang, refer.competent)}
                help={say(lang, refer.competentHelp)}
                max={60}
                required
              />
            </div>
          )}
        </ReplyPlace>
      </>
    )
  },
})
