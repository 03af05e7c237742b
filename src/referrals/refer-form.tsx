import * as z from 'zod/mini'
import { addDays, type Day, isDay, sayDay, yearOf } from '../clock/day.ts'
import { dueBy } from '../clock/deadlines.ts'
import { limits } from '../clock/limits.ts'
import { workingDaysBefore } from '../clock/working-days.ts'
import { sealedId, sealedKey, sealedLong } from '../http/binary.ts'
import { maybe, seen, whole } from '../http/fields.ts'
import { refer as words } from '../i18n/referrals.ts'
import { say, writtenIn } from '../i18n/speak.ts'
import { writeWhy } from '../log/why.ts'
import { Nothing, Option } from '../queue/choices.tsx'
import { type About, asksFor, decided, type FieldsProps, type Fitting, wrong } from '../queue/move.ts'
import { hardLimit } from '../reports/promises.ts'
import { base64url } from '../sealing/bytes.ts'
import { Field, Select } from '../ui/field.tsx'
import { Control } from '../ui/sealed-field.tsx'
import { Places } from './checked.tsx'
import { Named } from './letter-part.tsx'
import { keepDraft } from './moving.ts'
import { SealedLetter } from './sealed-letter.tsx'

/** The team's lock that a key is sealed to. */
export const sealedEpoch = whole(1)

const schema = z.object({
  steps: seen,
  handlingUnit: z.string().check(z.minLength(1, 'handlingUnit'), z.maxLength(64)),
  due: z.string().check(z.refine(isDay, 'day')),
  letter: sealedLong,
  letterId: maybe(sealedId),
  letterTeamKey: maybe(sealedKey),
  letterOfficeKey: maybe(sealedKey),
  letterEpoch: maybe(sealedEpoch),
  letterBox: maybe(sealedEpoch),
})

/** The draft: which unit, until when, and the summary under a key of its own. */
export const refer = asksFor<typeof schema>({
  schema,
  defaults(about) {
    const { report, referring, desk } = about
    const draft = report.refusedMove === 'refer' ? referring.draft : takenBack(referring)
    if (!draft) return { handlingUnit: referring.designated?.id ?? '', due: usualDue(about) }
    const sealed = (part: string) => {
      const found = referring.envelopes.find((one) => one.subject === draft.id && one.part === part)
      return found ? base64url(found.envelope) : ''
    }
    return {
      handlingUnit: draft.handlingUnitId,
      due: draft.due > desk.today ? draft.due : usualDue(about),
      letter: sealed('letter'),
      letterId: draft.id,
      letterTeamKey: sealed('teamKey'),
      letterOfficeKey: sealed('officeKey'),
      letterEpoch: String(draft.epoch),
      letterBox: String(draft.box),
    }
  },
  problems(values, about) {
    const { desk, office, referring } = about
    const { lang, today } = desk
    const { handlingUnit, due } = values
    const sealed = sealedIn(values)
    const choice = referring.choices.find(({ unit }) => unit.id === handlingUnit)
    const latest = latestDue(about)
    const isNew = referring.referrals.every(({ id }) => id !== sealed?.id)
    const isSealed = isNew && sealed && sealed.box <= (referring.seals?.box ?? 0)
    return {
      ...(!choice && { handlingUnit: wrong(lang, 'handlingUnit') }),
      ...(choice?.barrier === 'wall' && { handlingUnit: wrong(lang, 'wall', { unit: choice.unit.name }) }),
      ...(choice?.barrier === 'returned' && {
        handlingUnit: wrong(lang, 'returnedTwice', { office: office.shortName }),
      }),
      ...(due && due <= today && { due: wrong(lang, 'dayPast') }),
      ...(due &&
        due > latest && { due: wrong(lang, 'dayLate', { day: sayDay(latest, lang, yearOf(today)) }) }),
      ...(values.letter && !isSealed && { letter: wrong(lang, 'letter') }),
    }
  },
  written(values, { desk, report, referring }) {
    const { handlingUnit, due } = values
    const sealed = sealedIn(values)
    const choice = referring.choices.find(({ unit }) => unit.id === handlingUnit)
    if (!choice || !sealed) throw new Error('a draft without its letter')
    return {
      decided: { due },
      why: writeWhy({ referral: sealed.id }),
      sealed: [],
      alongside: keepDraft({
        ...sealed,
        report,
        unit: choice.unit,
        due,
        lang: writtenIn(desk.lang),
        by: desk.person.id,
        at: desk.moment.now.toISOString(),
      }),
    }
  },
  isBarred: ({ referring: { seals, choices } }) => !seals || choices.length === 0,
  shows: ({ due }) => decided({ due: due && isDay(due) ? due : undefined }),
  Fields(props: FieldsProps) {
    const { desk, office, referring } = props.about
    const { lang } = desk
    if (!referring.seals) return <p class="box warn">{say(lang, words.noKeys)}</p>
    if (referring.choices.length === 0)
      return <p class="box warn">{say(lang, words.noUnits, { office: office.shortName })}</p>
    return <Letter {...props} seals={referring.seals} />
  },
})

