import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { sheetWords } from '../i18n/sheets.ts'
import { say } from '../i18n/speak.ts'
import { type Counting, HandoutsForm } from './handouts-form.tsx'
import type { SheetDesk } from './sheet-desk.tsx'
import { stateOf } from './sheet-facts.tsx'
import type { Sheet } from './sheet-moving.ts'
import type { Code } from './store.ts'

interface Props {
  desk: SheetDesk
  today: Day
  code: Code
  unit: string
  sheets: readonly Sheet[]
  counting: Counting
}

/** Where the sheets of one notice hang, and what else of it was handed out. */
export function SheetsPage({ desk, today, code, unit, sheets, counting }: Props) {
  const { lang, Frame } = desk
  const said = (day: string | null) => (day ? sayDay(day as Day, lang, yearOf(today)) : '')
  const posted = sheets.filter(({ state }) => state === 'posted').length
  return (
    <Frame>
      <h1>{say(lang, sheetWords.all, { unit, number: code.noticeNumber })}</h1>
      <p>{say(lang, sheetWords.counted, { sheets: sheets.length, posted })}</p>
      <table class="roll">
        <thead>
          <tr>
            <th>{say(lang, sheetWords.sheet)}</th>
            <th>{say(lang, sheetWords.state)}</th>
            <th>{say(lang, sheetWords.place)}</th>
            <th>{say(lang, sheetWords.on)}</th>
            <th>{say(lang, sheetWords.checked)}</th>
          </tr>
        </thead>
        <tbody>
          {sheets.map((sheet) => (
            <tr>
              <td class="n" data-head={say(lang, sheetWords.sheet)}>
                <a href={`${desk.check}?number=${code.noticeNumber}&sheet=${sheet.number}`}>
                  {String(sheet.number).padStart(2, '0')}
                </a>
              </td>
              <td>{stateOf(lang, sheet)}</td>
              <td data-head={say(lang, sheetWords.place)}>{sheet.place}</td>
              <td data-head={say(lang, sheetWords.on)}>{said(sheet.postedOn)}</td>
              <td data-head={say(lang, sheetWords.checked)}>{said(sheet.checkedOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <HandoutsForm lang={lang} action={desk.list(code.token)} {...counting} />
      <p class="buttons">
        <a class="btn quiet" href={desk.back(code)}>
          {say(lang, sheetWords.back)}
        </a>
      </p>
    </Frame>
  )
}
