import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { office } from '../i18n/office.ts'
import { sheetStates, sheetWords } from '../i18n/sheets.ts'
import { type Lang, say } from '../i18n/speak.ts'
import type { Sheet } from './sheet-moving.ts'

/** How one sheet is, where it hangs and since when. */
export function SheetFacts({ lang, sheet, today }: { lang: Lang; sheet: Sheet; today: Day }) {
  return (
    <dl class="facts">
      <dt>{say(lang, sheetWords.state)}</dt>
      <dd>{stateOf(lang, sheet)}</dd>
      {sheet.place && (
        <>
          <dt>{say(lang, sheetWords.place)}</dt>
          <dd>{sheet.place}</dd>
        </>
      )}
      {sheet.postedOn && (
        <>
          <dt>{say(lang, sheetWords.on)}</dt>
          <dd>{sayDay(sheet.postedOn as Day, lang, yearOf(today))}</dd>
        </>
      )}
      {sheet.checkedOn && (
        <>
          <dt>{say(lang, sheetWords.checked)}</dt>
          <dd>{sayDay(sheet.checkedOn as Day, lang, yearOf(today))}</dd>
        </>
      )}
    </dl>
  )
}

/** A sheet's state, and which one took its place. */
export function stateOf(lang: Lang, { state, replacedBy }: Sheet): string {
  const words = say(lang, sheetStates[state])
  if (replacedBy === null) return words
  return `${words}${say(lang, office.colon)}${say(lang, sheetWords.replacedBy, { sheet: replacedBy })}`
}
