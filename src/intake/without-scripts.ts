import { type Bytes, base64url, concat, hkdf, sha256, utf8 } from '../sealing/bytes.ts'
import { codeWithoutScripts } from '../sealing/query-code.ts'
import { type SealedReport, sealReport } from '../sealing/seal.ts'
import type { DoorName } from './door.ts'
import type { Lock } from './lock.ts'
import { digestOfAnswers } from './posted-form.ts'
import type { Answers } from './rules.ts'
import type { Writing } from './writing.ts'

/** What a plain form is known by: made anew from the same form, kept nowhere. */
export interface PlainDraft {
  id: string
  code: string
}

/** The same form sent again is the same draft; a changed word makes another. */
export async function draftOf(
  secret: Bytes,
  nonce: Bytes,
  { to, token }: { to: DoorName; token: string },
  answers: Answers,
): Promise<PlainDraft> {
  const said = await digestOfAnswers(answers)
  // Past the team it is another report: its receipt names the office.
  const digest = to === 'team' ? said : await sha256(concat(said, utf8(to)))
  const [id, code] = await Promise.all([
    hkdf(secret, concat(utf8('report id v1'), nonce, utf8(token), digest), 16),
    codeWithoutScripts(secret, nonce, token, digest),
  ])
  return { id: base64url(id), code }
}

/** Seals in memory what came as text, exactly as the browser would have, and lets the text go. */
export function sealOnArrival(
  { id, code }: PlainDraft,
  { body, contact }: Writing,
  { to, contactTo }: Lock,
  salt: Bytes,
  dek: Bytes,
): Promise<SealedReport> {
  return sealReport({ id, dek, body, contact, code, salt, to, contactTo })
}
