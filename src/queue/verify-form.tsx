import * as z from 'zod/mini'
import { findChoice, nearest } from '../categories/sorting.ts'
import { type Day, isDay, sayDay, yearOf } from '../clock/day.ts'
import { maybe, seen } from '../http/fields.ts'
import { fieldWords, methodWords } from '../i18n/moves.ts'
import { say } from '../i18n/speak.ts'
import { writeWhy } from '../log/why.ts'
import { Field } from '../ui/field.tsx'
import { CategoryChoice, sortedAs } from './category-choice.tsx'
import { Somebody, Tick } from './choices.tsx'
import { type About, asksFor, type FieldsProps, wrong } from './move.ts'

type Method = keyof typeof methodWords
const methods = Object.keys(methodWords) as Method[]
const tick = maybe(z.literal('yes'))

const schema = z.object({
  steps: seen,
  category: maybe(z.string().check(z.maxLength(32))),
  books: tick,
  visits: tick,
  site: tick,
  interview: tick,
  first: z.string().check(z.minLength(1, 'twoPeople'), z.maxLength(64)),
  second: z.string().check(z.minLength(1, 'twoPeople'), z.maxLength(64)),
  on: z.string().check(z.refine(isDay, 'day')),
  recusal: z.literal('yes', 'recusal'),
})

/** How, by which two people, when, and nobody who should stay away. */
export const verify = asksFor<typeof schema>({
  schema,
  defaults: ({ report, desk, categories }) => ({
    first: report.owner ?? '',
    on: desk.today,
    category: nearest(categories, report)?.value ?? '',
  }),
  problems(values, about) {
    const { first, second, on, category } = values
    const { desk, members, categories } = about
    const { lang, today } = desk
    const isMember = (one: string | undefined) => members.some(({ id }) => id === one)
    const latest = latestVisit(about)
    return {
      ...(category && !findChoice(categories, category) && { category: wrong(lang, 'category') }),
      ...(!methods.some((method) => values[method]) && { books: wrong(lang, 'method') }),
      ...(!isMember(first) && { first: wrong(lang, 'twoPeople') }),
      ...((first === second || !isMember(second)) && { second: wrong(lang, 'twoPeople') }),
      ...(on && on < today && { on: wrong(lang, 'dayPast') }),
      ...(on && on > latest && { on: wrong(lang, 'dayLate', { day: sayDay(latest, lang, yearOf(today)) }) }),
    }
  },
  written: (values, { categories }) => ({
    decided: values.category ? sortedAs(categories, values.category) : {},
    why: writeWhy({
      method: methods.filter((method) => values[method]),
      people: [values.first, values.second],
      on: values.on,
    }),
    sealed: [],
  }),
  shows: () => ({}),
  Fields({ about, filled }: FieldsProps) {
    const { desk, members } = about
    const { lang } = desk
    const somebody = { lang, filled, members }
    return (
      <>
        <CategoryChoice about={about} filled={filled} />
        <fieldset class="ticks">
          <legend>{say(lang, fieldWords.method)}</legend>
          {methods.map((method) => (
            <Tick name={method} label={say(lang, methodWords[method])} filled={filled} />
          ))}
        </fieldset>
        <div class="pair">
          <Somebody {...somebody} name="first" label={say(lang, fieldWords.first)} />
          <Somebody {...somebody} name="second" label={say(lang, fieldWords.second)} />
          <Field name="on" type="date" label={say(lang, fieldWords.on)} filled={filled} required />
        </div>
        <Tick name="recusal" label={say(lang, fieldWords.recusal)} filled={filled} required />
      </>
    )
  },
})

/** The answer is promised for that day. */
const latestVisit = ({ report: { promise }, desk: { today } }: About): Day =>
  promise && promise > today ? promise : today
