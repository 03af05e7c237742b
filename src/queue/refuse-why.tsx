import { sheet } from '../i18n/report.ts'
import { type Lang, say } from '../i18n/speak.ts'
import type { Filled } from '../ui/field.tsx'
import { Control, Sealed } from './sealed-field.tsx'

/** Why a draft does not go through, for whoever drafted it. */
export const RefuseWhy = ({ lang, filled }: { lang: Lang; filled: Filled }) => (
  <Sealed name="refuseWhy" seal="why" filled={filled}>
    <Control field="text" id="refuseWhy" label={say(lang, sheet.refuseWhy)} rows={2} max={300} required />
  </Sealed>
)
