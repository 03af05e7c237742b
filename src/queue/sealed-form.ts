import * as z from 'zod'
import { binary } from '../http/binary.ts'

/** What AES-GCM and the format add to a padded text. */
const SEAL = 30
const KIB = 1024

/** The id a browser gave to what it sealed: 16 random bytes. */
export const sealedId = z.string().regex(/^[\w-]{22}$/)
/** A sentence or two, padded to 1 KiB. */
export const sealedShort = binary(SEAL + KIB)
/** A page of text, padded to 1, 4 or 16 KiB. */
export const sealedLong = binary(SEAL + KIB, SEAL + 16 * KIB)

/** A field that may be left empty. */
export const maybe = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal('').transform(() => undefined), schema]).optional()

/** How many steps the report had on the page that was sent: with more, somebody was faster. */
export const seen = z.coerce.number().int().min(0)

export const amount = z
  .string()
  .regex(/^\d{1,10}$/, 'number')
  .transform(Number)
