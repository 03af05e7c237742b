import { isOut } from '../referrals/letter-states.ts'
import { subjectOf } from '../reports/moving.ts'
import type { Letters, Subject } from '../reports/offers.ts'
import type { ReportView } from './report-view.ts'

export const lettersIn = ({ about: { referring, wasExtended } }: ReportView): Letters => ({
  unnamed: referring.designated === null,
  unsent: !isOut(referring.current),
  extended: wasExtended,
})

/** What the table asks of a report as its page has it, its letters among it. */
export const subjectIn = (view: ReportView): Subject =>
  subjectOf(view.report, view.desk.today, lettersIn(view))
