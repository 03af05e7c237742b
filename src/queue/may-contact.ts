import { mayHoldContact, opensWith } from '../staff/roles.ts'
import type { ReportView } from './report-view.ts'

/** Leader and deputy may ask how to reach the resident, and for a day whoever was handed the call. */
export const mayAskContact = ({ desk: { person }, handed }: ReportView): boolean =>
  mayHoldContact(person.roles) || handed.some(({ personId }) => personId === person.id)

/** Whether their browser can open what they would be handed. */
export const opensContact = ({ desk: { person }, keys, report }: ReportView): boolean =>
  !mayHoldContact(person.roles) || opensWith(keys.keys, 'contact', report.epoch)
