import { lockOfTeam } from '../referrals/recipients.client.ts'
import { type Bytes, base64url } from '../sealing/bytes.ts'
import type { Opens } from '../sealing/recipient.ts'
import { resealContactKey } from '../sealing/reseal.client.ts'
import { sealDek } from '../sealing/seal.ts'

interface Given {
  id: string
  dek: Bytes
  /** The sealed key of the contact details, where they go along, and what opens it. */
  contact?: { key: Bytes; pair: CryptoKeyPair; name: Opens } | undefined
}

/** The fields that give a report to a team, sealed to it as the root has certified it. Throws NotCertified. */
export async function sealGiven(
  { root, team, certificate }: { root: Bytes; team: string; certificate: string },
  { id, dek, contact }: Given,
): Promise<Record<string, string>> {
  const { to, contactTo } = await lockOfTeam(root, team, certificate)
  const { pair, name, key } = contact ?? {}
  return {
    team,
    epoch: String(to.epoch),
    dek: base64url(await sealDek(dek, to, id)),
    ...(pair &&
      name &&
      key && { contactKey: base64url(await resealContactKey(pair, name, contactTo, id, key)) }),
  }
}
