import { type Bytes, base64url, random } from '../sealing/bytes.ts'
import { type PersonCertificate, signCertificate } from '../sealing/certificates.ts'
import { sealGrant } from '../sealing/grants.ts'
import { fingerprint } from '../sealing/suite.ts'
import { makeUserKeys } from '../sealing/user-keys.ts'
import { makeCredentials } from './credentials.client.ts'
import { OFFICE, OFFICE_EPOCH } from './roles.ts'

export interface Account {
  name: string
  username: string
  password: string
}

/** An office whose private keys (PKCS #8) lie open in this browser: just made, or given back by the sheets. */
export interface OpenOffice {
  root: Bytes
  rootKey: CryptoKey
  /** `boxes`: those before, oldest first, which older reports about teams are sealed to. */
  privateKeys: { root: Bytes; box: Bytes; boxes?: readonly Bytes[] }
  /** Which of the office's keys these are; the first when it is founded. */
  epoch?: number
}

/**
 * An administrator whom nobody invited: the first one, or the one who recovers. `recoveryCode`: their own, 40 digits,
 * for paper. `posted`: what the server gets. `certified`: what the root signed of them.
 */
export async function appointAdministrator(office: OpenOffice, { name, username, password }: Account) {
  const id = base64url(random(15))
  const rootPrint = await fingerprint(office.root)
  const keys = await makeUserKeys(rootPrint)
  const { recoveryCode, posted: credentials } = await makeCredentials(keys, id, password)
  const [sealingKey, signingKey] = [keys.sealing.publicKey, keys.signing.publicKey]
  const certified: PersonCertificate = { id, name, roles: OFFICE, team: OFFICE, sealingKey, signingKey }
  const inForce = office.epoch ?? OFFICE_EPOCH
  const grant = async (kind: 'root' | 'box', privateKey: Bytes, epoch = inForce) =>
    base64url(await sealGrant({ rootPrint, holder: OFFICE, epoch, kind }, id, sealingKey, privateKey))
  const { boxes = [] } = office.privateKeys
  const posted = {
    person: {
      id,
      name,
      username,
      sealingKey: base64url(sealingKey),
      signingKey: base64url(signingKey),
      certificate: await signCertificate('person', certified, office.rootKey),
      ...credentials,
    },
    grants: {
      root: await grant('root', office.privateKeys.root),
      box: await grant('box', office.privateKeys.box),
      boxes: await Promise.all(boxes.map((box, at) => grant('box', box, at + 1))),
    },
  }
  return { recoveryCode, posted, certified }
}
