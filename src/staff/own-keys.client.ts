import { type Bytes, fromBase64url } from '../sealing/bytes.ts'
import { importKeys, importSigning, openGrant } from '../sealing/open.ts'
import type { Opens } from '../sealing/recipient.ts'
import { officeBox, type Roots } from '../sealing/succession.ts'
import { fingerprint } from '../sealing/suite.ts'
import type { OwnKey } from '../ui/own-keys.tsx'
import { type HeldKeys, heldKeys } from './key-store.client.ts'
import { lock } from './lock.client.ts'
import { namedEpoch, OFFICE } from './roles.ts'
import { rootsIn, shownSuccessions } from './shown-roots.ts'

/** The page's office root is not the one in this person's own bundle: the server, or somebody before it, lies. */
export class WrongRoot extends Error {}

/** The page carries no such key for this person. */
export class NotHeld extends Error {}

const opened = new WeakMap<HeldKeys, Map<string, Promise<unknown>>>()

/** For opening what is sealed to that key. `undefined` when this person does not hold it. */
export async function ownPair(
  holder: string,
  epoch: number,
  kind: 'key' | 'contact' | 'box',
): Promise<CryptoKeyPair | undefined> {
  const key = onPage(holder, holder === OFFICE ? shownBox() : epoch, kind)
  return key && pairOf(key)
}

/**
 * Under what that key opens: the root in force, and for what is older the roots before it and the office's boxes then.
 */
export async function ownName(holder: string, epoch: number): Promise<Opens> {
  const { root, earlier } = await officeRoots()
  const before = earlier.map(async (print, at) => {
    const key = holder === OFFICE ? onPage(OFFICE, at + 1, 'box') : undefined
    return { rootPrint: print, pair: key && (await pairOf(key)) }
  })
  const named = { rootPrint: await fingerprint(root), holder, epoch: namedEpoch(holder, epoch) }
  return { ...named, earlier: await Promise.all(before) }
}

function pairOf(key: OwnKey): Promise<CryptoKeyPair> {
  const { holder, epoch, kind } = key
  return once(`pair ${holder} ${epoch} ${kind}`, async (held) => {
    const privateKey = await opening(held, key)
    return importKeys({ publicKey: fromBase64url(key.publicKey), privateKey })
  })
}

/** PKCS #8, for handing the key on. Throws NotHeld. */
export async function ownRawKey(holder: string, epoch: number, kind: OwnKey['kind']): Promise<Bytes> {
  const key = onPage(holder, epoch, kind)
  if (!key) throw new NotHeld(kind)
  return opening(await mine(), key)
}

/** The office's private keys, PKCS #8, with the boxes before this one, oldest first. Throws NotHeld. */
export async function ownOfficeKeys() {
  const before = Array.from({ length: shownBox() - 1 }, (_, at) => ownRawKey(OFFICE, at + 1, 'box'))
  return {
    root: await ownRawKey(OFFICE, shownBox(), 'root'),
    box: await ownRawKey(OFFICE, shownBox(), 'box'),
    boxes: await Promise.all(before),
  }
}

/** Signs as the office. Throws NotHeld for who is no administrator. */
export const rootSigner = (): Promise<CryptoKey> =>
  once('root', async () => importSigning(await ownRawKey(OFFICE, shownBox(), 'root')))

/** Signs as this person. */
export const signer = async (): Promise<CryptoKey> => (await mine()).signing

/** Opens what is sealed to this person, such as the secret of an activation sheet. */
export const ownSealing = async (): Promise<CryptoKeyPair> => (await mine()).sealing

/** Who this person is and the key to seal to them, from their own bundle: never what a page says. */
export async function ownPublic(): Promise<{ personId: string; sealingKey: Bytes }> {
  const { id, sealing } = await mine()
  return { personId: id, sealingKey: new Uint8Array(await crypto.subtle.exportKey('raw', sealing.publicKey)) }
}

/** The page's office root, to which the fingerprint in this person's own bundle leads. Throws WrongRoot. */
export const officeRoot = async (): Promise<Bytes> => (await officeRoots()).root

/** The same with the fingerprints of all before it, and which box came with it. Throws WrongRoot. */
export const officeRoots = (): Promise<Roots & { box: number }> =>
  once(`office root ${page()?.dataset.root}`, rootsFor)

async function rootsFor({ root: pin }: HeldKeys) {
  const { root = '', successions } = page()?.dataset ?? {}
  const found = await rootsIn(pin, root, successions)
  if (!found) throw new WrongRoot()
  return { ...found, box: officeBox(found.earlier) }
}

/** Which of the office's own keys are in force, by what the page shows. */
const shownBox = () => officeBox(shownSuccessions(page()?.dataset.successions))

const page = () => document.getElementById('own-keys')

function onPage(holder: string, epoch: number, kind: OwnKey['kind']): OwnKey | undefined {
  const keys = JSON.parse(page()?.dataset.keys ?? '[]') as OwnKey[]
  return keys.find((key) => key.holder === holder && key.epoch === epoch && key.kind === kind)
}

/** Where the page's root is not to be trusted, by the pinned one: what is opened with it is not shown then. */
async function opening(held: HeldKeys, { holder, epoch, kind, envelope }: OwnKey): Promise<Bytes> {
  const roots = await officeRoots().catch(() => undefined)
  const rootPrint = roots ? await fingerprint(roots.root) : held.root
  const earlier = roots?.earlier.map((print) => ({ rootPrint: print }))
  const name = { rootPrint, holder, epoch, kind, ...(earlier && { earlier }) }
  return openGrant(held.sealing, name, held.id, fromBase64url(envelope))
}

/** Fifty rows open with one unwrapped key. A new sign-in begins anew. */
async function once<T>(name: string, make: (held: HeldKeys) => Promise<T>): Promise<T> {
  const held = await mine()
  const kept = opened.get(held) ?? new Map<string, Promise<unknown>>()
  opened.set(held, kept)
  const made = kept.get(name) ?? make(held)
  kept.set(name, made)
  return made as Promise<T>
}

/** This person's keys; without them the page locks, and goes on when the password has been given. */
async function mine(): Promise<HeldKeys> {
  for (;;) {
    const held = await heldKeys()
    if (held) return held
    await lock()
  }
}
