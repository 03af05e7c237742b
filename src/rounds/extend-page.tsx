import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { extendWords, roundWords } from '../i18n/rounds.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Field, type Filled } from '../ui/field.tsx'
import { OfficeForm } from '../ui/office-form.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { latest, mayExtend } from './extending.ts'
import type { Round } from './store.ts'

interface Props {
  frame: OfficeFrame
  round: Round
  version: number
  today: Day
  filled: Filled
  inUse: boolean
  overtaken: boolean
}

/** Intake and the field go on a little longer, once. */
export function ExtendPage({ frame, round, version, today, filled, inUse, overtaken }: Props) {
  const { lang } = frame.reader
  const most = latest(round)
  const field = (name: 'intakeClosesOn' | 'fieldEndsOn') => (
    <Field
      name={name}
      label={say(lang, roundWords[name])}
      help={say(lang, extendWords.help, {
        now: sayDay(round[name], lang, yearOf(today)),
        latest: sayDay(most[name], lang, yearOf(today)),
      })}
      filled={filled}
      type="date"
      required
    />
  )
  return (
    <OfficePage frame={frame} section="rounds">
      <p>
        <a href={paths.round(round.id)}>{round.title}</a>
      </p>
      <h1>{say(lang, extendWords.title)}</h1>
      {mayExtend(round, today) ? (
        <>
          <p>{say(lang, extendWords.lead)}</p>
          {inUse && <p class="box">{say(lang, extendWords.printed)}</p>}
          <OfficeForm
            lang={lang}
            action={paths.extendRound(round.id)}
            back={paths.round(round.id)}
            filled={filled}
            labels={roundWords}
            hidden={{ version: String(version) }}
            overtaken={overtaken}
            submit={say(lang, extendWords.title)}
          >
            <div class="pair">
              {field('intakeClosesOn')}
              {field('fieldEndsOn')}
            </div>
          </OfficeForm>
        </>
      ) : (
        <p class="box warn" role={overtaken ? 'alert' : undefined}>
          {say(lang, round.closedBefore === null ? extendWords.notOpen : extendWords.once)}
        </p>
      )}
    </OfficePage>
  )
}
