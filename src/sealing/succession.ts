import { type Bytes, sameBytes } from './bytes.ts'
import { type Certificate, readCertificate, signCertificate } from './certificates.ts'
import { fingerprint } from './suite.ts'

/** One change of the office's root, as both roots signed it. `from`: the earlier root's 65-byte public key. */
export interface Succession {
  from: Bytes
  forward: string
  back: string
}

/** Where a pinned fingerprint leads: the root in force, and the fingerprints of all before it, oldest first. */
export interface Roots {
  root: Bytes
  earlier: readonly Bytes[]
}

/** Which of the office's boxes is in force, from 1: each root came with a box of its own. */
export const officeBox = (earlier: readonly unknown[]): number => earlier.length + 1

interface Signer {
  publicKey: Bytes
  key: CryptoKey
}

/** `number`: 1 for the first change. `on`: 'YYYY-MM-DD'. The old root names the new one, and the new one the old. */
export async function signSuccession(
  number: number,
  from: Signer,
  to: Signer,
  on: string,
): Promise<Succession> {
  const fields = { number, from: from.publicKey, to: to.publicKey, on }
  const [forward, back] = await Promise.all([
    signCertificate('succession', fields, from.key),
    signCertificate('succession', fields, to.key),
  ])
  return { from: from.publicKey, forward, back }
}

/**
 * From the fingerprint that somebody pins to `root`, over every change in its order. What came after the pin holds
 * because the root before it signed it, what came before because the root after it did: so a pin that has moved on
 * follows nothing that an earlier root signs later. `undefined` when one link is missing, forged, out of its place or
 * leads back.
 */
export async function followRoots(
  pin: Bytes,
  successions: readonly Succession[],
  root: Bytes,
): Promise<Roots | undefined> {
  const prints: Bytes[] = []
  for (const [at, link] of successions.entries()) {
    const signed = await readLink(link)
    const next = successions[at + 1]?.from ?? root
    if (signed?.number !== at + 1 || !sameBytes(signed.to, next)) return undefined
    prints.push(await fingerprint(link.from))
  }
  const current = await fingerprint(root).catch(() => undefined)
  if (!current) return undefined
  const all = [...prints, current]
  const isLoop = new Set(all.map(String)).size < all.length
  return isLoop || !all.some((one) => sameBytes(one, pin)) ? undefined : { root, earlier: prints }
}

/** Both roots have signed the same, to the letter. */
async function readLink({ from, forward, back }: Succession): Promise<Certificate<'succession'> | undefined> {
  if (forward.split('.')[0] !== back.split('.')[0]) return undefined
  const old = await readCertificate('succession', from, forward).catch(() => undefined)
  const young = old && (await readCertificate('succession', old.to, back).catch(() => undefined))
  return young && sameBytes(young.from, from) ? young : undefined
}
