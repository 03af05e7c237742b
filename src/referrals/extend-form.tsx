import * as z from 'zod/mini'
import { type Day, isDay, sayDay, yearOf } from '../clock/day.ts'
import { dueBy } from '../clock/deadlines.ts'
import { sealedId, sealedShort } from '../http/binary.ts'
import { maybe, seen } from '../http/fields.ts'
import { refer as words } from '../i18n/referrals.ts'
import { say } from '../i18n/speak.ts'
import { writeWhy } from '../log/why.ts'
import { type About, asksFor, decided, type FieldsProps, wrong } from '../queue/move.ts'
import { Field } from '../ui/field.tsx'
import { Control, Sealed } from '../ui/sealed-field.tsx'
import { Answered } from './reply-fields.tsx'

const schema = z.object({
  steps: seen,
  askedOn: z.string().check(z.refine(isDay, 'day')),
  due: z.string().check(z.refine(isDay, 'day')),
  why: maybe(sealedShort),
  whyId: maybe(sealedId),
})

/** The unit asks before its day, once, for at most thirty days; the leader grants. 信访工作条例 34. */
export const extend = asksFor<typeof schema>({
  schema,
  defaults: ({ desk }) => ({ askedOn: desk.today }),
  problems({ askedOn, due, why, whyId }, about) {
    const { desk, report, referring, wasExtended } = about
    const { lang, today } = desk
    const { current } = referring
    const [now, latest] = [report.due ?? today, latestDue(about)]
    const sent = current?.signedOn ?? today
    return {
      ...(askedOn && (askedOn < sent || askedOn > today) && { askedOn: wrong(lang, 'afterSending') }),
      ...(askedOn && askedOn > now && { askedOn: wrong(lang, 'tooLateToExtend') }),
      ...(due && due <= now && { due: wrong(lang, 'dayPast') }),
      ...(due &&
        due > latest && { due: wrong(lang, 'dayLate', { day: sayDay(latest, lang, yearOf(today)) }) }),
      ...(!(why && whyId) && { why: wrong(lang, 'message') }),
      ...(wasExtended && { due: wrong(lang, 'extendedOnce') }),
    }
  },
  written({ askedOn, due, why, whyId }) {
    if (!why || !whyId) throw new Error('an extension without a reason')
    return {
      decided: { due },
      why: writeWhy({ sealed: whyId, received: askedOn }),
      sealed: [{ part: 'why', partId: whyId, envelope: why }],
    }
  },
  shows: ({ due }) => decided({ due: due && isDay(due) ? due : undefined }),
  Fields({ about, filled }: FieldsProps) {
    const { desk, report } = about
    const { lang, today } = desk
    const day = (on: Day) => sayDay(on, lang, yearOf(today))
    // Only a later day moves the promise, and leaves the team its days after the unit's.
    const { due, promise } = report
    const reachesPromise = due !== null && promise !== null && due < promise && promise <= latestDue(about)
    return (
      <>
        <Answered about={about} />
        {report.state === 'referred' && !about.wasExtended && (
          <>
            <p class="soft">
              {say(lang, words.extendHelp, { due: day(due ?? today), day: day(latestDue(about)) })}
            </p>
            {reachesPromise && <p class="soft">{say(lang, words.extendPromise, { day: day(promise) })}</p>}
          </>
        )}
        <div class="pair">
          <Field name="askedOn" type="date" label={say(lang, words.askedOn)} filled={filled} required />
          <Field name="due" type="date" label={say(lang, words.newDue)} filled={filled} required />
        </div>
        <Sealed name="why" seal="why" filled={filled}>
          <Control field="text" id="why" label={say(lang, words.reason)} rows={2} max={300} required />
        </Sealed>
      </>
    )
  },
})

const latestDue = ({ report, desk: { today, moment } }: About): Day =>
  dueBy('extension', report.due ?? today, moment.calendar)
