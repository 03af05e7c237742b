import { reportWords } from '../i18n/report.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { base64url } from '../sealing/bytes.ts'
import type { EarlierLock as Lock } from './earlier.ts'
import type { ReportView } from './report-view.ts'

/** Shown by the script, where the lock in use does not open what an earlier one opens. */
export function EarlierLock({ view: { desk, report, earlier, about } }: { view: ReportView }) {
  if (earlier.length === 0) return null
  const { lang, team } = desk
  const locks: Lock[] = earlier.map(({ dek, contactKey, ...one }) => ({
    ...one,
    dek: base64url(dek),
    contactKey: contactKey ? base64url(contactKey) : null,
  }))
  return (
    <div class="box bad noprint" role="alert" data-earlier={JSON.stringify(locks)} hidden>
      <p>{say(lang, reportWords.earlierOpens, { office: about.office.shortName })}</p>
      <form method="post" action={paths.putBack(team.id, report.id)} data-desk>
        <input type="hidden" name="number" />
        <input type="hidden" name="epoch" value={String(report.epoch)} />
        <button type="submit" class="btn">
          {say(lang, reportWords.putBack)}
        </button>
      </form>
    </div>
  )
}
