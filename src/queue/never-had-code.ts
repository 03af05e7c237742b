import type { ReportView } from './report-view.ts'

/** It came without a query code. One that there was has died by a step, or went with what was thrown away. */
export const neverHadCode = ({ report, steps }: Pick<ReportView, 'report' | 'steps'>): boolean =>
  report.lookupHash === null && !steps.some(({ move }) => move === 'code expired' || move === 'erase')
