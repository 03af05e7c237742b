import { aspectsOf, type Checklist, tilesOf } from '../categories/checklist.ts'
import { letter } from '../i18n/letters.ts'
import { say, textOf, type Written } from '../i18n/speak.ts'

/**
 * What a letter calls the matter: the aspect as the office names it, as sorted at acceptance, else what the tile stands
 * for. Never the words of a tile, which a resident has pressed.
 */
export function matterOf(
  lang: Written,
  lists: readonly Checklist[],
  { tile, aspect }: { tile: string; aspect: string | null },
): string {
  const stands = lists.flatMap(tilesOf).find(({ code }) => code === tile)?.standsFor[0]
  const code = aspect ?? stands
  const found = lists
    .flatMap(aspectsOf)
    .find((one) => one.code === code || one.points.some((point) => point.code === code))
  if (!found) return say(lang, letter.someMatter)
  return lang === 'zh' ? found.name : textOf(lang, found.plain)
}
