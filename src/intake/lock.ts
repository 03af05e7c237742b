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

/**
 * Whom a report is sealed to, the team or past it the office, once everything up to the printed code has been checked.
 */
export interface Lock {
  signed: CodeCertificate
  to: Recipient
  contactTo: Recipient
}

/**
 * The same check in the resident's browser and, for somebody without scripts, here. What is broken comes back by name.
 */
export async function lockFor(chain: Chain): Promise<Lock | Broken['broken']> {
  const verified = await verifyChain(chain)
  if (!verified.ok) return verified.broken
  const { team, epoch, key, contactKey } = verified.team
  const name = { rootPrint: verified.rootPrint, holder: `team:${team}`, epoch }
  return { signed: verified.code, to: { ...name, key }, contactTo: { ...name, key: contactKey } }
}

/** The office's own keys have one epoch and one box, for words and for contact details. */
export async function officeLockFor(chain: OfficeChain): Promise<Lock | Broken['broken']> {
  const verified = await verifyOfficeChain(chain)
  if (!verified.ok) return verified.broken
  const box = { rootPrint: verified.rootPrint, holder: OFFICE, epoch: OFFICE_EPOCH, key: verified.box }
  return { signed: verified.code, to: box, contactTo: box }
}
