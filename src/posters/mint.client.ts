import { type Bytes, base64url, random } from '../sealing/bytes.ts'
import { type CodeCertificate, signCertificate } from '../sealing/certificates.ts'
import { intakeToken } from '../sealing/token.ts'

/** What of a code the administrator sees before the root signs it. */
export type Printed = Omit<CodeCertificate, 'token'>

/** Base64url but for the token. */
export interface MintedCode {
  token: string
  salt: string
  certificate: string
}

/**
 * Makes a code in an administrator's browser. `root` is the root's public key as this person's own bundle pins it,
 * never as the page says; `signer` its private half. The server keeps what comes of it only if all of it verifies.
 */
export async function mintCode(root: Bytes, signer: CryptoKey, printed: Printed): Promise<MintedCode> {
  const salt = random(16)
  const token = await intakeToken(root, salt)
  const certificate = await signCertificate('code', { token, ...printed }, signer)
  return { token, salt: base64url(salt), certificate }
}
