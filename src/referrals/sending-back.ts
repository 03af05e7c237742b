import { dayOf } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { writeWhy } from '../log/why.ts'
import { type Moment, type Moved, moveByOffice } from '../reports/moving.ts'
import { findForTeam } from '../reports/store.ts'
import { withdrawn } from './moving.ts'
import type { Referral } from './store.ts'

interface Reason {
  id: string
  envelope: Uint8Array<ArrayBuffer>
}

/**
 * The office does not sign the letter as it is: it goes back to its team with a reason, and the report with it, to be
 * drafted again. Letter and report move together or not at all, so that a letter signed meanwhile stays signed.
 */
export async function sendBack(
  db: Db,
  letter: Referral,
  reason: Reason,
  who: string,
  moment: Moment,
): Promise<Moved> {
  const report = await findForTeam(db, letter.teamId, letter.reportId, { id: who, roles: [] })
  if (letter.state !== 'approved' || report?.dueKind !== 'unitReply') return 'not allowed'
  const why = writeWhy({ received: dayOf(moment.now), referral: letter.id, back: 'office' })
  const along = withdrawn(letter, reason, { who, now: moment.now })
  return moveByOffice(db, report, 'return', who, { decided: {}, why, sealed: [], ...along }, moment)
}
