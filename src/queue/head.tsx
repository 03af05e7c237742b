import { lastOrder } from '../fixes/order.ts'
import { fixes } from '../i18n/fixes.ts'
import { handling } from '../i18n/handling-sheet.ts'
import { riskWords } from '../i18n/moves.ts'
import { queue } from '../i18n/queue.ts'
import { reportWords } from '../i18n/report.ts'
import { say } from '../i18n/speak.ts'
import { team as words } from '../i18n/team.ts'
import { paths } from '../paths.ts'
import { supervisedBy } from '../referrals/supervised.ts'
import { isFixLate } from '../reports/placing.ts'
import { Dues, duesOf } from './dues.tsx'
import { Flags } from './flags.tsx'
import type { ReportView } from './report-view.ts'
import { kindAndCategory, numberWords, ownerWords, stateName } from './words.ts'

/** What the register says of it, in one glance. */
export function Head({ view }: { view: ReportView }) {
  const { desk, report, unit, town, names } = view
  const { lang, today } = desk
  return (
    <header class="head">
      <h1>
        {say(lang, words.report)} <span class="n">{numberWords(report.enquiryNumber)}</span>
      </h1>
      <p class="lead">
        {town ? say(lang, reportWords.inTown, { unit: unit?.name ?? '', town }) : unit?.name} ·{' '}
        {kindAndCategory(lang, desk.names, report)} · {stateName(desk, report)}
      </p>
      <dl class="facts">
        {duesOf(report).length > 0 && (
          <>
            <dt>{say(lang, queue.due)}</dt>
            <dd>
              <Dues view={view} />
            </dd>
          </>
        )}
        <dt>{say(lang, queue.owner)}</dt>
        <dd>{ownerWords(lang, report.owner && names.get(report.owner), view.ownerLeft)}</dd>
        {report.risk && (
          <>
            <dt>{say(lang, reportWords.risk)}</dt>
            <dd class={report.risk === 'high' ? 'late' : undefined}>{say(lang, riskWords[report.risk])}</dd>
          </>
        )}
      </dl>
      <p class="flags">
        <Flags lang={lang} report={report} />
      </p>
      {isFixLate(report, today) && (
        <p class="box warn">
          {say(lang, fixes.late, { unit: unit?.name ?? '', office: view.about.office.shortName })}
        </p>
      )}
      {view.about.referring.supervisions
        .filter(({ referralId }) => referralId === lastOrder(view.steps)?.part)
        .map((one) => (
          <p>{supervisedBy(lang, one, today)}</p>
        ))}
      {!view.escalation && (
        <p class="noprint">
          <a href={paths.handlingSheet(desk.team.id, report.id)}>{say(lang, handling.link)}</a>
          {lastOrder(view.steps) && (
            <>
              {' · '}
              <a href={paths.fixNotice(desk.team.id, report.id)}>{say(lang, fixes.notice)}</a>
            </>
          )}
        </p>
      )}
    </header>
  )
}
