import * as z from 'zod'

/** A field that may be left empty. */
export const maybe = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal('').transform(() => undefined), schema]).optional()

/** How many steps the report had on the page that was sent: with more, somebody was faster. */
export const seen = z.coerce.number().int().min(0)

export const amount = z
  .string()
  .regex(/^\d{1,10}$/, 'number')
  .transform(Number)
