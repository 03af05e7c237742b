import { sayDay, yearOf } from '../clock/day.ts'
import { isComing } from '../files/store.ts'
import { escalation as words } from '../i18n/escalation.ts'
import { say } from '../i18n/speak.ts'
import { team as teamWords } from '../i18n/team.ts'
import { paths } from '../paths.ts'
import { Trouble } from '../queue/move-form.tsx'
import type { ReportView } from '../queue/report-view.ts'
import { isExported, mayExport } from '../reports/escalating.ts'
import { Field, type Filled } from '../ui/field.tsx'
import { signedForFrom, wholeOf } from './carrying.ts'
import { maySign, othersToSign } from './receiving.ts'

/** Out once as a sealed file, then the receipt, then only the stub. */
export function EscalationPart({ view, filled }: { view: ReportView; filled: Filled }) {
  const { desk, escalation } = view
  const { lang } = desk
  if (!escalation) return null
  return (
    <section id="escalation">
      <h2>{say(lang, words.title)}</h2>
      {escalation.receipt !== null ? (
        <p class="lead">
          {say(lang, words.stub, {
            day: sayDay(escalation.receiptOn ?? '', lang, 0),
            no: escalation.receipt,
          })}
        </p>
      ) : isExported(escalation, wholeOf(view).length) ? (
        <Receipt view={view} filled={filled} />
      ) : (
        <ToExport view={view} />
      )}
    </section>
  )
}

function ToExport({ view }: { view: ReportView }) {
  const { desk, report, escalation, files } = view
  const { lang, team, person } = desk
  const may = escalation && mayExport(escalation, wholeOf(view).length, person)
  return (
    <>
      <p class="box warn">{say(lang, escalation?.exportedAs === null ? words.once : words.newSince)}</p>
      {files.some(isComing) && <p class="soft">{say(lang, words.comingFiles)}</p>}
      {may ? (
        <form method="post" action={paths.escalationPackage(team.id, report.id)} data-desk>
          <input type="hidden" name="steps" value={String(report.steps)} />
          <button type="submit" class="btn go">
            {say(lang, words.open)}
          </button>
          <Trouble lang={lang} />
        </form>
      ) : (
        <p class="soft">{say(lang, words.leaderExports)}</p>
      )}
    </>
  )
}

function Receipt({ view, filled }: { view: ReportView; filled: Filled }) {
  const { lang, person } = view.desk
  return (
    <>
      <p>{say(lang, words.exported)}</p>
      {person.roles.includes('leader') && <p class="soft">{say(lang, words.lost)}</p>}
      <Sign view={view} filled={filled} />
    </>
  )
}

function Sign({ view, filled }: { view: ReportView; filled: Filled }) {
  const { desk, report } = view
  const { lang, team, today } = desk
  const from = signedForFrom(view)
  if (today < from) {
    return (
      <p class="box warn">{say(lang, words.signedForFrom, { day: sayDay(from, lang, yearOf(today)) })}</p>
    )
  }
  if (!maySign(view)) {
    const names = othersToSign(view).map(({ name }) => name)
    return <p class="soft">{say(lang, words.otherSigns, { names: names.join(say(lang, teamWords.and)) })}</p>
  }
  return (
    <form method="post" action={paths.escalationReceipt(team.id, report.id)} class="sheet-form" data-desk>
      <input type="hidden" name="steps" value={String(report.steps)} />
      <Field name="receipt" label={say(lang, words.receipt)} filled={filled} max={40} required />
      <p class="box warn">{say(lang, words.erases)}</p>
      <Trouble lang={lang} />
      <button type="submit" class="btn go">
        {say(lang, words.enter)}
      </button>
    </form>
  )
}
