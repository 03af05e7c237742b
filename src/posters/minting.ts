import { type Bytes, fromBase64url } from '../sealing/bytes.ts'
import { type CodeCertificate, readCertificate } from '../sealing/certificates.ts'
import { isNoticeNumber } from '../sealing/notice-number.ts'
import { intakeToken } from '../sealing/token.ts'

export type Expected = Omit<CodeCertificate, 'token' | 'noticeNumber'>

interface Posted {
  token: string
  salt: string
  certificate: string
  noticeNumber: string
}

/**
 * Looks at what a browser made as if nobody had: the token derives from this root and this salt, the root signed the
 * certificate, and it names exactly this token, number, unit, round and team. The salt as bytes, or undefined.
 */
export async function verifyMinted(
  root: Bytes,
  posted: Posted,
  expected: Expected,
): Promise<Bytes | undefined> {
  const { token, certificate, noticeNumber } = posted
  const salt = saltOf(posted.salt)
  if (!salt || !isNoticeNumber(noticeNumber)) return undefined
  if ((await intakeToken(root, salt)) !== token) return undefined
  const signed: Partial<Record<string, string>> | undefined = await readCertificate('code', root, certificate)
  if (!signed) return undefined
  const agrees = Object.entries({ ...expected, token, noticeNumber }).every(
    ([field, value]) => signed[field] === value,
  )
  return agrees ? salt : undefined
}

function saltOf(text: string): Bytes | undefined {
  try {
    const salt = fromBase64url(text)
    return salt.length === 16 ? salt : undefined
  } catch {
    return undefined
  }
}
