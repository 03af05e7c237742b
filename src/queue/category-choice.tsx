import { type Checklist, type Tile, unsorted } from '../categories/checklist.ts'
import { type Choice, choicesOf, findChoice, type Group, type Sorted } from '../categories/sorting.ts'
import { fieldWords } from '../i18n/moves.ts'
import { inScript, type Lang, say, textOf } from '../i18n/speak.ts'
import { type Filled, Select } from '../ui/field.tsx'
import { Nothing, Option } from './choices.tsx'
import type { About } from './move.ts'

/** 类别: the round's points, by aspect; those that the resident's own tile stands for come first. */
export function CategoryChoice({ about, filled }: { about: About; filled: Filled }) {
  const { desk, categories, report } = about
  const { lang } = desk
  const groups = choicesOf(categories).flatMap(byAspect)
  const own = groups.filter(({ tile }) => tile.code === report.tile)
  const others = groups.filter(({ tile }) => tile.code !== report.tile)
  return (
    <Select name="category" label={say(lang, fieldWords.category)} filled={filled}>
      <Nothing lang={lang} name="category" filled={filled} />
      {[...own, ...others].map(({ tile, choices }) => (
        <optgroup label={groupName(lang, tile, choices[0])}>
          {choices.map((choice) => (
            <Option value={choice.value} chosen={filled.typed.category}>
              {choiceName(lang, choice, textOf(lang, tile.name))}
            </Option>
          ))}
        </optgroup>
      ))}
    </Select>
  )
}

function byAspect({ tile, choices }: Group): Group[] {
  const aspects = new Map<string | null, Choice[]>()
  for (const choice of choices) aspects.set(choice.aspect, [...(aspects.get(choice.aspect) ?? []), choice])
  return [...aspects.values()].map((choices) => ({ tile, choices }))
}

/** The tile, and the aspect where residents' words for the two differ. */
function groupName(lang: Lang, tile: Tile, choice: Choice | undefined): string {
  const [name, aspect] = [textOf(lang, tile.name), choice?.name && textOf(lang, choice.name.aspect.plain)]
  return aspect && aspect !== name ? `${name} · ${aspect}` : name
}

function choiceName(lang: Lang, { tile, name }: Choice, tileName: string): string {
  if (!name) return tile === unsorted.code ? say(lang, fieldWords.otherTile) : tileName
  const aspect = textOf(lang, name.aspect.plain)
  return name.point ? inScript(lang, name.point) : say(lang, fieldWords.wholeAspect, { aspect })
}

/** The columns a choice stands for; the schema's problems have refused any other value. */
export function sortedAs(list: Checklist, value: string): Sorted | Record<string, never> {
  const choice = findChoice(list, value)
  return choice ? { tile: choice.tile, aspect: choice.aspect, point: choice.point } : {}
}
