import { reportWords } from '../i18n/report.ts'
import type { Filled } from '../ui/field.tsx'
import { Control, Sealed } from '../ui/sealed-field.tsx'
import type { Desk } from './desk.ts'
import { textAt } from './words.ts'

/** Why a draft does not go through, for whoever drafted it. */
export const RefuseWhy = ({ desk, filled }: { desk: Desk; filled: Filled }) => (
  <Sealed name="refuseWhy" seal="why" filled={filled}>
    <Control
      field="text"
      id="refuseWhy"
      label={textAt(desk, reportWords.refuseWhy)}
      rows={2}
      max={300}
      required
    />
  </Sealed>
)
