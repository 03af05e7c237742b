import type { ProblemKey } from '../i18n/import.ts'
import { dialectsIn } from '../office/dialects.ts'

/** A team as a table may name it: new ones gather what their lines say. */
export interface SpeakingTeam {
  id: string
  name: string
  dialects: readonly string[]
}

/**
 * What is wrong with the dialects of one line, each with the word it quotes. A new team speaks what its lines say; what
 * a team speaks that is there already is changed on its own page.
 */
export function dialectsWrong(
  typed: string,
  team: SpeakingTeam | undefined,
  { spokenHere, isNew }: { spokenHere: readonly string[]; isNew: boolean },
): { key: ProblemKey; x: string }[] {
  const names = dialectsIn(typed)
  if (names.length === 0) return []
  if (!team) return [{ key: 'dialectsAlone', x: '' }]
  const known = isNew ? spokenHere : team.dialects
  const key = (name: string) => (isNew || !spokenHere.includes(name) ? 'dialect' : 'dialectsDiffer')
  return names.filter((name) => !known.includes(name)).map((x) => ({ key: key(x), x }))
}

/** In the order in which the office lists them; where one thing alone is spoken here, every new team speaks it. */
export const dialectsOfNew = (spokenHere: readonly string[], typed: readonly string[]): string[] => {
  const named = new Set(typed.flatMap(dialectsIn))
  return spokenHere.filter((name) => spokenHere.length === 1 || named.has(name))
}
