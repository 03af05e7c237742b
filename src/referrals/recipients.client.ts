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

/** By the page's certificates, under the root that this person knows. Throws NotCertified. */
export async function recipientsOf(
  root: Bytes,
  team: string,
  certificates: Certificates,
): Promise<{ team: Recipient; office: Recipient }> {
  const [ofTeam, ofOffice] = await Promise.all([
    readCertificate('team', root, certificates.team),
    readCertificate('office', root, certificates.office),
  ])
  if (ofTeam?.team !== team || !ofOffice) throw new NotCertified()
  const print = await fingerprint(root)
  return {
    team: { root: print, holder: teamHolder(team), epoch: ofTeam.epoch, key: ofTeam.key },
    office: { root: print, holder: OFFICE, epoch: OFFICE_EPOCH, key: ofOffice.box },
  }
}
