import { codeWords, printWords } from '../i18n/codes.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Field, type Filled } from '../ui/field.tsx'
import { Offline } from '../ui/form-says.tsx'
import type { Code } from './store.ts'

/** How many sheets there are; more may be wanted once they hang. */
export function SheetsForm({ lang, code, filled }: { lang: Lang; code: Code; filled: Filled }) {
  return (
    <form method="post" action={paths.codeSheets(code.token)} class="noprint beside" data-desk>
      <Field
        name="sheets"
        label={say(lang, codeWords.sheets)}
        filled={filled}
        max={3}
        inputmode="numeric"
        required
      />
      <button type="submit" class="btn">
        {say(lang, printWords.change)}
      </button>
      <Offline lang={lang} />
    </form>
  )
}
