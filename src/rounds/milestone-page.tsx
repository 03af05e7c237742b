import { milestoneKindWords, milestoneWords } from '../i18n/round-stages.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Field, type Filled, Select } from '../ui/field.tsx'
import { OfficeForm } from '../ui/office-form.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { milestoneKinds } from './stages.ts'
import type { Round } from './store.ts'
import { VoidPart } from './void-part.tsx'

interface Props {
  frame: OfficeFrame
  round: Round
  /** The milestone to change, or the id a new one will have. */
  change: { id: string; version: number } | { newId: string }
  filled: Filled
  overtaken: boolean
}

export function MilestonePage({ frame, round, change, filled, overtaken }: Props) {
  const { lang } = frame.reader
  const isNew = 'newId' in change
  const { newMilestone, milestone } = paths
  return (
    <OfficePage frame={frame} section="rounds">
      <p>
        <a href={paths.round(round.id)}>{round.title}</a>
      </p>
      <h1>{say(lang, isNew ? milestoneWords.title : milestoneWords.edit)}</h1>
      <OfficeForm
        lang={lang}
        action={isNew ? newMilestone(round.id) : milestone(round.id, change.id)}
        back={paths.round(round.id)}
        filled={filled}
        labels={milestoneWords}
        hidden={isNew ? { id: change.newId } : { version: String(change.version) }}
        overtaken={overtaken}
      >
        <Select name="kind" label={say(lang, milestoneWords.kind)} filled={filled}>
          {milestoneKinds.map((kind) => (
            <option value={kind} selected={filled.typed.kind === kind}>
              {say(lang, milestoneKindWords[kind])}
            </option>
          ))}
        </Select>
        <Field
          name="name"
          label={say(lang, milestoneWords.name)}
          help={say(lang, milestoneWords.nameHelp)}
          filled={filled}
          max={40}
        />
        <div class="pair">
          <Field name="due" label={say(lang, milestoneWords.due)} filled={filled} type="date" required />
          <Field name="doneOn" label={say(lang, milestoneWords.doneOn)} filled={filled} type="date" />
        </div>
      </OfficeForm>
      {!isNew && (
        <VoidPart lang={lang} action={paths.voidMilestone(round.id, change.id)} version={change.version} />
      )}
    </OfficePage>
  )
}
