import { settings as words } from '../i18n/settings.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Field, type Filled } from '../ui/field.tsx'
import { OfficeForm } from '../ui/office-form.tsx'

interface Props {
  lang: Lang
  /** How often the list had been set when this page was made. */
  version: number
  filled: Filled
  overtaken: boolean
}

/** The list of dialects, as a person writes a list. */
export function Dialects({ lang, version, filled, overtaken }: Props) {
  return (
    <OfficeForm
      lang={lang}
      action={paths.dialects}
      back={paths.settings}
      filled={filled}
      labels={words}
      hidden={{ version: String(version) }}
      overtaken={overtaken}
    >
      <Field
        name="dialects"
        label={say(lang, words.dialects)}
        help={say(lang, words.dialectsHelp)}
        filled={filled}
        max={200}
        required
      />
    </OfficeForm>
  )
}
