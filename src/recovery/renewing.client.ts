import { makeSheets } from '../office/make-sheets.client.ts'
import { type Bytes, base64url, fromBase64url, sameBytes } from '../sealing/bytes.ts'
import { readCertificate, signCertificate } from '../sealing/certificates.ts'
import { type Grant, sealToRecovery } from '../sealing/grants.ts'
import {
  importKeys,
  importSigning,
  openFromRecovery,
  openRecovery,
  publicOf,
  Unopened,
} from '../sealing/open.ts'
import type { OfficeKeys, Sheet } from '../sealing/recovery.ts'
import { followRoots, officeBox } from '../sealing/succession.ts'
import { fingerprint, makeKeys } from '../sealing/suite.ts'
import type { OpenOffice } from '../staff/appoint.client.ts'
import { OFFICE, teamHolder } from '../staff/roles.ts'
import type { Offered, SealedKeys } from './offered.ts'

/** The sheets opened keys that are not the ones this database's office works with. */
export class Foreign extends Error {}

/** A team's private keys of one epoch, PKCS #8, as far as they opened. */
export interface TeamKeysOpened extends Pick<SealedKeys, 'team' | 'epoch'> {
  key: Bytes | undefined
  contact: Bytes | undefined
}

export interface Recovered extends OpenOffice {
  /** What the sheets opened, to be put under a new set. */
  sheetKeys: OfficeKeys
  /** What came with each change of the office's lock. */
  changes: readonly { root: Bytes | undefined; box: Bytes }[]
  teamKeys: readonly TeamKeysOpened[]
}

/**
 * All private keys that two sheets open. What the root is, the sheets say: the database is believed only where it
 * agrees. Throws Unopened when the sheets do not open the bundle, and Foreign.
 */
export async function openOffice(sheets: readonly Sheet[], offered: Offered): Promise<Recovered> {
  const keys = await openRecovery(sheets, fromBase64url(offered.bundle))
  const [first, recovery] = await Promise.all([publicOf(keys.root), publicOf(keys.recovery)])
  const root = fromBase64url(offered.root)
  const links = offered.successions.map((link) => ({ ...link, from: fromBase64url(link.from) }))
  const roots = await followRoots(await fingerprint(first), links, root)
  if (!roots) throw new Foreign('root')
  const pair = await importKeys({ publicKey: recovery, privateKey: keys.recovery })
  const open = (grant: Parameters<typeof openFromRecovery>[1], envelope: string) =>
    openFromRecovery(pair, grant, fromBase64url(envelope))
  const current = await fingerprint(root)
  const names = namesOf([...roots.earlier, current])
  const changes = await Promise.all(
    offered.successions.map(async ({ recoveryRoot, recoveryBox }, at) => ({
      // Of the roots only the last one signs: an earlier one that is damaged hinders nobody.
      root: await open(names(at, 'root'), recoveryRoot).catch(unlessUnopened),
      box: await open(names(at, 'box'), recoveryBox),
    })),
  )
  const last = changes.at(-1)
  const rootKey = last ? last.root : keys.root
  const boxes = [keys.box, ...changes.map(({ box }) => box)]
  const boxKey = boxes.pop() ?? keys.box
  if (!rootKey) throw new Unopened('key')
  if (!sameBytes(await publicOf(rootKey), root)) throw new Foreign('root')
  const office = await readCertificate('office', root, offered.certificate)
  const box = await publicOf(boxKey)
  if (!office || !sameBytes(office.box, box) || !sameBytes(office.recovery, recovery)) {
    throw new Foreign('office')
  }
  const earlier = roots.earlier.map((rootPrint) => ({ rootPrint }))
  const teamKeys = offered.sealed.map(async ({ team, epoch, ...sealed }) => {
    const from = (kind: 'key' | 'contact') =>
      open({ rootPrint: current, earlier, holder: teamHolder(team), epoch, kind }, sealed[kind]).catch(
        unlessUnopened,
      )
    return { team, epoch, key: await from('key'), contact: await from('contact') }
  })
  return {
    root,
    rootKey: await importSigning(rootKey),
    privateKeys: { root: rootKey, box: boxKey, boxes },
    epoch: links.length + 1,
    sheetKeys: keys,
    changes,
    teamKeys: await Promise.all(teamKeys),
  }
}

