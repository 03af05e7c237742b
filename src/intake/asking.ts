import * as z from 'zod/mini'
import { binary } from '../http/binary.ts'
import type { House } from '../http/house.ts'
import { theOffice } from '../office/store.ts'
import { findByLookup } from '../reports/store.ts'
import type { Report } from '../reports/tables.ts'
import type { Bytes } from '../sealing/bytes.ts'
import { hasGoodCheckDigit, readDigits } from '../sealing/digits.ts'
import { stretch } from '../sealing/query-code.ts'
import type { Unasked } from './ask-page.tsx'
import { hashOf } from './lookup.ts'
import { Slowed, type Turns } from './turns.ts'

/** `opener`: a code that came in clear, and its key; it opens messages while this request lasts. */
export type Answerable =
  | { ok: true; report: Report; opener?: { code: string; key: Bytes } }
  | { ok: false; unasked: Unasked; typed: string }

const posted = z.object({
  lookup: z.catch(z.optional(binary(32)), undefined),
  code: z.catch(z.string().check(z.maxLength(400)), ''),
})

/**
 * Finds a report by the look-up value that a browser derived, or by the code itself, which is then stretched here.
 * Unknown, wrong and expired codes take the same way and get the same answer.
 */
export async function askedFor(house: House, lookups: Turns, body: unknown): Promise<Answerable> {
  const { lookup, code: typed } = posted.parse(body)
  if (lookup) {
    const report = await findByLookup(house.db, hashOf(lookup))
    return report ? { ok: true, report } : { ok: false, unasked: { why: 'nothing' }, typed: '' }
  }
  const code = readDigits(typed)
  const not = (unasked: Unasked): Answerable => ({ ok: false, unasked, typed })
  if (code.length !== 20) return not({ why: 'length', n: code.length })
  if (!hasGoodCheckDigit(code)) return not({ why: 'digit' })
  const { codeSalt } = await theOffice(house.db)
  const stretched = await lookups(() => stretch(code, codeSalt))
  if (stretched instanceof Slowed) return not({ why: 'slowed', n: stretched.seconds })
  const report = await findByLookup(house.db, hashOf(stretched.lookup))
  return report ? { ok: true, report, opener: { code, key: stretched.key } } : not({ why: 'nothing' })
}
