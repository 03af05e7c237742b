import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { dueWords } from '../i18n/queue.ts'
import { reportWords } from '../i18n/report.ts'
import { say } from '../i18n/speak.ts'
import { isOpen } from '../reports/lifecycle.ts'
import { Due } from './due.tsx'
import type { ReportView } from './report-view.ts'

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
