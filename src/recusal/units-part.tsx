import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { endReasons, recusalWords, unitReasons, recusal as words } from '../i18n/recusal.ts'
import { type Lang, say, wordOf } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Nothing } from '../queue/choices.tsx'
import { treeOf } from '../rounds/tree.ts'
import type { Unit } from '../rounds/units.ts'
import { type Filled, Select } from '../ui/field.tsx'
import { Reasons } from './recusal-part.tsx'
import type { Stranded } from './stranded.ts'
import { StrandedPart, strandedWords } from './stranded-part.tsx'

export interface Recused {
  away: readonly { unitId: string; reason: string; on: Day }[]
  units: readonly Unit[]
  today: Day
  /** Teams in which nobody could approve any more. */
  stranded: readonly Stranded[]
  /** Of what is said of them. */
  mark: string
}

interface Props extends Recused {
  lang: Lang
  person: { id: string; name: string }
  version: number
  filled: Filled
  mayEnd: boolean
}

/** 回避单位: from which units somebody stays away; the office says so, and says when it is over. */
export function UnitsPart({
  lang,
  person,
  version,
  away,
  units,
  today,
  filled,
  stranded,
  mark,
  mayEnd,
}: Props) {
  const seen = <input type="hidden" name="version" value={String(version)} />
  const named = away.map((one) => ({
    ...one,
    name: units.find(({ id }) => id === one.unitId)?.name ?? one.unitId,
  }))
  const isWrong = (...fields: string[]) => fields.some((field) => filled.problems?.[field])
  return (
    <section id="recusal">
      <h2>{say(lang, words.units)}</h2>
      <ul>
        {named.map(({ name, reason, on }) => (
          <li>
            {name}{' '}
            <span class="soft">
              {wordOf(lang, recusalWords, reason)} · {sayDay(on, lang, yearOf(today))}
            </span>
          </li>
        ))}
      </ul>
      <details open={isWrong('unit', 'recusalReason', 'knows')}>
        <summary>{say(lang, words.set)}</summary>
        <form method="post" action={paths.unitRecusals(person.id)} class="sheet-form" data-desk>
          {seen}
          <Select name="unit" label={say(lang, words.unit)} filled={filled}>
            <Nothing lang={lang} name="unit" filled={filled} />
            {treeOf(units).map(({ unit, depth }) => (
              <option value={unit.id} selected={filled.typed.unit === unit.id}>
                {'　'.repeat(depth)}
                {unit.name}
              </option>
            ))}
          </Select>
          <Reasons lang={lang} name="recusalReason" reasons={unitReasons} filled={filled} />
          <p class="soft">{say(lang, words.unitTold)}</p>
          <StrandedPart lang={lang} mark={mark} lines={strandedWords(lang, stranded)} />
          <button type="submit" class="btn">
            {say(lang, words.set)}
          </button>
        </form>
      </details>
      {mayEnd && away.length > 0 && (
        <details open={isWrong('whose', 'endReason')}>
          <summary>{say(lang, words.end)}</summary>
          <form method="post" action={paths.endUnitRecusal(person.id)} class="sheet-form" data-desk>
            {seen}
            <Select name="whose" label={say(lang, words.unit)} filled={filled}>
              <Nothing lang={lang} name="whose" filled={filled} />
              {named.map(({ unitId, name }) => (
                <option value={unitId} selected={filled.typed.whose === unitId}>
                  {name}
                </option>
              ))}
            </Select>
            <Reasons lang={lang} name="endReason" reasons={endReasons} filled={filled} />
            <button type="submit" class="btn">
              {say(lang, words.end)}
            </button>
          </form>
        </details>
      )}
    </section>
  )
}
