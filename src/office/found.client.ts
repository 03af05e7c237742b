import { base64url, random } from '../sealing/bytes.ts'
import { signCertificate } from '../sealing/certificates.ts'
import { importSigning } from '../sealing/open.ts'
import { makeKeys, makeSigningKeys } from '../sealing/suite.ts'
import { type Account, appointAdministrator } from '../staff/appoint.client.ts'
import { makeSheets } from './make-sheets.client.ts'

/** `origin`: the address that is going to be printed. */
type Founding = Account & { origin: string }

/**
 * Makes everything an office begins with. `sheets`: five rows of 20 digits for each of three recovery sheets, any two
 * of which have been tried; `recoveryCode`: the administrator's own, 40 digits. Both are for paper. `posted` is what
 * the server gets, once the paper has been checked, together with what is asked about the office and the keepers.
 * `signAddress` signs another address, when somebody goes back and mends it after the sheets were printed.
 */
export async function makeOffice({ origin, ...account }: Founding) {
  const [root, box, recovery] = await Promise.all([makeSigningKeys(), makeKeys(), makeKeys()])
  const privateKeys = { root: root.privateKey, box: box.privateKey, recovery: recovery.privateKey }
  const { sheets, posted: sheetSet } = await makeSheets(privateKeys)
  const rootKey = await importSigning(root.privateKey)
  const office = { root: root.publicKey, rootKey, privateKeys }
  const { recoveryCode, posted: administrator } = await appointAdministrator(office, account)
  const holders = { box: box.publicKey, recovery: recovery.publicKey }
  const signAddress = (address: string) => signCertificate('address', { origin: address }, rootKey)
  const posted = {
    root: base64url(root.publicKey),
    certificate: await signCertificate('office', holders, rootKey),
    addressCertificate: await signAddress(origin),
    codeSalt: base64url(random(16)),
    ...sheetSet,
    ...administrator,
  }
  return { sheets, recoveryCode, posted, signAddress }
}
