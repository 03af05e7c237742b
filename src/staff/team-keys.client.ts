import { type Bytes, base64url } from '../sealing/bytes.ts'
import { readCertificate, signCertificate, type TeamCertificate } from '../sealing/certificates.ts'
import { type Grant, sealGrant, sealToRecovery, teamKeyStatement } from '../sealing/grants.ts'
import { fingerprint, makeKeys, sign, verify } from '../sealing/suite.ts'
import { isLeading, mayHoldContact, readRoles, teamHolder } from './roles.ts'
import { trust, Untrusted } from './trust.client.ts'

interface Leader {
  personId: string
  /** From the leader's own bundle: the private keys are sealed to it, for this leader alone. */
  sealingKey: Bytes
  signer: CryptoKey
}

interface New {
  team: string
  round: string
  epoch: number
}

const grantOf = async (
  root: Bytes,
  team: string,
  epoch: number,
  kind: 'key' | 'contact',
): Promise<Grant> => ({
  rootPrint: await fingerprint(root),
  holder: teamHolder(team),
  epoch,
  kind,
})

/**
 * The team's two keys, signed by the leader, their private halves sealed to the leader and to the office's recovery.
 * Throws Untrusted when the office certificate was not signed by the root: a recovery key out of nowhere gets nothing.
 */
export async function makeTeamKeys(
  root: Bytes,
  officeCertificate: string,
  leader: Leader,
  name: New,
  colleagues: readonly Colleague[] = [],
) {
  const office = await readCertificate('office', root, officeCertificate)
  if (!office) throw new Untrusted('office')
  const [key, contactKey] = await Promise.all([makeKeys(), makeKeys()])
  const statement = teamKeyStatement({ ...name, key: key.publicKey, contactKey: contactKey.publicKey })
  const seal = async (kind: 'key' | 'contact', privateKey: Bytes) => {
    const grant = await grantOf(root, name.team, name.epoch, kind)
    return Promise.all([
      sealGrant(grant, leader.personId, leader.sealingKey, privateKey),
      sealToRecovery(office.recovery, grant, privateKey),
    ])
  }
  const [grantKey, recoveryKey] = await seal('key', key.privateKey)
  const [grantContact, recoveryContactKey] = await seal('contact', contactKey.privateKey)
  const raw = { key: key.privateKey, contact: contactKey.privateKey }
  return {
    office: officeCertificate,
    others: JSON.stringify(await grantToAll(root, name.epoch, colleagues, raw)),
    key: base64url(key.publicKey),
    contactKey: base64url(contactKey.publicKey),
    signature: base64url(await sign(leader.signer, statement)),
    grantKey: base64url(grantKey),
    grantContact: base64url(grantContact),
    recoveryKey: base64url(recoveryKey),
    recoveryContactKey: base64url(recoveryContactKey),
  }
}

interface Colleague {
  personId: string
  team: string
  certificate: string | null
}

/** This person's own private keys, PKCS #8: what the colleague still lacks of them. */
interface Raw {
  key?: Bytes | undefined
  contact?: Bytes | undefined
}

/**
 * Seals the team's key to a colleague whom the root has certified; the contact key only to who is due it. Throws
 * Untrusted.
 */
export async function grantTeamKeys(root: Bytes, epoch: number, to: Colleague, raw: Raw) {
  const { id, team, roles, sealingKey } = await trust(root, to)
  const seal = async (kind: 'key' | 'contact', privateKey: Bytes) =>
    base64url(await sealGrant(await grantOf(root, team, epoch, kind), id, sealingKey, privateKey))
  const contact = mayHoldContact(readRoles(roles)) ? raw.contact : undefined
  return {
    ...(raw.key && { key: await seal('key', raw.key) }),
    ...(contact && { contact: await seal('contact', contact) }),
  }
}

/** Whoever's certificate does not hold gets nothing, and hinders nobody else. */
async function grantToAll(root: Bytes, epoch: number, colleagues: readonly Colleague[], raw: Raw) {
  const each = await Promise.all(
    colleagues.map(async (to) => {
      const sealed = await grantTeamKeys(root, epoch, to, raw).catch((error: unknown) => {
        if (error instanceof Untrusted) return undefined
        throw error
      })
      return sealed ? [{ personId: to.personId, ...sealed }] : []
    }),
  )
  return each.flat()
}

type Made = Pick<TeamCertificate, 'team' | 'round' | 'epoch' | 'key' | 'contactKey'> & { signature: Bytes }

/** Whether a certified leader of this team has signed these keys. */
export async function isSignedByLeader(root: Bytes, leader: Colleague, made: Made): Promise<boolean> {
  const certified = await trust(root, leader).catch(() => undefined)
  if (!certified || leader.team !== made.team || !isLeading(readRoles(certified.roles))) return false
  return verify(certified.signingKey, teamKeyStatement(made), made.signature)
}

/** The office's confirmation. Throws Untrusted unless `isSignedByLeader`. Days are inclusive, 'YYYY-MM-DD'. */
export async function certifyTeam(
  { root, rootKey }: { root: Bytes; rootKey: CryptoKey },
  leader: Colleague,
  made: Made,
  { notBefore, notAfter }: { notBefore: string; notAfter: string },
): Promise<string> {
  if (!(await isSignedByLeader(root, leader, made))) throw new Untrusted(leader.personId)
  const { team, round, epoch, key, contactKey } = made
  const fields = { team, round, epoch, suite: 1, key, contactKey, notBefore, notAfter } as const
  return signCertificate('team', fields, rootKey)
}
