import { office } from '../i18n/office.ts'
import { handoutWords } from '../i18n/sheets.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { Field, type Filled, Mistakes } from '../ui/field.tsx'
import { Offline, Overtaken } from '../ui/form-says.tsx'
import { handoutFields } from './handout-fields.ts'

export interface Counting {
  version: number
  filled: Filled
  /** Somebody has counted meanwhile. */
  overtaken: boolean
}

interface Props extends Counting {
  lang: Lang
  action: string
}

/** Cards and table tents: how many were printed and handed out, as somebody has counted them. */
export function HandoutsForm({ lang, action, version, filled, overtaken }: Props) {
  return (
    <section>
      <h2>{say(lang, handoutWords.title)}</h2>
      <p class="soft">{say(lang, handoutWords.lead)}</p>
      {overtaken && <Overtaken lang={lang} />}
      <Mistakes lang={lang} filled={filled} labels={handoutWords} />
      <form method="post" action={action} class="sheet-form" data-desk>
        <input type="hidden" name="version" value={String(version)} />
        {handoutFields.map((name) => (
          <Field
            name={name}
            label={say(lang, handoutWords[name])}
            filled={filled}
            inputmode="numeric"
            max={6}
          />
        ))}
        <p class="buttons">
          <button type="submit" class="btn">
            {say(lang, office.save)}
          </button>
        </p>
        <Offline lang={lang} />
      </form>
    </section>
  )
}
