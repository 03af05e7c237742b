import { importWords } from '../i18n/import.ts'
import { roundWords } from '../i18n/rounds.ts'
import { say } from '../i18n/speak.ts'
import { unitTypeWords, unitWords } from '../i18n/units.ts'
import { paths } from '../paths.ts'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import type { Round } from './store.ts'
import { treeOf } from './tree.ts'
import { unitCounts } from './unit-counts.ts'
import type { Unit } from './units.ts'

interface Props {
  frame: OfficeFrame
  units: readonly Unit[]
  /** In which units that have just come are yet to be given to a team. */
  round: Pick<Round, 'id' | 'title'> | undefined
}

/** All units as a tree, with how many there are of each type. */
export function UnitsPage({ frame, units, round }: Props) {
  const { lang } = frame.reader
  return (
    <OfficePage frame={frame} section="units">
      <h1>{say(lang, unitWords.list)}</h1>
      {round && (
        <p class="box">
          <a href={paths.assign(round.id)}>{say(lang, roundWords.assign)}</a> · {round.title}
        </p>
      )}
      <p class="buttons">
        <a class="btn go" href={paths.importUnits}>
          {say(lang, importWords.open)}
        </a>
        <a class="btn" href={paths.newUnit}>
          {say(lang, unitWords.add)}
        </a>
      </p>
      {units.length === 0 ? (
        <p>{say(lang, unitWords.none)}</p>
      ) : (
        <>
          <p>{unitCounts(lang, units)}</p>
          <table class="roll">
            <thead>
              <tr>
                <th>{say(lang, unitWords.name)}</th>
                <th>{say(lang, unitWords.shortName)}</th>
                <th>{say(lang, unitWords.type)}</th>
              </tr>
            </thead>
            <tbody>
              {treeOf(units).map(({ unit, depth }) => (
                <tr>
                  <td>
                    {'　'.repeat(depth)}
                    <a href={paths.unit(unit.id)}>{unit.name}</a>
                  </td>
                  <td data-head={say(lang, unitWords.shortName)}>{unit.shortName}</td>
                  <td data-head={say(lang, unitWords.type)}>
                    {say(lang, unitTypeWords[unit.type])}
                    {unit.system && ` · ${unit.system}`}
                    {unit.headcount !== null && ` · ${say(lang, unitWords.about, { n: unit.headcount })}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </OfficePage>
  )
}
