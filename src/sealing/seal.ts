import { type Bytes, base64url, concat, random, sized } from './bytes.ts'
import { sealAccess } from './conversation.ts'
import { makeLine } from './line.ts'
import { MARKER, padText, padTo } from './padding.ts'
import { partAad, partKey } from './part.ts'
import { stretch } from './query-code.ts'
import { keyInfo, type Recipient } from './recipient.ts'
import { BODY, CONTACT, type Contact, type ReportBody, writeFields } from './report-fields.ts'
import { SEALED_KEY, SEALED_WITH, sealTo, sealWith } from './suite.ts'

const LINE_SIZE = 512
const CONTACT_SIZE = 1024
/** Bytes of the line that a list shows, and of contact details with the key in front of them, sealed. */
export const LINE_ENVELOPE = LINE_SIZE + SEALED_WITH
export const CONTACT_ENVELOPE = SEALED_KEY + CONTACT_SIZE + SEALED_WITH

/** 16 random bytes as 22 characters. */
export function makeReportId(): string {
  return base64url(random(16))
}

/** The random 32-byte content key of one report. */
export function makeDek(): Bytes {
  return random(32)
}

/** Bound to the report, and to the root, holder and epoch of the key: at rotation it is sealed anew, the parts stay. */
export async function sealDek(dek: Bytes, to: Recipient, reportId: string): Promise<Bytes> {
  return sealTo(to.key, keyInfo('dek v1', to), sized(reportId), dek)
}

/**
 * Seals one part under a key of its own, bound to report, part and part id. A part of which a report has only one has
 * the empty part id. `padded` comes from `padText` or `padTo`: nothing else opens.
 */
export async function sealPart(
  dek: Bytes,
  reportId: string,
  part: string,
  partId: string,
  padded: Bytes,
): Promise<Bytes> {
  return sealWith(await partKey(dek, part, partId), partAad(reportId, part, partId), padded)
}

/**
 * Seals contact details under a key of their own, itself sealed to the contact key: 115 bytes of HPKE, then 1 KiB of
 * AES-GCM, always 1,169 bytes. RangeError when the details take over 1,020 bytes as JSON.
 */
export async function sealContact(contact: Contact, to: Recipient, reportId: string): Promise<Bytes> {
  const key = random(32)
  const aad = sized(reportId)
  const [sealedKey, details] = await Promise.all([
    sealTo(to.key, keyInfo('contact v1', to), aad, key),
    sealWith(key, aad, padTo(CONTACT_SIZE, writeFields(CONTACT, contact))),
  ])
  return concat(sealedKey, details)
}

/**
 * `id`, `dek` and `code` are made once per draft and kept until the resident has the code; `salt` is the
 * installation's. `to` and `contactTo`: a team's two keys, or the office's one.
 */
export type Draft = {
  id: string
  dek: Bytes
  code: string
  salt: Bytes
  body: ReportBody
  contact?: Contact | undefined
  to: Recipient
  contactTo: Recipient
}

/** What is filed: envelopes, and the look-up value of the query code. */
export type SealedReport = {
  dek: Bytes
  line: Bytes
  body: Bytes
  access: Bytes
  contact?: Bytes
  lookup: Bytes
}

/** The same in the resident's browser and, for somebody without scripts, on the server. RangeError over 64 KiB. */
export async function sealReport({
  id,
  dek,
  code,
  salt,
  body,
  contact,
  to,
  contactTo,
}: Draft): Promise<SealedReport> {
  const { lookup, key } = await stretch(code, salt)
  const [sealedDek, line, sealedBody, access, sealedContact] = await Promise.all([
    sealDek(dek, to, id),
    sealPart(dek, id, 'line', '', padTo(LINE_SIZE, makeLine(body, LINE_SIZE - MARKER))),
    sealPart(dek, id, 'body', '', padText(writeFields(BODY, body))),
    sealAccess(key, id, dek, to.rootPrint),
    contact && sealContact(contact, contactTo, id),
  ])
  return {
    dek: sealedDek,
    line,
    body: sealedBody,
    access,
    lookup,
    ...(sealedContact && { contact: sealedContact }),
  }
}
