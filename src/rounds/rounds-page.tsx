import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { categoryWords } from '../i18n/categories.ts'
import { progressWords, stageWords } from '../i18n/round-stages.ts'
import { roundTypes, roundWords } from '../i18n/rounds.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { intakeLine } from './intake-line.ts'
import type { Round } from './store.ts'

export function RoundsPage({
  frame,
  rounds,
  inUse,
  today,
}: {
  frame: OfficeFrame
  rounds: readonly Round[]
  /** Those of which a notice is in use. */
  inUse: ReadonlySet<string>
  today: Day
}) {
  const { lang } = frame.reader
  const day = (on: Day) => sayDay(on, lang, yearOf(today))
  return (
    <OfficePage frame={frame} section="rounds">
      <h1>{say(lang, roundWords.list)}</h1>
      {rounds.length === 0 ? (
        <p>{say(lang, roundWords.none)}</p>
      ) : (
        <table class="roll">
          <thead>
            <tr>
              <th>{say(lang, roundWords.title)}</th>
              <th>{say(lang, roundWords.type)}</th>
              <th>{say(lang, progressWords.title)}</th>
              <th>{say(lang, roundWords.dates)}</th>
              <th>{say(lang, roundWords.intake)}</th>
            </tr>
          </thead>
          <tbody>
            {rounds.map((round) => (
              <tr>
                <td>
                  <a href={paths.round(round.id)}>{round.title}</a>
                </td>
                <td data-head={say(lang, roundWords.type)}>{say(lang, roundTypes[round.type])}</td>
                <td data-head={say(lang, progressWords.title)}>{say(lang, stageWords[round.stage])}</td>
                <td>
                  {say(lang, roundWords.field, { from: day(round.enteredOn), to: day(round.fieldEndsOn) })}
                </td>
                <td data-head={say(lang, roundWords.intake)}>
                  {intakeLine(lang, round, today, inUse.has(round.id))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>
        <a class="btn go" href={paths.newRound}>
          {say(lang, roundWords.add)}
        </a>{' '}
        <a class="btn" href={paths.categories}>
          {say(lang, categoryWords.title)}
        </a>
      </p>
    </OfficePage>
  )
}
