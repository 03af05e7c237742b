import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { codeWords } from '../i18n/codes.ts'
import { sheetWords } from '../i18n/sheets.ts'
import { say } from '../i18n/speak.ts'
import type { ToCheck as Row } from './patrol.ts'
import type { SheetDesk } from './sheet-desk.tsx'

/** Where to go today: each sheet that was not looked at for a week leads to its own page. */
export function ToCheck({ desk, today, rows }: { desk: SheetDesk; today: Day; rows: readonly Row[] }) {
  const { lang } = desk
  return (
    <>
      <h2>{say(lang, sheetWords.toCheck)}</h2>
      {rows.length === 0 ? (
        <p>{say(lang, sheetWords.nothingToCheck)}</p>
      ) : (
        <table class="roll">
          <thead>
            <tr>
              <th>{say(lang, codeWords.unit)}</th>
              <th>{say(lang, sheetWords.sheet)}</th>
              <th>{say(lang, sheetWords.place)}</th>
              <th>{say(lang, sheetWords.checked)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ unit, noticeNumber, sheet, place, checkedOn }) => (
              <tr>
                <td>{unit}</td>
                <td class="n" data-head={say(lang, sheetWords.sheet)}>
                  <a href={`${desk.check}?number=${noticeNumber}&sheet=${sheet}`}>
                    {noticeNumber}-{String(sheet).padStart(2, '0')}
                  </a>
                </td>
                <td data-head={say(lang, sheetWords.place)}>{place}</td>
                <td data-head={say(lang, sheetWords.checked)}>
                  {checkedOn && sayDay(checkedOn as Day, lang, yearOf(today))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
