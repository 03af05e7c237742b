import * as z from 'zod/mini'
import { line } from '../http/fields.ts'
import { phone } from './fields.ts'
import type { Team } from './teams.ts'

/** Languages apart by any comma people type, or a line each. */
const dialects = z
  .pipe(
    z.string('missing'),
    z.transform((text) =>
      text
        .split(/[、，,;；\n]/)
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    ),
  )
  .check(
    z.refine((names) => names.length > 0, 'missing'),
    z.refine((names) => names.length <= 12 && names.every((name) => name.length <= 12), 'long'),
  )

/** All of these are printed or shown, so none may be empty. */
export const teamShape = {
  name: line(20),
  base: line(60),
  postal: line(80),
  box: line(60),
  phone,
  hours: line(30),
  dialects,
}

export const teamTyped = (team: Team): Record<string, string> => ({
  name: team.name,
  base: team.base,
  postal: team.postal,
  box: team.box,
  phone: team.phone,
  hours: team.hours,
  dialects: team.dialects.join('、'),
})
