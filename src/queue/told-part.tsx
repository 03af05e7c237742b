import { sayDay, yearOf } from '../clock/day.ts'
import { say } from '../i18n/speak.ts'
import { paperWords, toldWays, told as words } from '../i18n/told.ts'
import { paths } from '../paths.ts'
import { newsOf } from '../telling/news.ts'
import { Field, type Filled } from '../ui/field.tsx'
import { Choice } from './choices.tsx'
import { mayAskContact } from './may-contact.ts'
import { Trouble } from './move-form.tsx'
import type { ReportView } from './report-view.ts'

/** Who gave their name is told what was decided, by hand and on record; in writing there is a paper for it. */
export function ToldPart({ view, filled }: { view: ReportView; filled: Filled }) {
  const { desk, report, steps } = view
  const { lang, today, team } = desk
  const news = mayAskContact(view) ? newsOf(report, steps) : undefined
  if (!report.tellBy && !news) return null
  return (
    <section id="told" class="noprint">
      <h2>{say(lang, words.title)}</h2>
      {report.tellBy && (
        <p class={report.tellBy < today ? 'late' : undefined}>
          {say(lang, words.until, { day: sayDay(report.tellBy, lang, yearOf(today)) })}
        </p>
      )}
      {news && (
        <p>
          <a class="btn" href={paths.toldPaper(team.id, report.id)}>
            {say(lang, words.paper, { paper: say(lang, paperWords[news.paper]) })}
          </a>
        </p>
      )}
      {report.tellBy && <ToldForm view={view} filled={filled} />}
    </section>
  )
}

function ToldForm({ view: { desk, report }, filled }: { view: ReportView; filled: Filled }) {
  const { lang, today, team } = desk
  const dated = { ...filled, typed: { toldOn: today, ...filled.typed } }
  return (
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
  )
}
