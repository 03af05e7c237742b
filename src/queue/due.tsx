import type { Calendar } from '../clock/calendar.ts'
import type { Day } from '../clock/day.ts'
import { workingDaysLeft } from '../clock/working-days.ts'
import { fixes } from '../i18n/fixes.ts'
import { dueWords } from '../i18n/queue.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { isFixLate, nextDue } from '../reports/placing.ts'
import type { Report } from '../reports/tables.ts'

interface Props {
  lang: Lang
  report: Pick<Report, 'due' | 'dueKind'> & Partial<Pick<Report, 'tellBy'>>
  today: Day
  calendar: Calendar
  /** Whose turn it was, and who is pressed next, where a fix is late. */
  unit?: string | null
}

/** How long there is, in words, and what for. */
export function Due({ lang, report, today, calendar, unit }: Props) {
  const { tellBy = null } = report
  const due = nextDue({ due: report.due, tellBy })
  if (!due) return null
  const kind = due === report.due ? report.dueKind : 'tell'
  const left = workingDaysLeft(today, due, calendar)
  return (
    <>
      <span class={left < 0 ? 'late' : left <= 1 ? 'due' : undefined}>{leftWords(lang, left)}</span>
      {kind && <small class="soft">{say(lang, dueWords[kind])}</small>}
      {unit && kind === 'fix' && isFixLate(report, today) && (
        <small class="soft">{say(lang, fixes.press, { unit })}</small>
      )}
    </>
  )
}

function leftWords(lang: Lang, left: number): string {
  if (left === 0) return say(lang, dueWords.today)
  if (left === 1) return say(lang, dueWords.leftOne)
  if (left === -1) return say(lang, dueWords.overOne)
  return left > 0 ? say(lang, dueWords.left, { n: left }) : say(lang, dueWords.over, { n: -left })
}
