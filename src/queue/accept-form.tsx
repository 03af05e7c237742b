import * as z from 'zod/mini'
import { unsorted } from '../categories/checklist.ts'
import { findChoice, nearest } from '../categories/sorting.ts'
import { type Day, isDay, sayDay, yearOf } from '../clock/day.ts'
import { answerBy, verifyBy } from '../clock/deadlines.ts'
import { seen } from '../http/fields.ts'
import { fieldWords, helpWords, riskWords } from '../i18n/moves.ts'
import { say } from '../i18n/speak.ts'
import { writeWhy } from '../log/why.ts'
import { Field } from '../ui/field.tsx'
import { CategoryChoice, sortedAs } from './category-choice.tsx'
import { Choice, Somebody } from './choices.tsx'
import { daysOf } from './desk.ts'
import { type About, asksFor, decided, type FieldsProps, wrong } from './move.ts'
import { isSoleLeader } from './people.ts'

const schema = z.object({
  steps: seen,
  category: z.string().check(z.minLength(1, 'category'), z.maxLength(32)),
  urgent: z.enum(['yes', 'no'], 'choice'),
  risk: z.enum(['low', 'medium', 'high'], 'risk'),
  owner: z.string().check(z.minLength(1, 'owner'), z.maxLength(64)),
  due: z.string().check(z.refine(isDay, 'day')),
})

/** In scope, with a category, an owner and a next date. */
export const accept = asksFor<typeof schema>({
  schema,
  defaults(about) {
    const { report, desk, members, categories } = about
    const { person } = desk
    const mine = isSoleLeader(members, person.id) ? '' : person.id
    return {
      category: report.tile === unsorted.code ? '' : (nearest(categories, report)?.value ?? ''),
      urgent: report.urgent ? 'yes' : 'no',
      risk: report.risk ?? '',
      owner: report.owner ?? mine,
      due: latestStart(about),
    }
  },
  problems({ category, owner, due }, about) {
    const { desk, members, categories } = about
    const { lang, today } = desk
    const latest = latestStart(about)
    return {
      ...(!(category && findChoice(categories, category)) && {
        category: wrong(lang, 'category'),
      }),
      ...(!members.some(({ id }) => id === owner) && { owner: wrong(lang, 'owner') }),
      ...(owner && isSoleLeader(members, owner) && { owner: wrong(lang, 'soleLeader') }),
      ...(due && due < today && { due: wrong(lang, 'dayPast') }),
      ...(due &&
        due > latest && { due: wrong(lang, 'dayLate', { day: sayDay(latest, lang, yearOf(today)) }) }),
    }
  },
  written({ category, urgent, risk, owner, due }, { categories }) {
    return {
      decided: decided({ ...sortedAs(categories, category), urgent: urgent === 'yes', risk, owner, due }),
      why: writeWhy({ people: owner }),
      sealed: [],
    }
  },
  saidAfter: (_, { report }) => (report.lookupHash === null ? 'noted' : undefined),
  shows: () => ({}),
  Fields({ about, filled }: FieldsProps) {
    const { desk, members } = about
    const { lang, today } = desk
    const latest = sayDay(latestStart(about), lang, yearOf(today))
    const isSuggestion = about.report.kind === 'suggestion'
    const next = isSuggestion ? 'nextAnswer' : 'nextDate'
    const n = daysOf(isSuggestion ? 'answer' : 'verify', desk)
    return (
      <>
        <CategoryChoice about={about} filled={filled} />
        <div class="pair">
          <Choice
            lang={lang}
            name="urgent"
            label={say(lang, fieldWords.urgency)}
            filled={filled}
            words={{ no: fieldWords.notUrgent, yes: fieldWords.urgent }}
          />
          <Choice
            lang={lang}
            name="risk"
            label={say(lang, fieldWords.risk)}
            filled={filled}
            words={riskWords}
          />
        </div>
        <div class="pair">
          <Somebody
            lang={lang}
            name="owner"
            label={say(lang, fieldWords.owner)}
            filled={filled}
            members={members}
          />
          <Field
            name="due"
            type="date"
            label={say(lang, fieldWords[next])}
            help={say(lang, helpWords[next], { day: latest, n })}
            filled={filled}
            required
          />
        </div>
      </>
    )
  },
})

/** Verification begins within some working days; a suggestion needs none, and is answered. */
const latestStart = ({ report, desk: { today, moment } }: About): Day =>
  (report.kind === 'suggestion' ? answerBy : verifyBy)(today, moment.calendar)
