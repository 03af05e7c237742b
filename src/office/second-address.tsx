import { desk } from '../i18n/desk.ts'
import { office } from '../i18n/office.ts'
import { settings as words } from '../i18n/settings.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Field, type Filled, Mistakes } from '../ui/field.tsx'

interface Props {
  lang: Lang
  /** How often it had been set when this page was made. */
  version: number
  filled: Filled
  isStale: boolean
}

/** Printed under the first address once the root has signed it, which needs the administrator's own browser. */
export function SecondAddress({ lang, version, filled, isStale }: Props) {
  return (
    <>
      {isStale && (
        <p class="box warn" role="alert">
          {say(lang, desk.stale)}
        </p>
      )}
      <Mistakes lang={lang} filled={filled} />
      <form method="post" action={paths.secondAddress} class="sheet-form" data-desk data-second-address>
        <input type="hidden" name="version" value={version} />
        <Field
          name="second"
          label={say(lang, words.second)}
          help={say(lang, words.secondHelp)}
          filled={filled}
          max={200}
        />
        <p data-needs-scripts>{say(lang, desk.needsScripts)}</p>
        <p class="buttons">
          <button type="submit" class="btn go" disabled>
            {say(lang, office.save)}
          </button>
        </p>
      </form>
    </>
  )
}
