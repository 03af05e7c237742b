import { type Bytes, base64url, random, sameBytes } from '../sealing/bytes.ts'
import { signCertificate } from '../sealing/certificates.ts'
import { sealGrant } from '../sealing/grants.ts'
import { importSigning, openRecovery, Unopened } from '../sealing/open.ts'
import {
  makeRecoverySecret,
  type OfficeKeys,
  readSheet,
  type Sheet,
  sealOfficeKeys,
  sheetRows,
  splitSecret,
} from '../sealing/recovery.ts'
import { fingerprint, type KeyBytes, makeKeys, makeSigningKeys } from '../sealing/suite.ts'
import { makeUserKeys } from '../sealing/user-keys.ts'
import { makeCredentials } from '../staff/credentials.client.ts'
import { OFFICE, OFFICE_EPOCH } from '../staff/roles.ts'

export interface FirstAdministrator {
  name: string
  username: string
  password: string
}

/** `origin`: the address that is going to be printed. */
type Founding = FirstAdministrator & { origin: string }

/**
 * Makes everything an office begins with. `sheets`: five rows of 20 digits for each of three recovery sheets, any two
 * of which have been tried; `recoveryCode`: the administrator's own, 40 digits. Both are for paper. `posted` is what
 * the server gets, once the paper has been checked, together with what is asked about the office and the keepers.
 * `signAddress` signs another address, when somebody goes back and mends it after the sheets were printed.
 */
export async function foundOffice({ name, username, password, origin }: Founding) {
  const [root, box, recovery] = await Promise.all([makeSigningKeys(), makeKeys(), makeKeys()])
  const { sheets, bundle, set } = await splitRecovery({ root, box, recovery })
  const id = base64url(random(15))
  const named = await fingerprint(root.publicKey)
  const keys = await makeUserKeys(named)
  const { recoveryCode, posted: credentials } = await makeCredentials(keys, id, password)
  const rootKey = await importSigning(root.privateKey)
  const [sealingKey, signingKey] = [keys.sealing.publicKey, keys.signing.publicKey]
  const certificate = await signCertificate(
    'office',
    { box: box.publicKey, recovery: recovery.publicKey },
    rootKey,
  )
  const fields = { id, name, roles: OFFICE, team: OFFICE, sealingKey, signingKey }
  const grant = async (kind: 'root' | 'box', privateKey: Bytes) =>
    base64url(
      await sealGrant({ root: named, holder: OFFICE, epoch: OFFICE_EPOCH, kind }, id, sealingKey, privateKey),
    )
  const signAddress = (address: string) => signCertificate('address', { origin: address }, rootKey)
  const posted = {
    root: base64url(root.publicKey),
    certificate,
    addressCertificate: await signAddress(origin),
    codeSalt: base64url(random(16)),
    recoveryBundle: base64url(bundle),
    recoverySet: base64url(set),
    person: {
      id,
      name,
      username,
      sealingKey: base64url(sealingKey),
      signingKey: base64url(signingKey),
      certificate: await signCertificate('person', fields, rootKey),
      ...credentials,
    },
    grants: { root: await grant('root', root.privateKey), box: await grant('box', box.privateKey) },
  }
  return { sheets, recoveryCode, posted, signAddress }
}

async function splitRecovery(keys: { root: KeyBytes; box: KeyBytes; recovery: KeyBytes }) {
  const secret = makeRecoverySecret()
  const made = await splitSecret(secret)
  const set = made[0]?.set ?? random(3)
  const privateKeys = {
    root: keys.root.privateKey,
    box: keys.box.privateKey,
    recovery: keys.recovery.privateKey,
  }
  const bundle = await sealOfficeKeys(secret, set, privateKeys)
  const sheets = made.map(sheetRows)
  await tryEveryPair(sheets, bundle, privateKeys)
  return { sheets, bundle, set }
}

/** As they will be typed one day: from the digits, two sheets at a time. Throws Unopened. */
async function tryEveryPair(sheets: readonly string[][], bundle: Bytes, keys: OfficeKeys): Promise<void> {
  const read = sheets.map((rows) => readSheet(rows)).filter((sheet): sheet is Sheet => sheet !== undefined)
  const pairs = read.flatMap((one, at) => read.slice(at + 1).map((other) => [one, other]))
  for (const pair of pairs) {
    const opened = await openRecovery(pair, bundle)
    const same = (['root', 'box', 'recovery'] as const).every((kind) => sameBytes(opened[kind], keys[kind]))
    if (!same) throw new Unopened('key')
  }
  if (pairs.length !== 3) throw new Unopened('format')
}
