import { alarmedBefore } from '../clock/deadlines.ts'
import { limits } from '../clock/limits.ts'
import { queue } from '../i18n/queue.ts'
import { say } from '../i18n/speak.ts'
import { isPastLastDay } from '../reports/promises.ts'
import type { Desk } from './desk.ts'
import type { QueueRow } from './store.ts'

/** What nobody has accepted for days stands on top already; here it is called what it is. */
export function Alarm({ desk, rows }: { desk: Desk; rows: readonly QueueRow[] }) {
  const { lang, today, moment } = desk
  const before = alarmedBefore(today, moment.calendar)
  // Whoever was asked back has time of their own.
  const n = rows.filter(({ report }) => report.state === 'received' && report.receivedOn < before).length
  const over = rows.filter(({ report }) => isPastLastDay(report, today, moment.calendar)).length
  return (
    <>
      {n > 0 && <p class="box bad noprint">{say(lang, queue.alarm, { n, days: limits.acceptAlarm.days })}</p>}
      {over > 0 && <p class="box bad noprint">{say(lang, queue.lastDay, { n: over })}</p>}
    </>
  )
}
