import * as z from 'zod/mini'
import { whole } from '../http/fields.ts'

/** A field that may be left empty. */
export const maybe = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.optional(
    z.union([
      z.pipe(
        z.literal(''),
        z.transform(() => undefined),
      ),
      schema,
    ]),
  )

/** How many steps the report had on the page that was sent: with more, somebody was faster. */
export const seen = whole(0)

export const amount = z.pipe(z.string().check(z.regex(/^\d{1,10}$/, 'number')), z.transform(Number))
