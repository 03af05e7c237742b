import * as z from 'zod/mini'
import { clean } from '../cleaning/clean.ts'
import { binary } from '../http/binary.ts'
import type { Bytes } from '../sealing/bytes.ts'

/** What a browser sends is drawn anew and at most so long. */
const MOST = 500 * 1024
const sent = binary(1, MOST)

/** A photo of a sheet, cleaned once more: nothing but a JPEG is kept, or ever served as one. */
export const sheetPhoto = z.transform((given: unknown, c): Bytes => {
  const bytes = z.safeParse(sent, given).data
  const cleaned = bytes && clean(bytes, 'photo', MOST)
  if (cleaned && !('refused' in cleaned) && cleaned.kind === 'jpeg') return cleaned.bytes
  c.issues.push({ code: 'custom', message: 'photo', input: given })
  return z.NEVER
})
