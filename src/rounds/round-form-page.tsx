import { roundTypes, roundWords } from '../i18n/rounds.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Field, type Filled, Select } from '../ui/field.tsx'
import { OfficeForm } from '../ui/office-form.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'

interface Props {
  frame: OfficeFrame
  /** The round to change, or the id a new one will have. */
  change: { id: string; version: number } | { newId: string }
  filled: Filled
  /** How the title would be written by itself. */
  example: string
  /** Notices of the round hang already. */
  inUse?: boolean
  overtaken?: boolean
}

export function RoundFormPage({ frame, change, filled, example, inUse, overtaken }: Props) {
  const { lang } = frame.reader
  const isNew = 'newId' in change
  const number = (name: 'term' | 'seq') => (
    <Field
      name={name}
      label={say(lang, roundWords[name])}
      help={say(lang, roundWords[`${name}Help`])}
      filled={filled}
      max={2}
      inputmode="numeric"
      required
    />
  )
  const date = (name: 'enteredOn' | 'fieldEndsOn' | 'intakeOpensOn' | 'intakeClosesOn', help?: string) => (
    <Field name={name} label={say(lang, roundWords[name])} help={help} filled={filled} type="date" required />
  )
  const text = (name: 'title' | 'theme' | 'scope' | 'parent', help: string, max: number, rows?: number) => (
    <Field
      name={name}
      label={say(lang, roundWords[name])}
      help={help}
      filled={filled}
      max={max}
      rows={rows}
    />
  )
  return (
    <OfficePage frame={frame} section="rounds">
      <h1>{say(lang, isNew ? roundWords.add : roundWords.edit)}</h1>
      {inUse && <p class="box">{say(lang, roundWords.printed)}</p>}
      <OfficeForm
        lang={lang}
        action={isNew ? paths.newRound : paths.editRound(change.id)}
        back={isNew ? paths.rounds : paths.round(change.id)}
        filled={filled}
        labels={roundWords}
        hidden={isNew ? { id: change.newId } : { version: String(change.version) }}
        overtaken={overtaken}
      >
        <div class="pair">
          {number('term')}
          {number('seq')}
          <Select name="type" label={say(lang, roundWords.type)} filled={filled}>
            {Object.entries(roundTypes).map(([key, phrase]) => (
              <option value={key} selected={filled.typed.type === key}>
                {say(lang, phrase)}
              </option>
            ))}
          </Select>
        </div>
        {text(
          'title',
          say(lang, filled.typed.type === 'standing' ? roundWords.titleHelp : roundWords.titleStanding, {
            title: example,
          }),
          60,
        )}
        {text('theme', say(lang, roundWords.themeHelp), 40)}
        {text('scope', say(lang, roundWords.scopeHelp), 60, 2)}
        {text('parent', say(lang, roundWords.parentHelp), 60)}
        <div class="pair">
          {date('enteredOn')}
          {date('fieldEndsOn')}
        </div>
        <div class="pair">
          {date('intakeOpensOn')}
          {date('intakeClosesOn', say(lang, roundWords.closesHelp))}
        </div>
      </OfficeForm>
    </OfficePage>
  )
}
