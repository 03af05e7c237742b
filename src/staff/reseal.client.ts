import { type Bytes, base64url, fromBase64url } from '../sealing/bytes.ts'
import { readCertificate } from '../sealing/certificates.ts'
import { openDek, Unopened } from '../sealing/open.ts'
import { resealContact } from '../sealing/reseal.client.ts'
import { sealDek } from '../sealing/seal.ts'
import { fingerprint } from '../sealing/suite.ts'
import { teamHolder } from './roles.ts'
import { Untrusted } from './trust.client.ts'

/** A report as the server lists it; envelopes in base64url. */
export interface Behind {
  id: string
  epoch: number
  dek: string
  contact: string | null
}

interface Holder {
  root: Bytes
  team: string
  /** The team's certificate in force: the only key anything is sealed to. */
  certificate: string
  pairOf(epoch: number, kind: 'key' | 'contact'): Promise<CryptoKeyPair | undefined>
}

/**
 * Seals what the earlier key opens to the one in force. What this person cannot open is left out: it stays as it is
 * for somebody who can. Throws Untrusted when the certificate is not this team's, signed by the root.
 */
export async function resealAll(by: Holder, behind: readonly Behind[]) {
  const team = await readCertificate('team', by.root, by.certificate)
  if (team?.team !== by.team) throw new Untrusted(by.team)
  const named = { root: await fingerprint(by.root), holder: teamHolder(by.team) }
  const to = { ...named, epoch: team.epoch }
  const each = await Promise.all(
    behind.map(async ({ id, epoch, dek, contact }) => {
      const from = { ...named, epoch }
      const [pair, contactPair] = [await by.pairOf(epoch, 'key'), await by.pairOf(epoch, 'contact')]
      if (!pair || (contact !== null && !contactPair)) return []
      try {
        const opened = await openDek(pair, from, id, fromBase64url(dek))
        const sealed = {
          id,
          from: epoch,
          dek: base64url(await sealDek(opened, { ...to, key: team.key }, id)),
        }
        if (contact === null || !contactPair) return [sealed]
        const recipient = { ...to, key: team.contactKey }
        const moved = await resealContact(contactPair, from, recipient, id, fromBase64url(contact))
        return [{ ...sealed, contact: base64url(moved) }]
      } catch (error) {
        if (error instanceof Unopened) return []
        throw error
      }
    }),
  )
  return { epoch: team.epoch, sealed: each.flat() }
}
