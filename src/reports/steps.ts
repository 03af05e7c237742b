import { dayOf } from '../clock/day.ts'
import type { Step } from '../log/record.ts'
import type { MoveName } from './lifecycle.ts'
import type { Report } from './tables.ts'

const HOUR = 3_600_000

/** What is noted of a report beside its moves. */
export type Noted =
  | 'file'
  | 'enter'
  | 'supplement'
  | 'message'
  | 'note'
  | 'transcript'
  | 'fixPhoto'
  | 'read'
  | 'late'
  | 'overdue'
  | 'told'
  | 'print'
  | 'counted'
  | 'erase contact'
  | 'view contact'
  | 'hand contact'
  | 'take back contact'
  | 'erase'
  | 'recuse'
  | 'end recusal'
  | 'ask for team'
  | 'hand to team'
  | 'hand to office'
  | 'open for export'
  | 'export'
  | 'receipt'
  | 'code expired'

/** What becomes of a draft before it is a move, or instead. */
export type Drafting = 'propose' | 'refuse' | 'withdraw'

export type ReportMove = MoveName | Noted | `${Drafting} ${MoveName}`

/** The next step of a report. It stays where it is unless `to` says otherwise. */
export function nextStep(
  report: Pick<Report, 'id' | 'steps' | 'state'>,
  step: Pick<Step, 'at' | 'who' | 'to' | 'why'> & { move: ReportMove },
): Step & { position: number } {
  const { id, steps, state } = report
  return { subject: `report:${id}`, position: steps + 1, from: state, to: state, ...step }
}

/**
 * When staff did something. Within the hour of filing a step has a day only, and so has every step of the day on which
 * a report was accepted within the hour: an instant beside how long acceptance took would say when the resident wrote.
 */
export function staffTime(
  { receivedAt, receivedOn, acceptedWithin }: Pick<Report, 'receivedAt' | 'receivedOn' | 'acceptedWithin'>,
  now: Date,
): string {
  const today = dayOf(now)
  const isFresh =
    receivedAt === null
      ? acceptedWithin === 'minute' || acceptedWithin === 'hour'
      : now.getTime() - Date.parse(receivedAt) <= HOUR
  // On the day after, a bare day would say that it was filed in the last hour of the day before.
  return isFresh && receivedOn === today ? today : now.toISOString()
}
