import * as z from 'zod'
import { isDay } from '../clock/day.ts'

/** A text somebody types; spaces around it are theirs, not the text's. Messages are keys of `roundProblems`. */
export const words = (max: number) => z.string('missing').trim().min(1, 'missing').max(max, 'long')

export const maybeWords = (max: number) => z.string('missing').trim().max(max, 'long')

export const day = z.string('missing').trim().refine(isDay, 'day')

/** 1 to 99, also typed in full width. */
export const number = z
  .string('missing')
  .normalize('NFKC')
  .trim()
  .regex(/^[1-9]\d?$/, 'number')
  .transform(Number)

/** A number a phone can dial as it stands: no extension, no second number. */
export const phone = words(30).regex(/^[+\d(（][\d\s()（）-]{4,}$/, 'phone')

/** The id a new thing will have, made with its form, so that a form sent twice makes one thing. */
export const freshId = z.string('other').regex(/^[\w-]{16,40}$/, 'other')

/** How many steps the thing had when the form was shown. */
export const version = z
  .string('other')
  .regex(/^\d{1,9}$/, 'other')
  .transform(Number)
