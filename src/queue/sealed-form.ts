import * as z from 'zod/mini'

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

export const amount = z.pipe(z.string().check(z.regex(/^\d{1,10}$/, 'number')), z.transform(Number))
