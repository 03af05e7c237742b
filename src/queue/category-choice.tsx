import { type Checklist, unsorted } from '../categories/checklist.ts'
import { type Choice, choicesOf, findChoice, type Sorted } from '../categories/sorting.ts'
import { fieldWords } from '../i18n/moves.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { type Filled, Select } from '../ui/field.tsx'
import { Nothing, Option } from './choices.tsx'
import type { About } from './move.ts'

/** 类别: the round's aspects and points, by the tile that stands for them. */
export function CategoryChoice({ about: { desk, categories }, filled }: { about: About; filled: Filled }) {
  const { lang } = desk
  return (
    <Select name="category" label={say(lang, fieldWords.category)} filled={filled}>
      <Nothing lang={lang} name="category" filled={filled} />
      {choicesOf(categories).map(({ tile, choices }) => (
        <optgroup label={tile.name[lang === 'zh' ? 0 : 1]}>
          {choices.map((choice) => (
            <Option value={choice.value} chosen={filled.typed.category}>
              {choiceName(lang, choice, tile.name[lang === 'zh' ? 0 : 1])}
            </Option>
          ))}
        </optgroup>
      ))}
    </Select>
  )
}

function choiceName(lang: Lang, { tile, name }: Choice, tileName: string): string {
  if (!name) return tile === unsorted.code ? say(lang, fieldWords.otherTile) : tileName
  const aspect = name.aspect.plain[lang === 'zh' ? 0 : 1]
  return name.point ? `${aspect} · ${name.point}` : say(lang, fieldWords.wholeAspect, { aspect })
}

/** The columns a choice stands for; the schema's problems have refused any other value. */
export function sortedAs(list: Checklist, value: string): Sorted | Record<string, never> {
  const choice = findChoice(list, value)
  return choice ? { tile: choice.tile, aspect: choice.aspect, point: choice.point } : {}
}
