import * as z from 'zod/mini'
import { isDay } from '../clock/day.ts'
import { sealedId, sealedShort } from '../http/binary.ts'
import { seen } from '../http/fields.ts'
import { fieldWords, lookedWords } from '../i18n/moves.ts'
import { say } from '../i18n/speak.ts'
import { writeWhy } from '../log/why.ts'
import { Field } from '../ui/field.tsx'
import { Control, Sealed } from '../ui/sealed-field.tsx'
import { Choice, Somebody } from './choices.tsx'
import { asksFor, type FieldsProps, wrong } from './move.ts'

type Looked = keyof typeof lookedWords

const confirmed = z.object({
  steps: seen,
  looked: z.enum(Object.keys(lookedWords) as [Looked, ...Looked[]], 'choice'),
  by: z.string().check(z.minLength(1, 'member'), z.maxLength(64)),
  on: z.string().check(z.refine(isDay, 'day')),
})

/** What was ordered is done, because somebody of the team looked or asked. */
export const fixed = asksFor<typeof confirmed>({
  schema: confirmed,
  defaults: ({ desk: { person, today } }) => ({ by: person.id, on: today }),
  problems: ({ by, on }, { members, desk: { lang, today } }) => ({
    ...(!members.some(({ id }) => id === by) && { by: wrong(lang, 'member') }),
    ...(on && on > today && { on: wrong(lang, 'dayAhead') }),
  }),
  written: ({ looked, by, on }) => ({
    decided: {},
    why: writeWhy({ looked, people: by, on }),
    sealed: [],
  }),
  shows: () => ({}),
  Fields({ about: { desk, members }, filled }: FieldsProps) {
    const { lang } = desk
    return (
      <>
        <Choice
          lang={lang}
          name="looked"
          label={say(lang, fieldWords.looked)}
          filled={filled}
          words={lookedWords}
        />
        <div class="pair">
          <Somebody
            lang={lang}
            name="by"
            label={say(lang, fieldWords.lookedBy)}
            filled={filled}
            members={members}
          />
          <Field name="on" type="date" label={say(lang, fieldWords.lookedOn)} filled={filled} required />
        </div>
      </>
    )
  },
})

const refused = z.object({ steps: seen, notFixedWhy: sealedShort, notFixedWhyId: sealedId })

/** It was not done, or cannot be. */
export const notFixed = asksFor<typeof refused>({
  schema: refused,
  defaults: () => ({}),
  problems: () => ({}),
  written: ({ notFixedWhy: envelope, notFixedWhyId }) => ({
    decided: {},
    why: writeWhy({ sealed: notFixedWhyId }),
    sealed: [{ part: 'why', partId: notFixedWhyId, envelope }],
  }),
  shows: () => ({}),
  Fields({ about: { desk }, filled }: FieldsProps) {
    return (
      <Sealed name="notFixedWhy" seal="why" filled={filled}>
        <Control
          field="text"
          id="notFixedWhy"
          label={say(desk.lang, fieldWords.notFixedWhy)}
          rows={3}
          max={300}
          required
        />
      </Sealed>
    )
  },
})

/** What was ordered last has been seen to be done. */
export function isFixed(steps: readonly { move: string }[]): boolean {
  return steps.findLast(({ move }) => move === 'fix' || move === 'fixed')?.move === 'fixed'
}
