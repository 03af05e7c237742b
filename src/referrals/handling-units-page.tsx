import { letters as words } from '../i18n/letters.ts'
import { say, textOf } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import type { Unit } from '../rounds/units.ts'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import type { HandlingUnit } from './handling-units.ts'

interface Props {
  frame: OfficeFrame
  units: readonly HandlingUnit[]
  inspected: readonly Unit[]
}

/** 承办单位: who may be asked to deal with what residents tell. */
export function HandlingUnitsPage({ frame, units, inspected }: Props) {
  const { lang } = frame.reader
  const belongsTo = (id: string | null) =>
    inspected.find((unit) => unit.id === id)?.name ?? say(lang, words.belongsNone)
  return (
    <OfficePage frame={frame} section="letters">
      <h1>{say(lang, words.units)}</h1>
      {units.length === 0 ? (
        <p>{say(lang, words.noUnits)}</p>
      ) : (
        <table class="roll">
          <thead>
            <tr>
              {[words.name, words.contact, words.phone, words.belongs, words.state].map((head) => (
                <th>{textOf(lang, head)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr>
                <td>
                  <a href={paths.handlingUnit(unit.id)}>{unit.name}</a>
                </td>
                <td data-head={say(lang, words.contact)}>{unit.contact}</td>
                <td data-head={say(lang, words.phone)}>{unit.phone}</td>
                <td data-head={say(lang, words.belongs)}>{belongsTo(unit.belongsTo)}</td>
                <td data-head={say(lang, words.state)}>
                  {say(lang, unit.retired ? words.retiredShort : words.inUse)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="buttons">
        <a class="btn go" href={paths.newHandlingUnit}>
          {say(lang, words.addUnit)}
        </a>
        <a class="btn quiet" href={paths.letters}>
          {say(lang, words.back)}
        </a>
      </p>
    </OfficePage>
  )
}
