import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { lastOrder } from '../fixes/order.ts'
import { fixes } from '../i18n/fixes.ts'
import { handling } from '../i18n/handling-sheet.ts'
import { riskWords } from '../i18n/moves.ts'
import { dueWords, queue } from '../i18n/queue.ts'
import { reportWords } from '../i18n/report.ts'
import { say } from '../i18n/speak.ts'
import { team as words } from '../i18n/team.ts'
import { paths } from '../paths.ts'
import { isOpen } from '../reports/lifecycle.ts'
import { isFixLate } from '../reports/placing.ts'
import { Due } from './due.tsx'
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

/** Each day by which something of it is due, what, and how long there is. */
export function Dues({ view }: { view: ReportView }) {
  const { desk, report } = view
  const { lang, today, moment } = desk
  return (
    <>
      {duesOf(report).map(({ kind, day }) => (
        <div>
          {kind && say(lang, dueWords[kind])} {sayDay(day, lang, yearOf(today))} ·{' '}
          <Due lang={lang} report={{ due: day, dueKind: null }} today={today} calendar={moment.calendar} />
          {kind !== 'tell' && <Promised view={view} />}
        </div>
      ))}
    </>
  )
}

/** What is due next of it, and that somebody is to be told: the sooner first, as in the queue. */
export function duesOf({ due, dueKind, tellBy }: ReportView['report']) {
  const dues: { kind: typeof dueKind | 'tell'; day: Day }[] = []
  if (due) dues.push({ kind: dueKind, day: due })
  if (tellBy) dues.push({ kind: 'tell', day: tellBy })
  return dues.sort((one, other) => (one.day < other.day ? -1 : 1))
}

/** What the resident was promised, and what they had been promised before. */
function Promised({ view: { desk, report } }: { view: ReportView }) {
  const { lang, today } = desk
  const { askedFrom, due, promise, promiseBefore, state } = report
  // Asked before acceptance: what was promised is word on that, and it waits for the resident.
  const isWord = state === 'needsInfo' && askedFrom === 'received'
  if (!promise || state === 'received' || !isOpen(state) || (due === promise && !promiseBefore && !isWord))
    return null
  const day = (on: string) => sayDay(on, lang, yearOf(today))
  // To be mended sooner than it was to be answered: the answer is still promised for the later day.
  const later = promiseBefore && promiseBefore > promise ? promiseBefore : null
  const before = promiseBefore && !later && say(lang, reportWords.late, { old: day(promiseBefore) })
  return (
    <span class="soft">
      {' · '}
      {say(lang, isWord ? reportWords.promisedWord : reportWords.promised, { day: day(later ?? promise) })}
      {before}
    </span>
  )
}
