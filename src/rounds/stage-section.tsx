import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { office } from '../i18n/office.ts'
import { progressWords, stageMoveWords, stageWords } from '../i18n/round-stages.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { OFFICE } from '../staff/roles.ts'
import { Field, type Filled, Mistakes } from '../ui/field.tsx'
import { Offline } from '../ui/form-says.tsx'
import type { InTheWay } from './reaching.ts'
import type { RoundView } from './round-view.ts'
import { moveOf, nextMove } from './stages.ts'

interface Props {
  lang: Lang
  view: RoundView
  filled: Filled
}

/** Where a round stands, what comes next, and since when. */
export function StageSection({ lang, view, filled }: Props) {
  const { round, reached, today } = view
  const since = (day: Day) => sayDay(day, lang, yearOf(today))
  const latest = reached.at(-1)
  const stage = say(lang, stageWords[round.stage])
  return (
    <>
      <h2 id="stage">{say(lang, progressWords.title)}</h2>
      <p>
        <strong>{latest ? say(lang, progressWords.since, { stage, day: since(latest.day) }) : stage}</strong>
      </p>
      <Next lang={lang} view={view} filled={filled} />
      {reached.length > 1 && (
        <details>
          <summary>{say(lang, progressWords.way)}</summary>
          <ol>
            {reached.map(({ stage, day }) => (
              <li>
                {say(lang, progressWords.since, { stage: say(lang, stageWords[stage]), day: since(day) })}
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}

function Next({ lang, view, filled }: Props) {
  const { round, version, inTheWay } = view
  const name = nextMove(round.stage)
  if (!name) return null
  const { ends } = moveOf(name)
  const move = say(lang, stageMoveWords[name])
  const next = say(lang, progressWords.next, { move })
  const isBlocked = inTheWay && (inTheWay.early || inTheWay.teams.length > 0 || inTheWay.open > 0)
  if (isBlocked) {
    return (
      <>
        <p>{next}</p>
        <Blocked lang={lang} inTheWay={inTheWay} />
      </>
    )
  }
  return (
    <>
      <Mistakes lang={lang} filled={filled} />
      <form method="post" action={paths.moveRound(round.id)} class="sheet-form" data-desk>
        <input type="hidden" name="version" value={String(version)} />
        <input type="hidden" name="move" value={name} />
        <p>{next}</p>
        {ends ? (
          <p class="soft">{say(lang, progressWords.ends)}</p>
        ) : (
          // Of what cannot be taken back no day is there before somebody has written it.
          <Field name="on" label={say(lang, progressWords.on)} filled={filled} type="date" required />
        )}
        <p>
          <button type="submit" class="btn">
            {ends ? move : say(lang, progressWords.button, { move })}
          </button>
        </p>
        <Offline lang={lang} />
      </form>
    </>
  )
}

function Blocked({ lang, inTheWay: { early, teams, open } }: { lang: Lang; inTheWay: InTheWay }) {
  return (
    <div class="box warn">
      {early && <p>{say(lang, progressWords.early)}</p>}
      {open > 0 && (
        <p>
          {say(lang, progressWords.open, { n: open })}{' '}
          {teams.length === 0 && <a href={paths.desk(OFFICE)}>{say(lang, office.aboutTeams)}</a>}
        </p>
      )}
      {teams.length > 0 && (
        <p>
          {say(lang, progressWords.teams)}
          {teams.map(({ id, name }) => (
            <>
              {' '}
              <a href={paths.closeTeam(id)}>{name}</a>
            </>
          ))}
        </p>
      )}
    </div>
  )
}
