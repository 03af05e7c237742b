import { type Bytes, base64url, fromBase64url } from '../sealing/bytes.ts'
import { readCertificate } from '../sealing/certificates.ts'
import { sealLetterKey } from '../sealing/letters.ts'
import { openDek, openLetterKey, Unopened } from '../sealing/open.ts'
import type { Opens } from '../sealing/recipient.ts'
import { resealContactKey } from '../sealing/reseal.client.ts'
import { sealDek } from '../sealing/seal.ts'
import { officeBox } from '../sealing/succession.ts'
import { fingerprint } from '../sealing/suite.ts'
import { namedEpoch, OFFICE, teamHolder } from './roles.ts'
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
  /** A team's id, or `office`. */
  team: string
  /** Its certificate in force: the only key anything is sealed to. */
  certificate: string
  pairOf(epoch: number, kind: 'key' | 'contact'): Promise<CryptoKeyPair | undefined>
  /** Fingerprints of the roots before this one, and for the office the boxes that came with them. */
  earlier?: Opens['earlier']
}

/** A letter, or the reason of a permit, as the server lists it. */
export interface LetterBehind {
  of: 'referral' | 'permit'
  id: string
  epoch: number
  key: string
}

/** The lock in force, as the root signed it, and under what names things open. Throws Untrusted. */
async function trustedLock(by: Holder) {
  const holder = teamHolder(by.team)
  const named = { rootPrint: await fingerprint(by.root), holder }
  const opens = (epoch: number): Opens => ({
    ...named,
    epoch: namedEpoch(holder, epoch),
    ...(by.earlier && { earlier: by.earlier }),
  })
  const { epoch, key, contactKey } = await (by.team === OFFICE ? boxInForce(by) : teamInForce(by))
  const to = { ...named, epoch: namedEpoch(holder, epoch) }
  return { epoch, opens, to: { ...to, key }, contactTo: { ...to, key: contactKey } }
}

async function teamInForce({ root, team, certificate }: Holder) {
  const signed = await readCertificate('team', root, certificate)
  if (signed?.team !== team) throw new Untrusted(team)
  return signed
}

/** The office has one box for words and for contact details; each root brings the next. */
async function boxInForce({ root, certificate, earlier = [] }: Holder) {
  const signed = await readCertificate('office', root, certificate)
  if (!signed) throw new Untrusted(OFFICE)
  return { epoch: officeBox(earlier), key: signed.box, contactKey: signed.box }
}

/** What cannot be opened stays as it is, for somebody who can. */
const leftOut = (error: unknown): [] => {
  if (error instanceof Unopened) return []
  throw error
}

/** The keys of letters, in the same way. */
export async function resealLetterKeys(by: Holder, letters: readonly LetterBehind[]) {
  const { epoch, opens, to } = await trustedLock(by)
  const each = await Promise.all(
    letters.map(async ({ of, id, epoch: from, key }) => {
      const pair = await by.pairOf(from, 'key')
      if (!pair) return []
      return openLetterKey(pair, opens(from), id, fromBase64url(key))
        .then(async (opened) => [{ of, id, from, key: base64url(await sealLetterKey(opened, to, id)) }])
        .catch(leftOut)
    }),
  )
  return { epoch, sealed: each.flat() }
}

/**
 * Seals what the earlier key opens to the one in force. What this person cannot open is left out: it stays as it is
 * for somebody who can. Throws Untrusted when the certificate is not this holder's, signed by the root.
 */
export async function resealAll(by: Holder, behind: readonly Behind[]) {
  const { epoch, opens, to, contactTo } = await trustedLock(by)
  const each = await Promise.all(
    behind.map(async ({ id, epoch: from, dek, contactKey }) => {
      const [pair, contactPair] = [await by.pairOf(from, 'key'), await by.pairOf(from, 'contact')]
      if (!pair || (contactKey !== null && !contactPair)) return []
      try {
        const opened = await openDek(pair, opens(from), id, fromBase64url(dek))
        const sealed = { id, from, dek: base64url(await sealDek(opened, to, id)) }
        if (contactKey === null || !contactPair) return [sealed]
        const old = fromBase64url(contactKey)
        const moved = await resealContactKey(contactPair, opens(from), contactTo, id, old)
        return [{ ...sealed, contactKey: base64url(moved) }]
      } catch (error) {
        return leftOut(error)
      }
    }),
  )
  return { epoch, sealed: each.flat() }
}
