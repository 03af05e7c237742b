import type { Bytes } from '../sealing/bytes.ts'
import type { KeyName, Opens } from '../sealing/recipient.ts'
import { resealContactKey } from '../sealing/reseal.client.ts'
import { fingerprint } from '../sealing/suite.ts'
import { trust } from '../staff/trust.client.ts'

// What a leader's browser does to hand one call over. No page is needed: the cast does the same.

export const officerHolder = (personId: string) => `person:${personId}`

/** An officer's own key has no epochs: it is theirs for as long as they are certified. */
export const officerName = async (root: Bytes, personId: string): Promise<KeyName> => ({
  rootPrint: await fingerprint(root),
  holder: officerHolder(personId),
  epoch: 0,
})

interface Officer {
  personId: string
  team: string
  certificate: string | null
}

/**
 * The key of one report's contact, sealed anew to one officer whom the root has certified. Throws Untrusted or
 * Unopened.
 */
export async function sealToOfficer(
  root: Bytes,
  held: { pair: CryptoKeyPair; name: Opens },
  officer: Officer,
  reportId: string,
  sealedKey: Bytes,
): Promise<Bytes> {
  const { sealingKey } = await trust(root, officer)
  const to = { ...(await officerName(root, officer.personId)), key: sealingKey }
  return resealContactKey(held.pair, held.name, to, reportId, sealedKey)
}
