import { type Bytes, base64url, fromBase64url } from '../sealing/bytes.ts'
import { readCertificate } from '../sealing/certificates.ts'
import { sealLetterKey } from '../sealing/letters.ts'
import { openDek, openLetterKey, Unopened } from '../sealing/open.ts'
import { resealContactKey } from '../sealing/reseal.client.ts'
import { sealDek } from '../sealing/seal.ts'
import { fingerprint } from '../sealing/suite.ts'
import { teamHolder } from './roles.ts'
import { Untrusted } from './trust.client.ts'

/** A report as the server lists it; envelopes in base64url. */
export interface Behind {
  id: string
  epoch: number
  dek: string
  /** The sealed key of the contact details, which themselves stay where they are. */
  contactKey: string | null
}

interface Holder {
  root: Bytes
  team: string
  /** The team's certificate in force: the only key anything is sealed to. */
  certificate: string
  pairOf(epoch: number, kind: 'key' | 'contact'): Promise<CryptoKeyPair | undefined>
  /** Fingerprints of the roots before this one. */
  earlier?: readonly Bytes[]
}

/** A letter, or the reason of a permit, as the server lists it. */
export interface LetterBehind {
  of: 'referral' | 'permit'
  id: string
  epoch: number
  key: string
}

/** The team key in force, as the root signed it. Throws Untrusted. */
async function keyInForce(by: Holder) {
  const team = await readCertificate('team', by.root, by.certificate)
  if (team?.team !== by.team) throw new Untrusted(by.team)
  const named = { root: await fingerprint(by.root), holder: teamHolder(by.team) }
  const before = { earlier: by.earlier?.map((print) => ({ root: print })) ?? [] }
  return { team, named, before }
}

/** What cannot be opened stays as it is, for somebody who can. */
const leftOut = (error: unknown): [] => {
  if (error instanceof Unopened) return []
  throw error
}

/** The keys of letters, in the same way. */
export async function resealLetterKeys(by: Holder, letters: readonly LetterBehind[]) {
  const { team, named, before } = await keyInForce(by)
  const to = { ...named, epoch: team.epoch, key: team.key }
  const each = await Promise.all(
    letters.map(async ({ of, id, epoch, key }) => {
      const pair = await by.pairOf(epoch, 'key')
      if (!pair) return []
      return openLetterKey(pair, { ...named, ...before, epoch }, id, fromBase64url(key))
        .then(async (opened) => [
          { of, id, from: epoch, key: base64url(await sealLetterKey(opened, to, id)) },
        ])
        .catch(leftOut)
    }),
  )
  return { epoch: team.epoch, sealed: each.flat() }
}

/**
 * Seals what the earlier key opens to the one in force. What this person cannot open is left out: it stays as it is
 * for somebody who can. Throws Untrusted when the certificate is not this team's, signed by the root.
 */
export async function resealAll(by: Holder, behind: readonly Behind[]) {
  const { team, named, before } = await keyInForce(by)
  const to = { ...named, epoch: team.epoch }
  const each = await Promise.all(
    behind.map(async ({ id, epoch, dek, contactKey }) => {
      const from = { ...named, ...before, epoch }
      const [pair, contactPair] = [await by.pairOf(epoch, 'key'), await by.pairOf(epoch, 'contact')]
      if (!pair || (contactKey !== null && !contactPair)) return []
      try {
        const opened = await openDek(pair, from, id, fromBase64url(dek))
        const sealed = {
          id,
          from: epoch,
          dek: base64url(await sealDek(opened, { ...to, key: team.key }, id)),
        }
        if (contactKey === null || !contactPair) return [sealed]
        const recipient = { ...to, key: team.contactKey }
        const moved = await resealContactKey(contactPair, from, recipient, id, fromBase64url(contactKey))
        return [{ ...sealed, contactKey: base64url(moved) }]
      } catch (error) {
        return leftOut(error)
      }
    }),
  )
  return { epoch: team.epoch, sealed: each.flat() }
}
