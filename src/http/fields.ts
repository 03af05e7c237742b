import * as z from 'zod/mini'

/** A whole number, typed or counted. `wrong` is what is said of anything else. */
export const whole = (least: number, most = Number.MAX_SAFE_INTEGER, wrong?: string) =>
  z.coerce.number(wrong).check(z.refine(Number.isSafeInteger), z.gte(least), z.lte(most))

/** How many steps a thing had on the page that was sent: with more, somebody was faster. */
export const seen = z.pipe(z.string('other').check(z.regex(/^\d{1,9}$/, 'other')), z.transform(Number))

/**
 * A line somebody typed; spaces around it are theirs, not the line's. Messages are keys that a page may have words for.
 */
export const line = (most: number, least = 1) =>
  z.string('missing').check(z.trim(), z.minLength(least, 'missing'), z.maxLength(most, 'long'))

/** A line that a sentence of ours ends in, so without a full stop of its own. */
export const lineWithin = (most: number, least = 1) =>
  z.pipe(
    z.pipe(
      line(most, least),
      z.transform((text) => text.replace(/[。．.！!；;，,\s]+$/u, '')),
    ),
    line(most, least),
  )

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
