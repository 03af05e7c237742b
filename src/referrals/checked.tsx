import { findingWords, refer } from '../i18n/referrals.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { team } from '../i18n/team.ts'

/** Where the redaction check says what there is to look at; a script fills it in. Stands inside `[data-check]`. */
export function Places({ lang }: { lang: Lang }) {
  const at = lang === 'zh' ? 0 : 1
  const names = Object.fromEntries(Object.entries(findingWords).map(([kind, words]) => [kind, words[at]]))
  return (
    <p
      class="box"
      role="status"
      data-places
      data-names={JSON.stringify(names)}
      data-some={refer.places[at]}
      data-nothing={say(lang, refer.noPlaces)}
      data-no-check={say(lang, refer.noCheck)}
      data-and={say(lang, team.and)}
    >
      {say(lang, refer.checking)}
    </p>
  )
}
