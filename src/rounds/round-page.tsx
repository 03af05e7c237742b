import { trees } from '../categories/checklist.ts'
import { FIRST } from '../categories/store.ts'
import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { categoryWords, treeWords } from '../i18n/categories.ts'
import { office } from '../i18n/office.ts'
import { closingWords, countWords } from '../i18n/round-closing.ts'
import { liveCodeWords, roundTypes, roundWords } from '../i18n/rounds.ts'
import { say } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { paths } from '../paths.ts'
import type { Filled } from '../ui/field.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { CountsTable } from './counts-table.tsx'
import { intakeLine } from './intake-line.ts'
import { Pause } from './pause-form.tsx'
import { closesLate } from './round-form.ts'
import type { RoundView } from './round-view.ts'

interface Props {
  frame: OfficeFrame
  view: RoundView
  pause: Filled
  overtaken?: boolean
}

export function RoundPage({ frame, view, pause, overtaken }: Props) {
  const { lang } = frame.reader
  const { round, today, unknownYears } = view
  const day = (on: Day) => sayDay(on, lang, yearOf(today))
  return (
    <OfficePage frame={frame} section="rounds">
      <h1>{round.title}</h1>
      {overtaken && (
        <p class="box warn" role="alert">
          {say(lang, office.overtaken)}
        </p>
      )}
      {closesLate(round) && <p class="box warn">{say(lang, roundWords.closesLate)}</p>}
      {unknownYears.map((year) => (
        <p class="box warn">{say(lang, office.holidays, { year })}</p>
      ))}
      <dl class="facts">
        <dt>{say(lang, roundWords.type)}</dt>
        <dd>
          {say(lang, roundTypes[round.type])}
          {round.theme && say(lang, office.colon) + round.theme}
        </dd>
        <dt>{say(lang, roundWords.dates)}</dt>
        <dd>{say(lang, roundWords.field, { from: day(round.enteredOn), to: day(round.fieldEndsOn) })}</dd>
        <dt>{say(lang, roundWords.intake)}</dt>
        <dd>
          {say(lang, roundWords.window, { from: day(round.intakeOpensOn), to: day(round.intakeClosesOn) })}
          <br />
          <strong>{intakeLine(lang, round, today)}</strong>
        </dd>
        <dt>{say(lang, categoryWords.title)}</dt>
        <dd>
          {trees.map((tree) => {
            const version = round.categories?.[tree] ?? FIRST
            return (
              <div>
                <a href={paths.treeVersion(tree, String(version))}>
                  {say(lang, treeWords[tree])} {say(lang, categoryWords.version, { n: version })}
                </a>
              </div>
            )
          })}
        </dd>
      </dl>
      <p class="buttons">
        <a class="btn" href={paths.editRound(round.id)}>
          {say(lang, roundWords.edit)}
        </a>
        <a class="btn" href={paths.codes(round.id)}>
          {say(lang, roundWords.codes)}
        </a>
      </p>
      <h2 id="counts">{say(lang, countWords.title)}</h2>
      <CountsTable lang={lang} counts={view.counts} now={view.now} />
      <Teams frame={frame} view={view} />
      <Units frame={frame} view={view} />
      <Pause lang={lang} view={view} filled={pause} />
    </OfficePage>
  )
}

function Teams({ frame: { reader }, view }: { frame: OfficeFrame; view: RoundView }) {
  const { lang } = reader
  return (
    <>
      <h2>{say(lang, roundWords.teams)}</h2>
      {view.teams.length === 0 ? (
        <p>{say(lang, roundWords.noTeams)}</p>
      ) : (
        <table class="roll">
          <thead>
            <tr>
              <th>{say(lang, roundWords.team)}</th>
              <th>{say(lang, roundWords.base)}</th>
              <th>{say(lang, roundWords.phone)}</th>
              <th>{say(lang, roundWords.unit)}</th>
              <th>{say(lang, roundWords.key)}</th>
            </tr>
          </thead>
          <tbody>
            {view.teams.map(({ team, readiness, units }) => (
              <tr>
                <td>
                  <a href={paths.team(team.id)}>{team.name}</a>
                  <br />
                  <a href={paths.closeTeam(team.id)}>
                    {say(lang, team.closedOn ? closingWords.tag : closingWords.title)}
                  </a>
                </td>
                <td data-head={say(lang, roundWords.base)}>{team.base}</td>
                <td class="n" data-head={say(lang, roundWords.phone)}>
                  {team.phone}
                </td>
                <td>{say(lang, roundWords.assigned, { n: units })}</td>
                <td data-head={say(lang, roundWords.key)}>
                  {readiness.confirmed
                    ? say(lang, roundWords.keyReady, { n: readiness.holders })
                    : say(lang, roundWords.keyMissing)}{' '}
                  {readiness.confirmed ? (
                    <a href={paths.people}>{say(lang, roundWords.keyPage)}</a>
                  ) : (
                    <a href={paths.certifyTeam(team.id)}>
                      {say(lang, staff.confirmTitle, { team: team.name })}
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>
        <a class="btn" href={paths.newTeam(view.round.id)}>
          {say(lang, roundWords.addTeam)}
        </a>
      </p>
    </>
  )
}

function Units({ frame: { reader }, view }: { frame: OfficeFrame; view: RoundView }) {
  const { lang } = reader
  return (
    <>
      <h2>{say(lang, roundWords.unitsHere)}</h2>
      {view.units.length === 0 ? (
        <p>{say(lang, roundWords.noUnits)}</p>
      ) : (
        <table class="roll">
          <thead>
            <tr>
              <th>{say(lang, roundWords.unit)}</th>
              <th>{say(lang, roundWords.team)}</th>
              <th>{say(lang, roundWords.notice)}</th>
            </tr>
          </thead>
          <tbody>
            {view.units.map(({ unit, team, codes }) => (
              <tr>
                <td>
                  <a href={paths.unit(unit.id)}>{unit.name}</a>
                </td>
                <td data-head={say(lang, roundWords.team)}>{team.name}</td>
                <td data-head={say(lang, roundWords.notice)}>
                  {codes.length === 0 && say(lang, roundWords.noNotice)}
                  {codes.map(({ noticeNumber, state }) => (
                    <div>
                      <span class="n">{noticeNumber}</span> {say(lang, liveCodeWords[state])}
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>
        <a class="btn" href={paths.assign(view.round.id)}>
          {say(lang, roundWords.assign)}
        </a>
      </p>
    </>
  )
}
