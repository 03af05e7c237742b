import { isOut } from '../referrals/letter-states.ts'
import { subjectOf } from '../reports/moving.ts'
import type { Subject } from '../reports/offers.ts'
import type { ReportView } from './report-view.ts'

/** What the table asks of a report as its page has it, its letters among it. */
export const subjectIn = ({ desk, report, about }: ReportView): Subject => ({
  ...subjectOf(report, desk.today),
  unnamed: about.referring.designated === null,
  unsent: !isOut(about.referring.current),
  extended: about.wasExtended,
})
