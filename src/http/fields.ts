import * as z from 'zod/mini'

/** A whole number, typed or counted. `wrong` is what is said of anything else. */
export const whole = (least: number, most = Number.MAX_SAFE_INTEGER, wrong?: string) =>
  z.coerce.number(wrong).check(z.refine(Number.isSafeInteger), z.gte(least), z.lte(most))

/** A line somebody typed; spaces around it are theirs, not the line's. */
export const line = (most: number, least = 1) =>
  z.string().check(z.trim(), z.minLength(least), z.maxLength(most))
