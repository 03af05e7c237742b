import { makeSheets } from '../office/make-sheets.client.ts'
import { type Bytes, fromBase64url, sameBytes } from '../sealing/bytes.ts'
import { type PersonCertificate, readCertificate, signCertificate } from '../sealing/certificates.ts'
import {
  importKeys,
  importSigning,
  openFromRecovery,
  openRecovery,
  publicOf,
  Unopened,
} from '../sealing/open.ts'
import type { OfficeKeys, Sheet } from '../sealing/recovery.ts'
import { followRoots } from '../sealing/succession.ts'
import { fingerprint } from '../sealing/suite.ts'
import { type Account, appointAdministrator, type OpenOffice } from '../staff/appoint.client.ts'
import { OFFICE, teamHolder } from '../staff/roles.ts'
import { grantTeamKeys } from '../staff/team-keys.client.ts'
import { Untrusted } from '../staff/trust.client.ts'
import type { Offered, OfferedKeys, OfferedTeam } from './offered.ts'

/** The sheets opened keys that are not the ones this database's office works with. */
export class Foreign extends Error {}

export interface Recovered extends OpenOffice {
  recovery: CryptoKeyPair
  /** What the sheets opened, to be put under a new set. */
  sheetKeys: OfficeKeys
  /** Fingerprints of the roots before this one: what teams gave to recovery then was sealed under theirs. */
  earlier: readonly { root: Bytes }[]
}

/**
 * The office's private keys out of two sheets. What the root is, the sheets say: the database is believed only where
 * it agrees. Throws Unopened when the sheets do not open the bundle, and Foreign.
 */
export async function openOffice(sheets: readonly Sheet[], offered: Offered): Promise<Recovered> {
  const keys = await openRecovery(sheets, fromBase64url(offered.bundle))
  const [first, recovery] = await Promise.all([publicOf(keys.root), publicOf(keys.recovery)])
  const root = fromBase64url(offered.root)
  const links = offered.successions.map((link) => ({ ...link, from: fromBase64url(link.from) }))
  const roots = await followRoots(await fingerprint(first), links, root)
  if (!roots) throw new Foreign('root')
  const pair = await importKeys({ publicKey: recovery, privateKey: keys.recovery })
  const prints = [...roots.earlier.slice(1), await fingerprint(root)]
  const later = async (kind: 'root' | 'box', at: number, envelope: string) => {
    const grant = { root: prints[at] ?? root, holder: OFFICE, epoch: at + 2, kind }
    return openFromRecovery(pair, grant, fromBase64url(envelope))
  }
  const boxes = [
    keys.box,
    ...(await Promise.all(offered.successions.map(({ recoveryBox }, at) => later('box', at, recoveryBox)))),
  ]
  const last = offered.successions.at(-1)
  const rootKey = last ? await later('root', links.length - 1, last.recoveryRoot) : keys.root
  const boxKey = boxes.pop() ?? keys.box
  const box = await publicOf(boxKey)
  if (!sameBytes(await publicOf(rootKey), root)) throw new Foreign('root')
  const office = await readCertificate('office', root, offered.certificate)
  if (!office || !sameBytes(office.box, box) || !sameBytes(office.recovery, recovery)) {
    throw new Foreign('office')
  }
  return {
    root,
    rootKey: await importSigning(rootKey),
    privateKeys: { root: rootKey, box: boxKey, boxes },
    epoch: links.length + 1,
    recovery: pair,
    sheetKeys: keys,
    earlier: roots.earlier.map((print) => ({ root: print })),
  }
}

/**
 * A new administrator, leader of the teams named in `joins`, every team's keys to the leaders who lack them, and a new
 * set of sheets. `sheets` and `recoveryCode`, the administrator's own, are for paper. `lost`: names of teams whose keys did not open.
 */
export async function recoverOffice(
  office: Recovered,
  offered: Offered,
  account: Account,
  joins: readonly string[],
) {
  const { recoveryCode, posted, certified } = await appointAdministrator(office, account)
  const { sheets, posted: sheetSet } = await makeSheets(office.sheetKeys)
  const joined = new Map<string, string>()
  for (const team of joins) joined.set(team, await signLeader(office, certified, team))
  const given: Given[] = []
  const lost: string[] = []
  for (const team of offered.teams) {
    try {
      given.push(...(await reopen(office, team, certified.id, joined.get(team.id))))
    } catch (error) {
      if (!(error instanceof Unopened)) throw error
      lost.push(team.name)
      joined.delete(team.id)
    }
  }
  const memberships = [...joined].map(([team, certificate]) => ({ team, certificate }))
  return { sheets, recoveryCode, posted: { ...posted, ...sheetSet, joins: memberships, given }, lost }
}

interface Given {
  team: string
  epoch: number
  personId: string
  key?: string
  contact?: string
}

const signLeader = ({ rootKey }: Recovered, person: PersonCertificate, team: string) =>
  signCertificate('person', { ...person, roles: 'leader', team }, rootKey)

/** All keys of a team are opened, needed or not: what is damaged is better known today. Throws Unopened. */
async function reopen(
  office: Recovered,
  { id: team, keys }: OfferedTeam,
  newcomer: string,
  certificate: string | undefined,
): Promise<Given[]> {
  const given: Given[] = []
  for (const offered of keys) {
    const raw = await openTeamKeys(office, team, offered)
    const own = certificate ? [{ personId: newcomer, certificate, lacksKey: true, lacksContact: true }] : []
    for (const { lacksKey, lacksContact, ...person } of [...offered.takers, ...own]) {
      const lacking = { key: lacksKey ? raw.key : undefined, contact: lacksContact ? raw.contact : undefined }
      const sealed = await grantTeamKeys(office.root, offered.epoch, { ...person, team }, lacking).catch(
        unlessUntrusted,
      )
      if (sealed) given.push({ team, epoch: offered.epoch, personId: person.personId, ...sealed })
    }
  }
  return given
}

/** Whoever's certificate does not hold gets nothing, and hinders nobody else. */
function unlessUntrusted(error: unknown): undefined {
  if (!(error instanceof Untrusted)) throw error
}

async function openTeamKeys(office: Recovered, team: string, offered: OfferedKeys) {
  const { epoch } = offered
  const certified = await readCertificate('team', office.root, offered.certificate)
  if (certified?.team !== team || certified.epoch !== epoch) throw new Unopened('key')
  const root = await fingerprint(office.root)
  const open = async (kind: 'key' | 'contact', envelope: string, publicKey: Bytes) => {
    const grant = { root, earlier: office.earlier, holder: teamHolder(team), epoch, kind }
    const privateKey = await openFromRecovery(office.recovery, grant, fromBase64url(envelope))
    if (!sameBytes(await publicOf(privateKey), publicKey)) throw new Unopened('key')
    return privateKey
  }
  return {
    key: await open('key', offered.recoveryKey, certified.key),
    contact: await open('contact', offered.recoveryContactKey, certified.contactKey),
  }
}
