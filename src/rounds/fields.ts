import * as z from 'zod/mini'
import { isDay } from '../clock/day.ts'
import { line } from '../http/fields.ts'

export const day = z.string('missing').check(z.trim(), z.refine(isDay, 'day'))

/** 1 to 99, also typed in full width. */
export const number = z.pipe(
  z.string('missing').check(z.normalize('NFKC'), z.trim(), z.regex(/^[1-9]\d?$/, 'number')),
  z.transform(Number),
)

/** A number a phone can dial as it stands: no extension, no second number. */
export const phone = line(30).check(z.regex(/^[+\d(（][\d\s()（）-]{4,}$/, 'phone'))

/** The id a new thing will have, made with its form, so that a form sent twice makes one thing. */
export const freshId = z.string('other').check(z.regex(/^[\w-]{16,40}$/, 'other'))
