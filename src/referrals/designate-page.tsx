import { letters as words } from '../i18n/letters.ts'
import { moveWords } from '../i18n/moves.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Nothing, Option } from '../queue/choices.tsx'
import { type Filled, Select } from '../ui/field.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import type { HandlingUnit } from './handling-units.ts'

interface Props {
  frame: OfficeFrame
  report: { id: string; steps: number }
  team: string
  about: string
  units: readonly HandlingUnit[]
  filled: Filled
  trouble?: string | undefined
}

/** Given back twice: the office names who has it, and reads nothing of it. */
export function DesignatePage({ frame, report, team, about, units, filled, trouble }: Props) {
  const { lang } = frame.reader
  return (
    <OfficePage frame={frame} section="letters">
      <h1>{say(lang, moveWords.designate)}</h1>
      {trouble && (
        <p class="box warn" role="alert">
          {trouble}
        </p>
      )}
      <p class="lead">{say(lang, words.designateOne, { team, about })}</p>
      <p>{say(lang, words.permitReturned)}</p>
      <form method="post" action={paths.designate(report.id)} class="sheet-form" data-desk>
        <input type="hidden" name="steps" value={String(report.steps)} />
        <Select name="handlingUnit" label={say(lang, words.unit)} filled={filled}>
          <Nothing lang={lang} name="handlingUnit" filled={filled} />
          {units.map(({ id, name }) => (
            <Option value={id} chosen={filled.typed.handlingUnit}>
              {name}
            </Option>
          ))}
        </Select>
        <button type="submit" class="btn go">
          {say(lang, moveWords.designate)}
        </button>
      </form>
      <p>
        <a class="btn quiet" href={paths.letters}>
          {say(lang, words.back)}
        </a>
      </p>
    </OfficePage>
  )
}
