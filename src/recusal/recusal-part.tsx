import { endReasons, recusalReasons, recusalWords, recusal as words } from '../i18n/recusal.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { team as teamWords } from '../i18n/team.ts'
import { paths } from '../paths.ts'
import { Nothing, Somebody } from '../queue/choices.tsx'
import { Trouble } from '../queue/move-form.tsx'
import type { ReportView } from '../queue/report-view.ts'
import { type Filled, Select } from '../ui/field.tsx'
import { StrandedPart } from './stranded-part.tsx'

/** Who stays away; the leader says so, and says when it is over. */
export function RecusalPart({ view, filled }: { view: ReportView; filled: Filled }) {
  const { desk, report, recused, recusedGone, about } = view
  const { lang, team, person } = desk
  if (!person.roles.includes('leader')) return null
  const names = [...recused, ...recusedGone].map(({ name, byUnit }) =>
    byUnit ? say(lang, words.byUnit, { name }) : name,
  )
  const ending = recused.filter(({ byUnit }) => !byUnit)
  const isOpen = ['person', 'recusalReason', 'knows', 'whose', 'endReason'].some(
    (field) => filled.problems?.[field],
  )
  return (
    <section id="recusal" class="noprint">
      <h2>{say(lang, words.title)}</h2>
      <p>{names.join(say(lang, teamWords.and)) || say(lang, words.nobody)}</p>
      <details open={isOpen}>
        <summary>{say(lang, words.set)}</summary>
        <form method="post" action={paths.recusals(team.id, report.id)} class="sheet-form" data-desk>
          <input type="hidden" name="steps" value={String(report.steps)} />
          <Somebody
            lang={lang}
            name="person"
            label={say(lang, words.who)}
            filled={filled}
            members={about.members}
          />
          <Reasons lang={lang} name="recusalReason" reasons={recusalReasons} filled={filled} />
          <p class="soft">{say(lang, words.told)}</p>
          <StrandedPart
            lang={lang}
            lines={filled.problems?.knows ? [say(lang, words.strandedHere)] : []}
            mark={filled.typed.person ?? ''}
          />
          <Trouble lang={lang} />
          <button type="submit" class="btn">
            {say(lang, words.set)}
          </button>
        </form>
      </details>
      {ending.length > 0 && (
        <details open={isOpen}>
          <summary>{say(lang, words.end)}</summary>
          <form method="post" action={paths.endRecusal(team.id, report.id)} class="sheet-form" data-desk>
            <input type="hidden" name="steps" value={String(report.steps)} />
            <Somebody
              lang={lang}
              name="whose"
              label={say(lang, words.whose)}
              filled={filled}
              members={ending}
            />
            <Reasons lang={lang} name="endReason" reasons={endReasons} filled={filled} />
            <Trouble lang={lang} />
            <button type="submit" class="btn">
              {say(lang, words.end)}
            </button>
          </form>
        </details>
      )}
    </section>
  )
}

interface ReasonsProps {
  lang: Lang
  name: string
  reasons: readonly (keyof typeof recusalWords)[]
  filled: Filled
}

export function Reasons({ lang, name, reasons, filled }: ReasonsProps) {
  return (
    <Select name={name} label={say(lang, words.reason)} filled={filled}>
      <Nothing lang={lang} name={name} filled={filled} />
      {reasons.map((reason) => (
        <option value={reason} selected={filled.typed[name] === reason}>
          {say(lang, recusalWords[reason])}
        </option>
      ))}
    </Select>
  )
}
