import { fill, type Lang } from '../i18n/speak.ts'
import { teamSaid } from '../i18n/team.ts'

export type Said = keyof typeof teamSaid

/** The sentence about what was just done, by its name in the address. */
export function saidWords(
  lang: Lang,
  name: string | undefined,
  values: Record<string, string> = {},
): string | undefined {
  const known = Object.entries(teamSaid).find(([said]) => said === name)
  return known && fill(known[1][lang === 'zh' ? 0 : 1], values)
}
