import { teamWords } from '../i18n/rounds.ts'
import { say } from '../i18n/speak.ts'
import { dialectsIn } from '../office/dialects.ts'
import { paths } from '../paths.ts'
import { Field, type Filled } from '../ui/field.tsx'
import { OfficeForm } from '../ui/office-form.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { Ticks } from '../ui/ticks.tsx'

interface Props {
  frame: OfficeFrame
  roundId: string
  /** The team to change, or the id a new one will have. */
  change: { id: string; version: number } | { newId: string }
  filled: Filled
  /** What it may speak: the office's words, and those it had before. */
  dialects: readonly string[]
  /** What a team's name becomes at the head of its notice. */
  letterhead: string
  inUse?: boolean
  /** A table named it: telephone and hours are still the office's. */
  isBare?: boolean
  overtaken?: boolean
}

export function TeamPage({
  frame,
  roundId,
  change,
  filled,
  dialects,
  letterhead,
  inUse,
  isBare,
  overtaken,
}: Props) {
  const { lang } = frame.reader
  const isNew = 'newId' in change
  const help = {
    name: say(lang, teamWords.nameHelp, { letterhead }),
    hours: say(lang, teamWords.hoursHelp),
  } as Record<string, string | undefined>
  const field = (name: 'name' | 'base' | 'postal' | 'box' | 'hours', max: number) => (
    <Field
      name={name}
      label={say(lang, teamWords[name])}
      help={help[name]}
      filled={filled}
      max={max}
      required
    />
  )
  return (
    <OfficePage frame={frame} section="rounds">
      <h1>{say(lang, isNew ? teamWords.add : teamWords.edit)}</h1>
      <p class="box">{say(lang, inUse ? teamWords.inUse : teamWords.printed)}</p>
      {isBare && <p class="box warn">{say(lang, teamWords.officePhone)}</p>}
      <OfficeForm
        lang={lang}
        action={isNew ? paths.newTeam(roundId) : paths.team(change.id)}
        back={paths.round(roundId)}
        filled={filled}
        labels={teamWords}
        hidden={isNew ? { id: change.newId } : { version: String(change.version) }}
        overtaken={overtaken}
      >
        {field('name', 20)}
        {field('base', 60)}
        {field('postal', 80)}
        {field('box', 60)}
        <div class="pair">
          <Field
            name="phone"
            label={say(lang, teamWords.phone)}
            filled={filled}
            type="tel"
            max={30}
            required
          />
          {field('hours', 30)}
        </div>
        <Ticks
          name="dialects"
          label={say(lang, teamWords.dialects)}
          filled={filled}
          all={dialects}
          ticked={dialectsIn(filled.typed.dialects ?? '')}
        >
          <a href={paths.settings}>{say(lang, teamWords.dialectsHelp)}</a>
        </Ticks>
      </OfficeForm>
    </OfficePage>
  )
}
