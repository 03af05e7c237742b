import { type Bytes, fromBase64url } from '../sealing/bytes.ts'
import { readCertificate } from '../sealing/certificates.ts'
import { intakeToken } from '../sealing/token.ts'

/** What the page says of a code: base64url but for the token and the address. */
export interface Claimed {
  token: string
  salt: string
  code: string
  address: string
  origin: string
}

/** Whether `root`, as this person's own bundle pins it, stands behind the code and behind the address on paper. */
export async function isVouchedFor(root: Bytes, { token, salt, code, address, origin }: Claimed) {
  const pinned = await intakeToken(root, fromBase64url(salt))
  const signed = await readCertificate('code', root, code)
  const place = await readCertificate('address', root, address)
  return pinned === token && signed?.token === token && place?.origin === origin
}
