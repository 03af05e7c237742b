import { type Tile, tilesOf, unsorted } from '../categories/checklist.ts'
import { type Shown, sentTile } from '../categories/editions.ts'
import { pictogramOf } from '../categories/pictograms.ts'
import { steps } from '../i18n/filing.ts'
import { type Lang, say, textOf } from '../i18n/speak.ts'
import { type Filled, told, Wrong } from './filled.tsx'
import { ForKinds } from './for-kinds.tsx'
import { Onward } from './onward.tsx'

/** Step 1: which matter. */
export function Matter({
  lang,
  about,
  categories,
  filled,
}: {
  lang: Lang
  /** Whom it is about: the unit, or past the team the team's people. */
  about: string
  categories: Shown
  filled: Filled
}) {
  return (
    <section data-step="1" data-letterhead={say(lang, steps.at, { about, n: 1 })}>
      <h1 tabindex={-1} aria-level={2} id="matter">
        <ForKinds
          lang={lang}
          words={[
            ['any', steps.matterAny],
            ['problem conduct', steps.matter],
            ['suggestion', steps.matterSuggestion],
          ]}
        />
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
        {tilesOf(categories.list).map((tile) => (
          <TileChoice
            lang={lang}
            tile={tile}
            value={sentTile(categories.edition, tile.code)}
            filled={filled}
          />
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

function TileChoice({
  lang,
  tile,
  value,
  filled,
}: {
  lang: Lang
  tile: Tile
  value: string
  filled: Filled
}) {
  const { code } = tile
  const more = tile.more && textOf(lang, tile.more)
  const id = `tile-${code}`
  return (
    <>
      <input type="radio" name="tile" id={id} value={value} checked={filled.answers?.tile === value} />
      <label class={`tile p${pictogramOf(tile)}${code === unsorted.code ? ' wide' : ''}`} for={id}>
        {tile.suggested ? (
          <ForKinds
            lang={lang}
            words={[
              ['any suggestion', tile.suggested],
              ['problem conduct', tile.name],
            ]}
          />
        ) : (
          textOf(lang, tile.name)
        )}
        {more && <small data-for={code === unsorted.code ? undefined : 'problem conduct'}>{more}</small>}
      </label>
    </>
  )
}
