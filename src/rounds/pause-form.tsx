import { sayDay, yearOf } from '../clock/day.ts'
import { pauseWords } from '../i18n/rounds.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Field, type Filled } from '../ui/field.tsx'
import { Offline } from '../ui/form-says.tsx'
import { intakeOf } from './intake.ts'
import type { RoundView } from './round-view.ts'

/**
 * Pausing and resuming a round's intake. What is typed is what the public reads. A pause that is on stands open; one
 * that may be made waits behind its name.
 */
export function Pause({ lang, view, filled }: { lang: Lang; view: RoundView; filled: Filled }) {
  const { round, version, today } = view
  if (intakeOf(round, today) === 'closed') return null
  const isPaused = round.pausedReason !== null
  const title = say(lang, isPaused ? pauseWords.resume : pauseWords.pause)
  const form = (
    <form method="post" action={paths.pauseRound(round.id)} class="sheet-form" data-desk>
      <input type="hidden" name="version" value={String(version)} />
      <input type="hidden" name="do" value={isPaused ? 'resume' : 'pause'} />
      {isPaused ? <Expected lang={lang} view={view} /> : <Reason lang={lang} view={view} filled={filled} />}
      <button type="submit" class="btn">
        {title}
      </button>
      <Offline lang={lang} />
    </form>
  )
  if (!isPaused) {
    const wasTyped = Object.keys(filled.typed).length > 0
    return (
      <details id="pause" open={wasTyped}>
        <summary>{title}</summary>
        {form}
      </details>
    )
  }
  return (
    <>
      <h2 id="pause">{title}</h2>
      {form}
    </>
  )
}

function Reason({ lang, view, filled }: { lang: Lang; view: RoundView; filled: Filled }) {
  const [first] = view.teams
  return (
    <>
      <Field
        name="reason"
        label={say(lang, pauseWords.reason)}
        help={first && say(lang, pauseWords.reasonHelp, { phone: first.team.phone })}
        filled={filled}
        max={40}
        required
      />
      <Field name="resumesOn" label={say(lang, pauseWords.resumesOn)} filled={filled} type="date" />
    </>
  )
}

function Expected({ lang, view: { round, today } }: { lang: Lang; view: RoundView }) {
  if (!round.resumesOn) return null
  return (
    <>
      <p>{say(lang, pauseWords.expected, { day: sayDay(round.resumesOn, lang, yearOf(today)) })}</p>
      {today >= round.resumesOn && <p class="due">{say(lang, pauseWords.overdue)}</p>}
    </>
  )
}
