import { addDays, type Day } from '../clock/day.ts'
import { limits } from '../clock/limits.ts'
import type { Letters, Situation } from './offers.ts'
import type { Report } from './tables.ts'

type Columns = Pick<
  Report,
  | 'kind'
  | 'state'
  | 'askedFrom'
  | 'held'
  | 'owner'
  | 'pendingMove'
  | 'pendingBy'
  | 'conclusion'
  | 'concludedOn'
  | 'unread'
  | 'dueKind'
  | 'tellBy'
  | 'lookupHash'
> &
  Partial<Pick<Report, 'resultBy' | 'erasedOn'>>

/** Of letters that nobody has read: nothing is made then that waits for them. */
const notRead: Letters = { unsent: true, extended: true, unnamed: true }

/** What the table asks of a report, as its columns have it; of its letters the worst, unless they were read. */
export const situationOf = (report: Columns, today: Day, letters = notRead): Situation => ({
  kind: report.kind,
  state: report.state,
  askedFrom: report.askedFrom,
  held: report.held,
  owner: report.owner,
  hasResult: report.conclusion !== null,
  resultBy: report.resultBy ?? null,
  withoutQueryCode: report.lookupHash === null,
  awaitsUnit: report.dueKind === 'unitReply' || report.dueKind === 'fix',
  // A void report may be gone sooner, where the office has set it so.
  quiet:
    Boolean(report.erasedOn) ||
    (!report.unread &&
      report.concludedOn !== null &&
      addDays(report.concludedOn, limits[report.state === 'voided' ? 'voided' : 'archive'].days) <= today),
  untold: report.tellBy !== null,
  pending: report.pendingMove && report.pendingBy ? { move: report.pendingMove, by: report.pendingBy } : null,
  // Last: spread first, it has room made anew for each that follows, and all takes a hundred times as long.
  ...letters,
})
