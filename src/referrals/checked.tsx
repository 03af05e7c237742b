import { findingWords, refer } from '../i18n/referrals.ts'
import { type Lang, say, textOf } from '../i18n/speak.ts'
import { team } from '../i18n/team.ts'

/** Where the redaction check says what there is to look at; a script fills it in. Stands inside `[data-check]`. */
export function Places({ lang }: { lang: Lang }) {
  const names = Object.fromEntries(
    Object.entries(findingWords).map(([kind, words]) => [kind, textOf(lang, words)]),
  )
  return (
    <p
      class="box"
      role="status"
      data-places
      data-names={JSON.stringify(names)}
      data-some={textOf(lang, refer.places)}
      data-nothing={say(lang, refer.noPlaces)}
      data-no-check={say(lang, refer.noCheck)}
      data-and={say(lang, team.and)}
    >
      {say(lang, refer.checking)}
    </p>
  )
}
