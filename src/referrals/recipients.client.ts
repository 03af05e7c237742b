import type { Bytes } from '../sealing/bytes.ts'
import { readCertificate } from '../sealing/certificates.ts'
import type { Recipient } from '../sealing/recipient.ts'
import { fingerprint } from '../sealing/suite.ts'
import { OFFICE, OFFICE_EPOCH, teamHolder } from '../staff/roles.ts'

/** Nobody is sealed to whom the office's root has not signed: the page only brings certificates. */
export class NotCertified extends Error {}

interface Certificates {
  team: string
  office: string
}

/** A team's keys for words and for contact details, as its certificate has them. Throws NotCertified. */
export async function lockOfTeam(root: Bytes, team: string, certificate: string) {
  const signed = await readCertificate('team', root, certificate)
  if (signed?.team !== team) throw new NotCertified()
  const name = { rootPrint: await fingerprint(root), holder: teamHolder(team), epoch: signed.epoch }
  return { to: { ...name, key: signed.key }, contactTo: { ...name, key: signed.contactKey } }
}

/**
 * By the page's certificates, under the root that this person knows; the office in a team's place has its box. Throws
 * NotCertified.
 */
export async function recipientsOf(
  root: Bytes,
  team: string,
  certificates: Certificates,
): Promise<{ team: Recipient; office: Recipient }> {
  const rootPrint = await fingerprint(root)
  const ofOffice = await readCertificate('office', root, certificates.office)
  if (!ofOffice) throw new NotCertified()
  const office = { rootPrint, holder: OFFICE, epoch: OFFICE_EPOCH, key: ofOffice.box }
  if (team === OFFICE) return { team: office, office }
  const ofTeam = await readCertificate('team', root, certificates.team)
  if (ofTeam?.team !== team) throw new NotCertified()
  return { team: { rootPrint, holder: teamHolder(team), epoch: ofTeam.epoch, key: ofTeam.key }, office }
}
