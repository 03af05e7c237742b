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
  /** The certificate of a second address, if there is one. */
  second?: string | undefined
}

/** Whether `root`, as this person's own bundle pins it, stands behind the code and behind each address on paper. */
export async function isVouchedFor(root: Bytes, { token, salt, code, address, origin, second }: Claimed) {
  const pinned = await intakeToken(root, fromBase64url(salt))
  const signed = await readCertificate('code', root, code)
  const place = await readCertificate('address', root, address)
  if (second !== undefined && !(await readCertificate('secondAddress', root, second))) return false
  return pinned === token && signed?.token === token && place?.origin === origin
}
