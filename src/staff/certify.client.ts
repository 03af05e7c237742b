import { activationKey, personProof } from '../sealing/activation.ts'
import { type Bytes, base64url, sameBytes } from '../sealing/bytes.ts'
import { type PersonCertificate, signCertificate } from '../sealing/certificates.ts'
import { sealGrant } from '../sealing/grants.ts'
import { fingerprint } from '../sealing/suite.ts'
import { openInvitation } from './invitation.client.ts'
import { OFFICE } from './roles.ts'
import { trustAnywhere } from './trust.client.ts'

/** The keys did not come from who holds the sheet. */
export class Mismatch extends Error {}

interface Administrator {
  root: Bytes
  rootKey: CryptoKey
  /** Opens what is sealed to this administrator. */
  pair: CryptoKeyPair
  /**
   * The office's private keys, PKCS #8, with the boxes before this one, oldest first; asked for only when another
   * administrator is made.
   */
  officeKeys(): Promise<{ root: Bytes; box: Bytes; boxes: readonly Bytes[] }>
}

interface Answered {
  invitation: string
  envelope: Bytes
  personProof: Bytes
}

/**
 * Checks against the sheet's secret whose keys these are, and that name, roles and team are those the sheet was made
 * for, and only then has the root sign. A new administrator is given the office's keys with the same press. Throws
 * Mismatch, or Unopened when the sheet is sealed to others.
 */
export async function certifyPerson(by: Administrator, person: PersonCertificate, answer: Answered) {
  const { invitation: id, envelope, personProof: shown } = answer
  const invited = await openInvitation(by.root, by.pair, id, envelope)
  const { name, roles, team, sealingKey, signingKey } = person
  if (name !== invited.name || roles !== invited.roles || team !== invited.team) throw new Mismatch(person.id)
  const key = await activationKey(invited.secret, id)
  const expected = await personProof(key, { id, name, roles, team, sealingKey, signingKey })
  if (!sameBytes(expected, shown)) throw new Mismatch(person.id)
  const certificate = await signCertificate('person', person, by.rootKey)
  return team === OFFICE ? { certificate, ...(await handOffice(by, person)) } : { certificate }
}

/** Somebody whose keys the root has signed before, in another role or another team. Throws Untrusted. */
export async function certifyAgain(
  { root, rootKey }: Pick<Administrator, 'root' | 'rootKey'>,
  known: Parameters<typeof trustAnywhere>[1],
  { roles, team }: Pick<PersonCertificate, 'roles' | 'team'>,
): Promise<string> {
  return signCertificate('person', { ...(await trustAnywhere(root, known)), roles, team }, rootKey)
}

async function handOffice({ root, officeKeys }: Administrator, { id, sealingKey }: PersonCertificate) {
  const keys = await officeKeys()
  const named = { rootPrint: await fingerprint(root), holder: OFFICE }
  const inForce = keys.boxes.length + 1
  const seal = async (kind: 'root' | 'box', privateKey: Bytes, epoch = inForce) =>
    base64url(await sealGrant({ ...named, epoch, kind }, id, sealingKey, privateKey))
  const boxes = await Promise.all(keys.boxes.map((box, at) => seal('box', box, at + 1)))
  return {
    root: await seal('root', keys.root),
    box: await seal('box', keys.box),
    ...(boxes.length > 0 && { boxes: JSON.stringify(boxes) }),
  }
}
