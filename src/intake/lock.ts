import type { Day } from '../clock/day.ts'
import type { FoundCode } from '../posters/store.ts'
import type { CodeCertificate } from '../sealing/certificates.ts'
import {
  type Broken,
  type Chain,
  type OfficeChain,
  verifyChain,
  verifyOfficeChain,
} from '../sealing/chain.ts'
import type { Recipient } from '../sealing/recipient.ts'
import { OFFICE, OFFICE_EPOCH } from '../staff/roles.ts'
import type { Door } from './door.ts'

/**
 * Whom a report is sealed to, the team or past it the office, once everything up to the printed code has been checked.
 */
export interface Lock {
  signed: CodeCertificate
  to: Recipient
  contactTo: Recipient
}

/** The lock, or by its name what is broken. */
export type Checked = Lock | Broken['broken']

/** The same check in the resident's browser and, for somebody without scripts, here. */
export async function lockFor(chain: Chain): Promise<Checked> {
  const verified = await verifyChain(chain)
  if (!verified.ok) return verified.broken
  const { team, epoch, key, contactKey } = verified.team
  const name = { rootPrint: verified.rootPrint, holder: `team:${team}`, epoch }
  return { signed: verified.code, to: { ...name, key }, contactTo: { ...name, key: contactKey } }
}

/** The office's own keys have one epoch and one box, for words and for contact details. */
export async function officeLockFor(chain: OfficeChain): Promise<Checked> {
  const verified = await verifyOfficeChain(chain)
  if (!verified.ok) return verified.broken
  const box = { rootPrint: verified.rootPrint, holder: OFFICE, epoch: OFFICE_EPOCH, key: verified.box }
  return { signed: verified.code, to: box, contactTo: box }
}

/** Checks everything between the printed code and the key behind this door. */
export function lockBehind({ code }: FoundCode, { to, certificate }: Door, today: Day): Promise<Checked> {
  const { token, root, salt } = code
  const printed = { token, root, salt, code: code.certificate }
  if (to === 'office') return officeLockFor({ ...printed, office: certificate })
  return lockFor({ ...printed, team: certificate, days: [today] })
}
