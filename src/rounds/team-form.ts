import { line } from '../http/fields.ts'
import { dialectNames } from '../office/dialects.ts'
import { phone } from './fields.ts'
import type { Team } from './teams.ts'

/** All of these are printed or shown, so none may be empty. */
export const teamShape = {
  name: line(20),
  base: line(60),
  postal: line(80),
  box: line(60),
  phone,
  hours: line(30),
  dialects: dialectNames,
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

/** Where one thing alone is spoken, a new team speaks it. */
export const newTeamTyped = (spokenHere: readonly string[]): Record<string, string> =>
  spokenHere.length === 1 ? { dialects: spokenHere.join('') } : {}
