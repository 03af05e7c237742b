import * as z from 'zod/mini'
import { isDay, sayDay, yearOf } from '../clock/day.ts'
import { fixBy } from '../clock/deadlines.ts'
import { sealedId, sealedLong } from '../http/binary.ts'
import { seen } from '../http/fields.ts'
import { fieldWords, helpWords } from '../i18n/moves.ts'
import { say } from '../i18n/speak.ts'
import { writeWhy } from '../log/why.ts'
import { Places } from '../referrals/checked.tsx'
import { isDangerous } from '../referrals/wall.ts'
import { Field } from '../ui/field.tsx'
import { Control, Sealed } from '../ui/sealed-field.tsx'
import { daysOf } from './desk.ts'
import { type About, asksFor, decided, type FieldsProps, wrong } from './move.ts'

const schema = z.object({
  steps: seen,
  order: sealedLong,
  orderId: sealedId,
  due: z.string().check(z.refine(isDay, 'day')),
})

/** What is to be mended, by whom, until when, and who signs for it. */
export const fix = asksFor<typeof schema>({
  schema,
  defaults: (about) => ({ due: latestFix(about) }),
  problems({ due }, about) {
    const { desk, unitName } = about
    const { lang, today } = desk
    const latest = latestFix(about)
    const day = sayDay(latest, lang, yearOf(today))
    return {
      ...(isWalled(about) && { order: wrong(lang, 'noFix', { unit: unitName }) }),
      ...(due && due < today && { due: wrong(lang, 'dayPast') }),
      ...(due && due > latest && { due: wrong(lang, 'dayLate', { day }) }),
    }
  },
  written: ({ order: envelope, orderId, due }, { desk: { lang } }) => ({
    decided: { due },
    why: writeWhy({ order: orderId, until: due, lang: lang === 'en' ? lang : undefined }),
    sealed: [{ part: 'order', partId: orderId, envelope }],
  }),
  isBarred: (about) => isWalled(about),
  shows: ({ due }) => decided({ due: due && isDay(due) ? due : undefined }),
  Fields({ about, filled }: FieldsProps) {
    const { desk, unitName } = about
    const { lang, today } = desk
    if (isWalled(about)) return <p class="box warn">{wrong(lang, 'noFix', { unit: unitName })}</p>
    return (
      <>
        <div data-check="letter">
          <Sealed name="order" seal="order" filled={filled}>
            <Control
              field="matter"
              id="order"
              label={say(lang, fieldWords.matter)}
              help={say(lang, helpWords.toResident)}
              rows={4}
              max={500}
              required
              checked
            />
            <div class="pair">
              <Control
                field="responsible"
                id="responsible"
                label={say(lang, fieldWords.responsible)}
                max={60}
                required
              />
              <Control field="signer" id="signer" label={say(lang, fieldWords.signer)} max={40} required />
            </div>
          </Sealed>
          <Places lang={lang} />
        </div>
        <Field
          name="due"
          type="date"
          label={say(lang, fieldWords.due)}
          help={say(lang, helpWords.fixBy, {
            day: sayDay(latestFix(about), lang, yearOf(today)),
            n: daysOf('fix', about.desk),
          })}
          filled={filled}
          required
        />
      </>
    )
  },
})

/** The order goes to the very unit: where that endangers whoever spoke, only with the office's leave. */
export const isWalled = ({ report, referring }: About): boolean =>
  isDangerous(report) && referring.ownPermit?.state !== 'granted'

export const latestFix = ({ desk: { today, moment }, fieldEndsOn }: About) =>
  fixBy(today, fieldEndsOn, moment.calendar)
