import { office } from '../i18n/office.ts'
import { roundWords } from '../i18n/rounds.ts'
import { say } from '../i18n/speak.ts'
import { assignWords, unitWords } from '../i18n/units.ts'
import { paths } from '../paths.ts'
import type { Filled } from '../ui/field.tsx'
import { OfficeForm } from '../ui/office-form.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import type { Round } from './store.ts'
import type { Team } from './teams.ts'
import { treeOf } from './tree.ts'
import type { Unit } from './units.ts'

interface Props {
  frame: OfficeFrame
  round: Round
  version: number
  teams: readonly Team[]
  units: readonly Unit[]
  /** The number of the notice that ties a unit to its team. */
  notices: ReadonlyMap<string, string>
  /** By `team.UNIT`. */
  filled: Filled
  overtaken?: boolean
}

export function AssignPage({ frame, round, version, teams, units, notices, filled, overtaken }: Props) {
  const { lang } = frame.reader
  return (
    <OfficePage frame={frame} section="rounds">
      <h1>
        {say(lang, assignWords.title)}
        {say(lang, office.colon)}
        {round.title}
      </h1>
      {teams.length === 0 && (
        <p class="box warn">
          {say(lang, assignWords.needTeams)}{' '}
          <a href={paths.newTeam(round.id)}>{say(lang, roundWords.addTeam)}</a>
        </p>
      )}
      {units.length === 0 && (
        <p class="box warn">
          {say(lang, assignWords.needUnits)} <a href={paths.newUnit}>{say(lang, unitWords.add)}</a>
        </p>
      )}
      {teams.length > 0 && units.length > 0 && (
        <>
          <p>{say(lang, assignWords.lead)}</p>
          <OfficeForm
            lang={lang}
            action={paths.assign(round.id)}
            back={paths.round(round.id)}
            filled={filled}
            labels={Object.fromEntries(units.map(({ id, name }) => [`team.${id}`, [name, name]]))}
            hidden={{ version: String(version) }}
            overtaken={overtaken}
          >
            <table class="roll">
              <tbody>
                {treeOf(units).map(({ unit, depth }) => (
                  <Row
                    unit={unit}
                    depth={depth}
                    teams={teams}
                    number={notices.get(unit.id)}
                    filled={filled}
                    frame={frame}
                  />
                ))}
              </tbody>
            </table>
          </OfficeForm>
        </>
      )}
    </OfficePage>
  )
}

interface RowProps {
  unit: Unit
  depth: number
  teams: readonly Team[]
  number: string | undefined
  filled: Filled
  frame: OfficeFrame
}

function Row({ unit, depth, teams, number, filled, frame: { reader } }: RowProps) {
  const { lang } = reader
  const name = `team.${unit.id}`
  const chosen = filled.typed[name] ?? ''
  return (
    <tr>
      <td>
        {'　'.repeat(depth)}
        {unit.name}
      </td>
      <td>
        {number === undefined ? (
          <select
            id={name}
            name={name}
            aria-label={say(lang, assignWords.label, { unit: unit.name })}
            aria-invalid={filled.problems?.[name] ? 'true' : undefined}
          >
            <option value="">{say(lang, assignWords.nobody)}</option>
            {teams.map((team) => (
              <option value={team.id} selected={team.id === chosen}>
                {team.name}
              </option>
            ))}
          </select>
        ) : (
          teams.find(({ id }) => id === chosen)?.name
        )}{' '}
        {number !== undefined && <span class="soft">{say(lang, assignWords.fixed, { number })}</span>}
        {filled.now?.[name] && <span class="due">{filled.now[name]}</span>}
        {filled.problems?.[name] && <span class="error">{filled.problems[name]}</span>}
      </td>
    </tr>
  )
}
