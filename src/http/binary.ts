import * as z from 'zod'
import { type Bytes, fromBase64url } from '../sealing/bytes.ts'

/** Bytes posted as base64url: one spelling, and no longer than they may be. */
export const binary = (least: number, most = least) =>
  z
    .string()
    .max(Math.ceil((most * 4) / 3))
    .transform((text, c): Bytes => {
      const bytes = read(text)
      if (bytes && bytes.length >= least && bytes.length <= most) return bytes
      c.addIssue({ code: 'custom', message: 'binary' })
      return z.NEVER
    })

function read(text: string): Bytes | undefined {
  try {
    return fromBase64url(text)
  } catch {
    return undefined
  }
}
