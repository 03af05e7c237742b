import { type Lang, say, textOf } from '../i18n/speak.ts'
import { steps } from '../i18n/telling.ts'
import { tileWords } from '../i18n/tiles.ts'
import type { UnitType } from '../rounds/tables.ts'
import { type Filled, told, Wrong } from './filled.tsx'
import { Onward } from './onward.tsx'
import { UNSORTED } from './rules.ts'
import { tilesOf } from './tiles.ts'

/** Step 1: which matter. */
export function Matter({
  lang,
  unit,
  type,
  filled,
}: {
  lang: Lang
  unit: string
  type: UnitType
  filled: Filled
}) {
  return (
    <section data-step="1" data-letterhead={say(lang, steps.at, { unit, n: 1 })}>
      <h1 tabindex={-1} id="matter">
        <span data-for="problem conduct">{say(lang, steps.matter)}</span>
        <span data-for="suggestion" hidden>
          {say(lang, steps.matterSuggestion)}
        </span>
      </h1>
      <p>{say(lang, steps.matterLine)}</p>
      <Wrong lang={lang} field="tile" filled={filled} />
      <div
        class="tiles"
        id="tile"
        tabindex={-1}
        role="radiogroup"
        aria-labelledby="matter"
        {...told('tile', filled)}
      >
        {tilesOf(type).map(({ code }) => (
          <TileChoice lang={lang} code={code} filled={filled} />
        ))}
      </div>
      <Onward lang={lang}>
        <button type="button" class="btn quiet" data-call>
          {say(lang, steps.callMe)}
        </button>
      </Onward>
    </section>
  )
}

function TileChoice({ lang, code, filled }: { lang: Lang; code: string; filled: Filled }) {
  const words = tileWords[code]
  if (!words) throw new Error(`no words for the tile ${code}`)
  const [name, more] = [words.name, words.more].map((phrase) => phrase && textOf(lang, phrase))
  const id = `tile-${code}`
  return (
    <>
      <input type="radio" name="tile" id={id} value={code} checked={filled.answers?.tile === code} />
      <label class={code === UNSORTED ? 'tile wide' : 'tile'} for={id}>
        {name}
        {more && <small>{more}</small>}
      </label>
    </>
  )
}