function Letter({ about, filled, seals }: FieldsProps & { seals: NonNullable<About['referring']['seals']> }) {
  const { desk, referring } = about
  const { lang, today, team } = desk
  const latest = sayDay(latestDue(about), lang, yearOf(today))
  return (
    <>
      <Named about={about} />
      <div class="pair">
        <Select name="handlingUnit" label={say(lang, words.unit)} filled={filled}>
          <Nothing lang={lang} name="handlingUnit" filled={filled} />
          {referring.choices.map(({ unit, barrier }) => (
            <Option value={unit.id} chosen={filled.typed.handlingUnit}>
              {barrier ? say(lang, words.barred, { unit: unit.name }) : unit.name}
            </Option>
          ))}
        </Select>
        <Field
          name="due"
          type="date"
          label={say(lang, words.due)}
          help={say(lang, words.dueHelp, { day: latest })}
          filled={filled}
          required
        />
      </div>
      <div data-check="letter">
        <SealedLetter part="letter" team={team.id} epoch={seals.epoch} seals={seals} filled={filled}>
          <Control
            field="summary"
            id="letter"
            label={say(lang, words.summary)}
            help={say(lang, words.summaryHelp)}
            rows={6}
            max={2000}
            required
            checked
          />
          <Control
            field="demands"
            id="demands"
            label={say(lang, words.demandsMore)}
            help={say(lang, words.demandsHelp)}
            rows={3}
            max={500}
            checked
          />
        </SealedLetter>
        <Places lang={lang} />
      </div>
    </>
  )
}

/** What the browser sealed, when nothing of it is missing. */
function sealedIn(values: Fitting<typeof schema>) {
  const { letter, letterId: id, letterTeamKey: teamKey, letterOfficeKey: officeKey } = values
  const { letterEpoch: epoch, letterBox: box } = values
  if (!letter || !id || !teamKey || !officeKey || !epoch || !box) return undefined
  return { id, epoch, box, sealed: { letter, teamKey, officeKey } }
}

/** A letter that never reached its unit is written again from its own words. */
function takenBack({ referrals }: About['referring']) {
  const last = referrals.at(-1)
  return last?.state === 'withdrawn' ? last : undefined
}

/** As usual, within the hard limit; but some days before the resident hears, where that is sooner and leaves a week. */
function usualDue(about: About): Day {
  const { promise } = about.report
  const { today, moment } = about.desk
  const [latest, days] = [latestDue(about), dueBy('unitReply', today, moment.calendar)]
  const usual = days < latest ? days : latest
  if (!promise) return usual
  const ahead = workingDaysBefore(promise, limits.afterReply.days, moment.calendar)
  return ahead < usual && ahead >= addDays(today, 7) ? ahead : usual
}

/** Nothing is promised past the hard limit; when that is over, a referral may still have its usual days. */
function latestDue({ report, desk: { today, moment } }: About): Day {
  const [hard, usual] = [hardLimit(report, moment.calendar), dueBy('unitReply', today, moment.calendar)]
  return hard > today ? hard : usual
}
