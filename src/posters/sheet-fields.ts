import * as z from 'zod/mini'
import { isDay } from '../clock/day.ts'
import { sheetPhoto } from './photo-field.ts'
import type { SheetMove } from './sheets.ts'

const digits = z.pipe(
  z._default(z.optional(z.string()), ''),
  z.transform((text) => text.normalize('NFKC').replace(/\s/g, '')),
)
/** The two numbers on a sheet. */
export const asked = z.object({
  number: digits.check(z.refine((text) => /^\d{6}$/.test(text), 'number')),
  sheet: digits.check(z.refine((text) => /^0?[1-9]$|^[1-9]\d$/.test(text), 'sheet')),
})

/** What was seen or done. */
export const movedFrom = (moves: readonly SheetMove[]) =>
  z
    .object({
      move: z.enum(moves, 'other'),
      place: z.pipe(
        z._default(z.optional(z.string()), ''),
        z.transform((text) => text.trim()),
      ),
      on: z._default(z.optional(z.string()), ''),
      photo: z.optional(sheetPhoto),
    })
    .check(
      z.superRefine(({ move, place, on }, context) => {
        if (move !== 'post') return
        const wrong = (path: string) => context.addIssue({ code: 'custom', path: [path], message: path })
        if (place === '' || place.length > 60) wrong('place')
        if (!isDay(on)) wrong('on')
      }),
    )
