import type { CodeCertificate } from '../sealing/certificates.ts'
import { type Broken, type Chain, verifyChain } from '../sealing/chain.ts'
import type { Recipient } from '../sealing/recipient.ts'

/** Whom a report is sealed to, once everything up to the printed code has been checked. */
export interface Lock {
  signed: CodeCertificate
  team: Recipient
  contactTo: Recipient
}

/** The same check in the resident's browser and, for somebody without scripts, here. What is broken comes back by name. */
export async function lockFor(chain: Chain): Promise<Lock | Broken['broken']> {
  const verified = await verifyChain(chain)
  if (!verified.ok) return verified.broken
  const { team, epoch, key, contactKey } = verified.team
  const name = { root: verified.root, holder: `team:${team}`, epoch }
  return { signed: verified.code, team: { ...name, key }, contactTo: { ...name, key: contactKey } }
}
