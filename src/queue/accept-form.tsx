import * as z from 'zod'
import { type Day, isDay, sayDay, yearOf } from '../clock/day.ts'
import { verifyBy } from '../clock/deadlines.ts'
import { fieldWords, helpWords, riskWords } from '../i18n/moves.ts'
import { say } from '../i18n/speak.ts'
import { UNSORTED } from '../intake/rules.ts'
import { tilesOf } from '../intake/tiles.ts'
import type { UnitType } from '../rounds/tables.ts'
import { Field, Select } from '../ui/field.tsx'
import { Choice, Nothing, Option, Somebody } from './choices.tsx'
import { type About, asksFor, decided, type FieldsProps, wrong } from './move.ts'
import { isSoleLeader } from './people.ts'
import { seen } from './sealed-form.ts'
import { writeWhy } from './why.ts'
import { categoryName } from './words.ts'

const schema = z.object({
  steps: seen,
  category: z.string().min(1, 'category').max(32),
  urgent: z.enum(['yes', 'no'], 'choice'),
  risk: z.enum(['low', 'medium', 'high'], 'choice'),
  owner: z.string().min(1, 'owner').max(64),
  due: z.string().refine(isDay, 'day'),
})

/** In scope, with a category, an owner and a next date. */
export const accept = asksFor<typeof schema>({
  schema,
  defaults(about) {
    const { report, desk, members, unitType } = about
    const { person } = desk
    const { tile, aspect } = report
    const sorted = categories(unitType).find((one) => one.tile === tile && (one.aspect === aspect || !aspect))
    const mine = isSoleLeader(members, person.id) ? '' : person.id
    return {
      category: tile === UNSORTED ? '' : (sorted?.code ?? ''),
      urgent: report.urgent ? 'yes' : 'no',
      risk: report.risk ?? '',
      owner: report.owner ?? mine,
      due: latestStart(about),
    }
  },
  problems({ category, owner, due }, about) {
    const { desk, members, unitType } = about
    const { lang, today } = desk
    const latest = latestStart(about)
    return {
      ...(!categories(unitType).some(({ code }) => code === category) && {
        category: wrong(lang, 'category'),
      }),
      ...(!members.some(({ id }) => id === owner) && { owner: wrong(lang, 'owner') }),
      ...(isSoleLeader(members, owner) && { owner: wrong(lang, 'soleLeader') }),
      ...(due < today && { due: wrong(lang, 'dayPast') }),
      ...(due > latest && { due: wrong(lang, 'dayLate', { day: sayDay(latest, lang, yearOf(today)) }) }),
    }
  },
  written({ category, urgent, risk, owner, due }) {
    const [tile = '', aspect] = category.split('/')
    return {
      decided: decided({ tile, aspect: aspect ?? null, urgent: urgent === 'yes', risk, owner, due }),
      why: writeWhy({ people: owner }),
      sealed: [],
    }
  },
  shows: () => ({}),
  Fields({ about, filled }: FieldsProps) {
    const { desk, members, unitType } = about
    const { lang, today } = desk
    const latest = sayDay(latestStart(about), lang, yearOf(today))
    return (
      <>
        <Select name="category" label={say(lang, fieldWords.category)} filled={filled}>
          <Nothing lang={lang} name="category" filled={filled} />
          {categories(unitType).map(({ code, tile, aspect }) => (
            <Option value={code} chosen={filled.typed.category}>
              {tile === UNSORTED ? say(lang, fieldWords.otherTile) : categoryName(lang, tile, aspect)}
            </Option>
          ))}
        </Select>
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
            label={say(lang, fieldWords.nextDate)}
            help={say(lang, helpWords.nextDate, { day: latest })}
            filled={filled}
            required
          />
        </div>
      </>
    )
  },
})

/** Verification begins within three working days. */
const latestStart = ({ desk: { today, moment } }: About): Day => verifyBy(today, moment.calendar)

const categoryOf = (tile: string, aspect: string | null) => (aspect ? `${tile}/${aspect}` : tile)

interface Category {
  code: string
  tile: string
  aspect: string | null
}

/** Every aspect of every tile the unit's type has. The unsorted one comes last: some matters fit nowhere. */
function categories(type: UnitType): Category[] {
  return tilesOf(type).flatMap(({ code: tile, aspects }) => {
    const each = aspects.length > 0 ? aspects : [null]
    return each.map((aspect) => ({ code: categoryOf(tile, aspect), tile, aspect }))
  })
}
