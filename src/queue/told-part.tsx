import { sayDay, yearOf } from '../clock/day.ts'
import { say } from '../i18n/speak.ts'
import { toldWays, told as words } from '../i18n/told.ts'
import { paths } from '../paths.ts'
import { Field, type Filled } from '../ui/field.tsx'
import { Choice } from './choices.tsx'
import { Trouble } from './move-form.tsx'
import type { ReportView } from './report-view.ts'

/** Who gave their name is told what was decided, by hand and on record. */
export function ToldPart({ view, filled }: { view: ReportView; filled: Filled }) {
  const { desk, report } = view
  const { lang, today, team } = desk
  if (!report.tellBy) return null
  const dated = { ...filled, typed: { toldOn: today, ...filled.typed } }
  return (
    <section id="told" class="noprint">
      <h2>{say(lang, words.title)}</h2>
      <p class={report.tellBy < today ? 'late' : undefined}>
        {say(lang, words.until, { day: sayDay(report.tellBy, lang, yearOf(today)) })}
      </p>
      <form method="post" action={paths.told(team.id, report.id)} class="sheet-form" data-desk>
        <input type="hidden" name="steps" value={String(report.steps)} />
        <div class="pair">
          <Field name="toldOn" type="date" label={say(lang, words.on)} filled={dated} required />
          <Choice name="toldHow" label={say(lang, words.how)} words={toldWays} lang={lang} filled={filled} />
        </div>
        <Trouble lang={lang} />
        <button type="submit" class="btn">
          {say(lang, words.record)}
        </button>
      </form>
    </section>
  )
}
