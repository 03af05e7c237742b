import { fill, type Lang, saidBy, textOf } from '../i18n/speak.ts'
import { teamSaid } from '../i18n/team.ts'

export type Said = keyof typeof teamSaid

/** The sentence about what was just done, by its name in the address. */
export function saidWords(
  lang: Lang,
  name: string | undefined,
  values: Record<string, string> = {},
): string | undefined {
  const known = saidBy(teamSaid, name)
  return known && fill(textOf(lang, known), values)
}
