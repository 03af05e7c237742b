import * as z from 'zod/mini'
import { type LimitChange, limitOn, type Settable, settable, settables } from '../clock/limits.ts'
import { seen } from '../http/fields.ts'

const days = ([least, most]: readonly [number, number]) =>
  z.pipe(
    z.string().check(
      z.overwrite((text) => text.normalize('NFKC').trim()),
      z.regex(/^\d{1,3}$/),
    ),
    z.pipe(z.transform(Number), z.number().check(z.gte(least), z.lte(most))),
  )

/** Every limit that may be set, each within its bounds. */
export const limitsForm = z.object({
  version: seen,
  ...(Object.fromEntries(settables.map((name) => [name, days(settable[name])])) as Record<
    Settable,
    ReturnType<typeof days>
  >),
})

/** The limits as the last change has them, whether it has begun or begins tomorrow. */
export const latestLimits = (changes: readonly LimitChange[]) =>
  Object.fromEntries(
    settables.map((name) => [name, String(limitOn(name, '9999-12-31', changes).days)]),
  ) as Record<Settable, string>
