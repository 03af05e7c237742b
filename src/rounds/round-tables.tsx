import { office } from '../i18n/office.ts'
import { closingWords } from '../i18n/round-closing.ts'
import { liveCodeWords, roundWords } from '../i18n/rounds.ts'
import { say } from '../i18n/speak.ts'
import { teamKey } from '../i18n/team-key.ts'
import { paths } from '../paths.ts'
import type { OfficeFrame } from '../ui/office-page.tsx'
import type { RoundView } from './round-view.ts'
import { isWhole } from './teams.ts'
import { unitCounts } from './unit-counts.ts'

/** The teams of a round, and which of them could open a report. */
export function Teams({ frame: { reader }, view }: { frame: OfficeFrame; view: RoundView }) {
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
                  {!isWhole(team) && <small class="flag">{say(lang, roundWords.officePhone)}</small>}
                </td>
                <td>{say(lang, roundWords.assigned, { n: units })}</td>
                <td data-head={say(lang, roundWords.key)}>
                  {readiness.confirmed
                    ? say(lang, roundWords.keyReady, { n: readiness.holders })
                    : say(lang, roundWords.keyMissing)}{' '}
                  {readiness.confirmed ? (
                    <a href={paths.officeKeys}>{say(lang, office.keys)}</a>
                  ) : (
                    <a href={paths.certifyTeam(team.id)}>
                      {say(lang, teamKey.confirmTitle, { team: team.name })}
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {view.round.stage !== 'archived' && (
        <p>
          <a class="btn" href={paths.newTeam(view.round.id)}>
            {say(lang, roundWords.addTeam)}
          </a>
        </p>
      )}
    </>
  )
}

/** The units of a round and their notices. */
export function Units({ frame: { reader }, view }: { frame: OfficeFrame; view: RoundView }) {
  const { lang } = reader
  return (
    <>
      <h2>{say(lang, roundWords.unitsHere)}</h2>
      {view.units.length === 0 ? (
        <p>{say(lang, roundWords.noUnits)}</p>
      ) : (
        <>
          <p>
            {unitCounts(
              lang,
              view.units.map(({ unit }) => unit),
            )}{' '}
            · {say(lang, roundWords.notice)} {view.units.flatMap(({ codes }) => codes).length}
          </p>
          <table class="roll">
            <thead>
              <tr>
                <th>{say(lang, roundWords.unit)}</th>
                <th>{say(lang, roundWords.team)}</th>
                <th>{say(lang, roundWords.notice)}</th>
              </tr>
            </thead>
            <tbody>
              {view.units.map(({ unit, team, depth, under, codes }) => (
                <tr>
                  <td>
                    {'　'.repeat(depth)}
                    <a href={paths.unit(unit.id)}>{unit.name}</a>
                    {under && <span class="soft">{say(lang, roundWords.under, { unit: under })}</span>}
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
        </>
      )}
      {view.round.stage !== 'archived' && (
        <p>
          <a class="btn" href={paths.assign(view.round.id)}>
            {say(lang, roundWords.assign)}
          </a>
        </p>
      )}
    </>
  )
}
