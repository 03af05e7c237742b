import { letters as words } from '../i18n/letters.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Tick } from '../queue/choices.tsx'
import { treeOf } from '../rounds/tree.ts'
import type { Unit } from '../rounds/units.ts'
import { Field, type Filled, Select } from '../ui/field.tsx'
import { OfficeForm } from '../ui/office-form.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'

/** Chosen on purpose: a unit whose place was forgotten would stand outside the routing wall. */
export const NONE = 'none'

interface Props {
  frame: OfficeFrame
  /** The unit to change, or the id a new one will have; and the report for which it is wanted. */
  change: { id: string; version: number } | { newId: string; naming?: string | undefined }
  inspected: readonly Unit[]
  filled: Filled
  overtaken?: boolean
}

export function HandlingUnitPage({ frame, change, inspected, filled, overtaken }: Props) {
  const { lang } = frame.reader
  const isNew = 'newId' in change
  return (
    <OfficePage frame={frame} section="letters">
      <h1>{say(lang, isNew ? words.addUnit : words.editUnit)}</h1>
      <OfficeForm
        lang={lang}
        action={isNew ? paths.newHandlingUnit : paths.handlingUnit(change.id)}
        back={isNew && change.naming ? paths.designate(change.naming) : paths.handlingUnits}
        filled={filled}
        labels={{ ...words, belongsTo: words.belongs }}
        hidden={
          isNew ? { id: change.newId, naming: change.naming ?? '' } : { version: String(change.version) }
        }
        overtaken={overtaken}
      >
        <Field name="name" label={say(lang, words.name)} filled={filled} max={60} required />
        <Field name="contact" label={say(lang, words.contact)} filled={filled} max={40} required />
        <Field name="phone" type="tel" label={say(lang, words.phone)} filled={filled} max={30} required />
        <Select
          name="belongsTo"
          label={say(lang, words.belongs)}
          help={say(lang, words.belongsHelp)}
          filled={filled}
        >
          <option value="">{say(lang, words.choose)}</option>
          <option value={NONE} selected={filled.typed.belongsTo === NONE}>
            {say(lang, words.belongsNone)}
          </option>
          {treeOf(inspected).map(({ unit, depth }) => (
            <option value={unit.id} selected={filled.typed.belongsTo === unit.id}>
              {'　'.repeat(depth)}
              {unit.name}
            </option>
          ))}
        </Select>
        {(filled.problems?.outside || filled.typed.outside) && (
          <Tick name="outside" label={say(lang, words.outside)} filled={filled} />
        )}
        {!isNew && <Tick name="retired" label={say(lang, words.retired)} filled={filled} />}
      </OfficeForm>
    </OfficePage>
  )
}
