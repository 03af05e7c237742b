import { type Bytes, base64url, random, sameBytes } from '../sealing/bytes.ts'
import { signCertificate } from '../sealing/certificates.ts'
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
import { type KeyBytes, makeKeys, makeSigningKeys } from '../sealing/suite.ts'
import { type Account, appointAdministrator } from '../staff/appoint.client.ts'

/** `origin`: the address that is going to be printed. */
type Founding = Account & { origin: string }

/**
 * Makes everything an office begins with. `sheets`: five rows of 20 digits for each of three recovery sheets, any two
 * of which have been tried; `recoveryCode`: the administrator's own, 40 digits. Both are for paper. `posted` is what
 * the server gets, once the paper has been checked, together with what is asked about the office and the keepers.
 * `signAddress` signs another address, when somebody goes back and mends it after the sheets were printed.
 */
export async function foundOffice({ origin, ...account }: Founding) {
  const [root, box, recovery] = await Promise.all([makeSigningKeys(), makeKeys(), makeKeys()])
  const { sheets, bundle, set } = await splitRecovery({ root, box, recovery })
  const rootKey = await importSigning(root.privateKey)
  const privateKeys = { root: root.privateKey, box: box.privateKey }
  const office = { root: root.publicKey, rootKey, privateKeys }
  const { recoveryCode, posted: administrator } = await appointAdministrator(office, account)
  const holders = { box: box.publicKey, recovery: recovery.publicKey }
  const signAddress = (address: string) => signCertificate('address', { origin: address }, rootKey)
  const posted = {
    root: base64url(root.publicKey),
    certificate: await signCertificate('office', holders, rootKey),
    addressCertificate: await signAddress(origin),
    codeSalt: base64url(random(16)),
    recoveryBundle: base64url(bundle),
    recoverySet: base64url(set),
    ...administrator,
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
