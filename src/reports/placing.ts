import type { Day } from '../clock/day.ts'
import { isOpen } from './lifecycle.ts'
import type { Report } from './tables.ts'

/** What is due first: the next step, or telling somebody who gave their name. */
export const nextDue = ({ due, tellBy }: Pick<Report, 'due' | 'tellBy'>): Day | null =>
  tellBy !== null && (due === null || tellBy < due) ? tellBy : due

/** Whether what the unit was ordered to mend should be mended by now. */
export const isFixLate = ({ due, dueKind }: Pick<Report, 'due' | 'dueKind'>, today: Day): boolean =>
  dueKind === 'fix' && due !== null && due < today

type Placed = Pick<
  Report,
  'id' | 'state' | 'held' | 'urgent' | 'afraid' | 'identityMode' | 'due' | 'tellBy' | 'receivedOn' | 'unread'
>

/**
 * The queue's order as one key: urgent, rank, due date, those who gave their name (优先办理, as the form promises them),
 * day of filing, id. A closed report has none, unless its
 * resident has written and nobody has read it, or has given their name and is still to be told; nor has a held one.
 */
export function placeInQueue(report: Placed, today: Day): Pick<Report, 'rank' | 'queueKey'> {
  const due = nextDue(report)
  const overdue = due !== null && due < today
  const unaccepted = report.state === 'received' || report.state === 'needsInfo'
  const rank = overdue ? 0 : report.afraid && unaccepted ? 1 : 2
  if (report.held) return { rank, queueKey: null }
  if (!isOpen(report.state) && !report.unread && report.tellBy === null) return { rank, queueKey: null }
  const urgency = report.urgent ? 0 : 1
  const first = report.identityMode === 'named' ? 0 : 1
  return { rank, queueKey: `${urgency}${rank}${due ?? '9999-12-31'}${first}${report.receivedOn}${report.id}` }
}
