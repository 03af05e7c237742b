import { isOut } from '../referrals/letter-states.ts'
import type { Letters, Situation } from '../reports/offers.ts'
import { situationOf } from '../reports/situation.ts'
import type { ReportView } from './report-view.ts'

export const lettersIn = ({ about: { referring, wasExtended } }: ReportView): Letters => ({
  unnamed: referring.designated === null,
  unsent: !isOut(referring.current),
  extended: wasExtended,
})

/** What the table asks of a report as its page has it, its letters among it. */
export const situationIn = (view: ReportView): Situation =>
  situationOf(view.report, view.desk.today, lettersIn(view))
