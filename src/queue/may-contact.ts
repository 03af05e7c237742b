import { isGranted, mayHoldContact } from '../staff/roles.ts'
import type { ReportView } from './report-view.ts'

/** Leader and deputy may ask how to reach the resident, and for a day whoever was handed the call. */
export const mayAskContact = ({ desk: { person }, handed }: ReportView): boolean =>
  mayHoldContact(person.roles) || handed.some(({ personId }) => personId === person.id)

/** Their browser can open what they are handed then. */
export const opensContact = ({ desk: { person }, keys, report }: ReportView): boolean =>
  !mayHoldContact(person.roles) ||
  keys.keys.some(({ kind, epoch }) => isGranted(kind, 'contact') && epoch === report.epoch)
