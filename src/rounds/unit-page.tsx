import { say } from '../i18n/speak.ts'
import { unitTypeWords, unitWords } from '../i18n/units.ts'
import { paths } from '../paths.ts'
import { markOfStranded, type Stranded } from '../recusal/stranded.ts'
import { StrandedPart, strandedWords } from '../recusal/stranded-part.tsx'
import { Field, type Filled, Select } from '../ui/field.tsx'
import { OfficeForm } from '../ui/office-form.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { unitTypes } from './tables.ts'
import { treeOf } from './tree.ts'
import type { Unit } from './units.ts'
import { VoidPart } from './void-part.tsx'

interface Props {
  frame: OfficeFrame
  /** The unit to change, or the id a new one will have. */
  change: { id: string; version: number } | { newId: string }
  filled: Filled
  /** Whatever may be its parent. */
  parents: readonly Unit[]
  inUse?: boolean
  /** It was entered by mistake, or so it may be: nothing leads to it. */
  mayVoid?: boolean
  overtaken?: boolean
  /** Whom it would leave without anybody to approve, where it is to lie. */
  stranded: readonly Stranded[]
}

export function UnitPage({ frame, change, filled, parents, inUse, mayVoid, overtaken, stranded }: Props) {
  const { lang } = frame.reader
  const isNew = 'newId' in change
  return (
    <OfficePage frame={frame} section="units">
      <h1>{say(lang, isNew ? unitWords.add : unitWords.edit)}</h1>
      {inUse && <p class="box">{say(lang, unitWords.inUse)}</p>}
      <OfficeForm
        lang={lang}
        action={isNew ? paths.newUnit : paths.unit(change.id)}
        back={paths.units}
        filled={filled}
        labels={{ ...unitWords, parentId: unitWords.parent }}
        hidden={isNew ? { id: change.newId } : { version: String(change.version) }}
        overtaken={overtaken}
      >
        <Field
          name="name"
          label={say(lang, unitWords.name)}
          help={say(lang, unitWords.nameHelp)}
          filled={filled}
          max={40}
          required
        />
        <Field name="shortName" label={say(lang, unitWords.shortName)} filled={filled} max={12} required />
        <Select
          name="type"
          label={say(lang, unitWords.type)}
          help={say(lang, unitWords.typeHelp)}
          filled={filled}
        >
          {unitTypes.map((type) => (
            <option value={type} selected={filled.typed.type === type}>
              {say(lang, unitTypeWords[type])}
            </option>
          ))}
        </Select>
        <Field
          name="system"
          label={say(lang, unitWords.system)}
          help={say(lang, unitWords.systemHelp)}
          filled={filled}
          max={12}
        />
        <Field
          name="headcount"
          label={say(lang, unitWords.headcount)}
          help={say(lang, unitWords.headcountHelp)}
          filled={filled}
          inputmode="numeric"
        />
        <Select name="parentId" label={say(lang, unitWords.parent)} filled={filled}>
          <option value="">{say(lang, unitWords.noParent)}</option>
          {treeOf(parents).map(({ unit, depth }) => (
            <option value={unit.id} selected={filled.typed.parentId === unit.id}>
              {'　'.repeat(depth)}
              {unit.name}
            </option>
          ))}
        </Select>
        <StrandedPart
          lang={lang}
          lines={strandedWords(lang, stranded)}
          mark={markOfStranded(filled.typed.parentId ?? '', stranded)}
        />
      </OfficeForm>
      {!isNew && mayVoid && (
        <VoidPart lang={lang} action={paths.voidUnit(change.id)} version={change.version}>
          <p>{say(lang, unitWords.voidSays)}</p>
        </VoidPart>
      )}
    </OfficePage>
  )
}
