import type { Bytes } from '../sealing/bytes.ts'
import { type PersonCertificate, readCertificate } from '../sealing/certificates.ts'

/** Somebody's certificate does not hold: a key that somebody wrote into the database must not be sealed to. */
export class Untrusted extends Error {}

interface Claim {
  personId: string
  team: string
  certificate: string | null
}

/** Who somebody is and whose keys these are as the root signed it, wherever that was. Throws Untrusted. */
export async function trustAnywhere(
  root: Bytes,
  { personId, certificate }: Omit<Claim, 'team'>,
): Promise<PersonCertificate> {
  const read = certificate === null ? undefined : await readCertificate('person', root, certificate)
  if (read?.id !== personId) throw new Untrusted(personId)
  return read
}

/** The same for exactly this person and place. Throws Untrusted. */
export async function trust(root: Bytes, { team, ...claim }: Claim): Promise<PersonCertificate> {
  const read = await trustAnywhere(root, claim)
  if (read.team !== team) throw new Untrusted(claim.personId)
  return read
}
