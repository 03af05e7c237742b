import * as z from 'zod/mini'
import { type Bytes, fromBase64url } from '../sealing/bytes.ts'
import { ACCESS_ENVELOPE } from '../sealing/conversation.ts'
import { PAGE_SIZES } from '../sealing/padding.ts'
import { CONTACT_ENVELOPE, LINE_ENVELOPE } from '../sealing/seal.ts'
import { SEALED_KEY, SEALED_WITH } from '../sealing/suite.ts'

/** Bytes posted as base64url: one spelling, and no longer than they may be. */
export const binary = (least: number, most = least) => {
  const longest = Math.ceil((most * 4) / 3)
  return z.transform((given: unknown, c): Bytes => {
    const bytes = typeof given === 'string' && given.length <= longest ? read(given) : undefined
    if (bytes && bytes.length >= least && bytes.length <= most) return bytes
    c.issues.push({ code: 'custom', message: 'binary', input: given })
    return z.NEVER
  })
}

const KIB = 1024
const pageSizes = PAGE_SIZES.map((padded) => padded + SEALED_WITH)

/** The id a browser gave to what it sealed: 16 random bytes. */
export const sealedId = z.string().check(z.regex(/^[\w-]{22}$/))
/** A sentence or two, padded to 1 KiB. */
export const sealedShort = binary(1 * KIB + SEALED_WITH)
/** A page of text, padded to 1, 4 or 16 KiB. */
export const sealedLong = binary(1 * KIB + SEALED_WITH, 16 * KIB + SEALED_WITH).check(
  z.refine(({ length }) => pageSizes.includes(length), 'binary'),
)

/** A content key, sealed to one reader. */
export const sealedKey = binary(SEALED_KEY)
export const sealedContact = binary(CONTACT_ENVELOPE)
/** What every report has, whoever sealed it. */
export const sealedParts = {
  dek: sealedKey,
  line: binary(LINE_ENVELOPE),
  body: sealedLong,
  access: binary(ACCESS_ENVELOPE),
}

function read(text: string): Bytes | undefined {
  try {
    return fromBase64url(text)
  } catch {
    return undefined
  }
}
