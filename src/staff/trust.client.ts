import type { Bytes } from '../sealing/bytes.ts'
import { type PersonCertificate, readCertificate } from '../sealing/certificates.ts'

/** Somebody's certificate does not hold: a key that somebody wrote into the database must not be sealed to. */
export class Untrusted extends Error {}

interface Claim {
  personId: string
  team: string
  certificate: string | null
}

/** Who somebody is as the root signed it, for exactly this person and place. Throws Untrusted. */
export async function trust(root: Bytes, { personId, team, certificate }: Claim): Promise<PersonCertificate> {
  const read = certificate === null ? undefined : await readCertificate('person', root, certificate)
  if (read?.id !== personId || read.team !== team) throw new Untrusted(personId)
  return read
}
