import * as z from 'zod/mini'
import { isDay } from '../clock/day.ts'
import { sealedId, sealedLong } from '../http/binary.ts'
import { seen } from '../http/fields.ts'
import { fieldWords } from '../i18n/moves.ts'
import { refer } from '../i18n/referrals.ts'
import { say } from '../i18n/speak.ts'
import { writeWhy } from '../log/why.ts'
import { asksFor, type FieldsProps, wrong } from '../queue/move.ts'
import { Field } from '../ui/field.tsx'
import { Control, Sealed } from '../ui/sealed-field.tsx'

const schema = z.object({
  steps: seen,
  receivedOn: z.string().check(z.refine(isDay, 'day')),
  feedback: sealedLong,
  feedbackId: sealedId,
})

/** 登记整改反馈, by hand from the paper: what was done, the proof of it, and who answers for it. */
export const feedback = asksFor<typeof schema>({
  schema,
  defaults: ({ desk: { today } }) => ({ receivedOn: today }),
  problems: ({ receivedOn }, { orderedOn, desk: { lang, today } }): Record<string, string> =>
    receivedOn && (receivedOn > today || (orderedOn && receivedOn < orderedOn))
      ? { receivedOn: wrong(lang, 'afterSending') }
      : {},
  written: ({ receivedOn, feedback: envelope, feedbackId }) => ({
    decided: {},
    why: writeWhy({ received: receivedOn, feedback: feedbackId }),
    sealed: [{ part: 'feedback', partId: feedbackId, envelope }],
  }),
  shows: () => ({}),
  Fields({ about: { desk }, filled }: FieldsProps) {
    const { lang } = desk
    return (
      <>
        <Field name="receivedOn" type="date" label={say(lang, refer.receivedOn)} filled={filled} required />
        <Sealed name="feedback" seal="feedback" filled={filled}>
          <Control
            field="done"
            id="feedback"
            label={say(lang, fieldWords.done)}
            rows={4}
            max={2000}
            required
          />
          <Control
            field="proof"
            id="proof"
            label={say(lang, fieldWords.proof)}
            rows={2}
            max={1000}
            required
          />
          <Control field="person" id="person" label={say(lang, fieldWords.person)} max={40} required />
        </Sealed>
      </>
    )
  },
})