/**
 * The same from an administrator's own keys, where two sheets are lost: of the teams' keys it has none. `keys`: PKCS
 * #8, with the boxes before this one, oldest first. Throws Foreign when they are not those of the certificate.
 */
export async function openFromOwn(
  root: Bytes,
  { boxes, ...keys }: { root: Bytes; box: Bytes; boxes: readonly Bytes[] },
  { certificate }: Pick<Offered, 'certificate'>,
): Promise<Recovered> {
  // A grant says nothing of who made it: what it opened is signed only where the root has signed it before.
  const [own, box] = await Promise.all([publicOf(keys.root), publicOf(keys.box)])
  const office = await readCertificate('office', root, certificate)
  if (!sameBytes(own, root) || !office || !sameBytes(office.box, box)) throw new Foreign('office')
  const [first = keys.box, ...later] = [...boxes, keys.box]
  return {
    root,
    rootKey: await importSigning(keys.root),
    privateKeys: { ...keys, boxes },
    epoch: officeBox(boxes),
    sheetKeys: { root: keys.root, box: first, recovery: new Uint8Array() },
    // Of the roots only the one in force signs.
    changes: later.map((box, at) => ({ root: at === later.length - 1 ? keys.root : undefined, box })),
    teamKeys: [],
  }
}

/** Under what the keys of each change lie: the root that came with it. `prints`: of all roots, oldest first. */
const namesOf =
  (prints: readonly Bytes[]) =>
  (at: number, kind: 'root' | 'box'): Grant => ({
    rootPrint: prints[at + 1] ?? new Uint8Array(),
    holder: OFFICE,
    epoch: at + 2,
    kind,
  })

function unlessUnopened(error: unknown): undefined {
  if (!(error instanceof Unopened)) throw error
}

/**
 * A new recovery key under a new set of sheets, certified by the root, and all that the old key opened sealed to it:
 * the old sheets open nothing of it any more. `sheets` is for paper, `posted` for the server.
 */
export async function renewRecovery(office: Recovered, { seen, successions, sealed }: Offered) {
  const recovery = await makeKeys()
  const { sheets, posted } = await makeSheets({ ...office.sheetKeys, recovery: recovery.privateKey })
  const seal = async (grant: Grant, key: Bytes) =>
    base64url(await sealToRecovery(recovery.publicKey, grant, key))
  const rootPrint = await fingerprint(office.root)
  const earlier = successions.map(({ from }) => fingerprint(fromBase64url(from)))
  const names = namesOf([...(await Promise.all(earlier)), rootPrint])
  const changes = office.changes.map(async ({ root: key, box }, at) => ({
    ...(key && { root: await seal(names(at, 'root'), key) }),
    box: await seal(names(at, 'box'), box),
  }))
  const teamKeys = sealed.map(async ({ team, epoch }) => {
    const { key, contact } = office.teamKeys.find((one) => one.team === team && one.epoch === epoch) ?? {}
    const named = { rootPrint, holder: teamHolder(team), epoch }
    return {
      team,
      epoch,
      ...(key && { key: await seal({ ...named, kind: 'key' }, key) }),
      ...(contact && { contact: await seal({ ...named, kind: 'contact' }, contact) }),
    }
  })
  const box = await publicOf(office.privateKeys.box)
  const renewed = {
    seen,
    certificate: await signCertificate('office', { box, recovery: recovery.publicKey }, office.rootKey),
    successions: await Promise.all(changes),
    teamKeys: await Promise.all(teamKeys),
  }
  return { sheets, posted: { ...posted, renewed } }
}
