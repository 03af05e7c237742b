import './escalation/export.client.ts'
import { enhanceEnter, isSlipOpen } from './entering/enter.client.ts'
import './fixes/photo.client.ts'
import './giving/giving.client.ts'
import { enhanceLeaving } from './leaving/leaving.client.ts'
import { enhanceSecondAddress } from './office/second-address.client.ts'
import { enhanceCodePhoto } from './posters/code-photo.client.ts'
import { enhanceMint } from './posters/mint-form.client.ts'
import { enhanceMintRound } from './posters/mint-round.client.ts'
import { enhanceZip } from './posters/qr-zip.client.ts'
import { enhanceSheetPhoto } from './posters/sheet-photo.client.ts'
import { enhanceVouched } from './posters/vouched.client.ts'
import { enhanceAttachments } from './queue/attachments.client.ts'
import { enhanceChecks } from './queue/checks.client.ts'
import { enhanceEarlier } from './queue/earlier.client.ts'
import './queue/hand-call.client.ts'
import { enhanceHiding } from './queue/hide.client.ts'
import { enhanceMistakes } from './queue/mistakes.client.ts'
import { enhanceMoves } from './queue/move.client.ts'
import { enhanceReport } from './queue/report.client.ts'
import { enhanceQueue } from './queue/rows.client.ts'
import { enhanceChecked } from './referrals/check.client.ts'
import { enhanceLetters } from './referrals/letters.client.ts'
import { enhanceTemplates } from './referrals/templates.client.ts'
import { enhanceAccount } from './staff/account.client.ts'
import { enhanceDesk } from './staff/desk-form.client.ts'
import { enhanceLock } from './staff/lock.client.ts'
import { enhanceOfficeLock } from './staff/office-lock.client.ts'
import { enhancePeople } from './staff/people.client.ts'
import { enhanceResealing } from './staff/resealing.client.ts'
import { enhanceTeamKeys } from './staff/team-keys-page.client.ts'
import { enhanceDocx } from './ui/docx.client.ts'
import { askBeforeLeaving } from './ui/unsent.client.ts'

/** Every staff page, made better: each part of the house finds its own elements and leaves the rest alone. */
function enhance(root: ParentNode) {
  enhanceChecks(root)
  enhanceDocx(root)
  enhanceQueue(root)
  enhanceReport(root)
  enhanceEarlier(root)
  enhanceAttachments(root)
  enhanceMoves(root)
  enhanceEnter(root)
  enhanceChecked(root)
  enhanceLetters(root)
  enhanceTemplates(root)
  enhanceMint(root)
  enhanceMintRound(root)
  enhanceVouched(root)
  enhanceCodePhoto(root)
  enhanceSheetPhoto(root)
  enhanceZip(root)
  enhanceAccount(root)
  enhancePeople(root)
  enhanceOfficeLock(root)
  enhanceSecondAddress(root)
  enhanceTeamKeys(root)
  enhanceResealing(root)
  enhanceLeaving(root)
  // Last: what others put back into the fields is nobody's change.
  enhanceMistakes(root)
}

askBeforeLeaving(isSlipOpen)
enhanceLock()
enhanceHiding(document)
enhanceDesk(document, enhance)
enhance(document)
