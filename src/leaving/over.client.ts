import { type Bytes, base64url, fromBase64url } from '../sealing/bytes.ts'
import { readCertificate } from '../sealing/certificates.ts'
import { openDek, Unopened } from '../sealing/open.ts'
import { resealContactKey } from '../sealing/reseal.client.ts'
import { sealDek } from '../sealing/seal.ts'
import { officeBox } from '../sealing/succession.ts'
import { fingerprint } from '../sealing/suite.ts'
import { OFFICE, OFFICE_EPOCH, teamHolder } from '../staff/roles.ts'
import { Untrusted } from '../staff/trust.client.ts'

/** A report that leaves its team, as the server lists it; keys in base64url. Without `dek` only its contact goes. */
export interface Leaving {
  id: string
  steps: number
  epoch: number
  contactEpoch: number
  dek: string | null
  /** The sealed key of the contact details, which themselves stay where they are. */
  contactKey: string | null
}

interface Holder {
  root: Bytes
  team: string
  /** The office's certificate: its box is the only key anything is sealed to. */
  certificate: string
  pairOf(epoch: number, kind: 'key' | 'contact'): Promise<CryptoKeyPair | undefined>
  /** Fingerprints of the roots before this one. */
  earlier?: readonly Bytes[]
}

/**
 * What the team's keys open, sealed to the office. `undefined` when this person cannot open it: it stays for a
 * colleague who can. Throws Untrusted when the office's key is not signed by the root.
 */
export async function sealOver(
  { root, team, certificate, pairOf, earlier = [] }: Holder,
  { id, steps, epoch, contactEpoch, dek, contactKey }: Leaving,
) {
  const office = await readCertificate('office', root, certificate)
  if (!office) throw new Untrusted(OFFICE)
  const rootPrint = await fingerprint(root)
  const to = { rootPrint, holder: OFFICE, epoch: OFFICE_EPOCH, key: office.box }
  const before = earlier.map((one) => ({ rootPrint: one }))
  const from = (epoch: number) => ({ rootPrint, earlier: before, holder: teamHolder(team), epoch })
  const pair = await pairOf(epoch, 'key')
  const contactPair = await pairOf(contactEpoch, 'contact')
  try {
    return {
      steps,
      box: officeBox(earlier),
      ...(dek !== null && {
        dek: base64url(await sealDek(await openDek(held(pair), from(epoch), id, fromBase64url(dek)), to, id)),
      }),
      ...(contactKey !== null && {
        contactKey: base64url(
          await resealContactKey(held(contactPair), from(contactEpoch), to, id, fromBase64url(contactKey)),
        ),
      }),
    }
  } catch (error) {
    if (error instanceof Unopened) return undefined
    throw error
  }
}

function held(pair: CryptoKeyPair | undefined): CryptoKeyPair {
  if (!pair) throw new Unopened('key')
  return pair
}
