import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { desk } from '../i18n/desk.ts'
import { office } from '../i18n/office.ts'
import { sheetMoveWords, sheetStates, sheetWords } from '../i18n/sheets.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Field, type Filled, Mistakes } from '../ui/field.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import type { Sheet } from './sheet-moving.ts'
import { movesFrom } from './sheets.ts'
import type { Code } from './store.ts'

export interface Seen {
  code: Code
  unit: string
  sheet: Sheet
  /** What to do with a notice that was withdrawn or is not in use yet. */
  warning: string | undefined
}

interface Props {
  frame: OfficeFrame
  today: Day
  /** The two numbers as they were typed. */
  asked: Filled
  seen?: Seen | undefined
  /** What was typed about the sheet. */
  filled: Filled
  /** Why nothing was found or nothing was done. */
  told?: string | undefined
}

/** For somebody who stands in front of a notice with a phone: two numbers, then one button for what is seen. */
export function SheetPage({ frame, today, asked, seen, filled, told }: Props) {
  const { lang } = frame.reader
  return (
    <OfficePage frame={frame} section="rounds">
      <h1>{say(lang, sheetWords.find)}</h1>
      {told && (
        <p class="box bad" role="alert">
          {told}
        </p>
      )}
      {seen && <Found lang={lang} seen={seen} filled={filled} today={today} />}
      <Mistakes
        title={say(lang, sheetWords.mend, { n: Object.keys(asked.problems ?? {}).length })}
        filled={asked}
      />
      <form method="get" action={paths.checkSheets} class="sheet-form">
        <p>{say(lang, sheetWords.findLead)}</p>
        <Field
          name="number"
          label={say(lang, sheetWords.number)}
          filled={asked}
          max={6}
          inputmode="numeric"
          required
        />
        <Field
          name="sheet"
          label={say(lang, sheetWords.sheet)}
          filled={asked}
          max={2}
          inputmode="numeric"
          required
        />
        <p class="buttons">
          <button type="submit" class={seen ? 'btn' : 'btn go'}>
            {say(lang, sheetWords.look)}
          </button>
        </p>
      </form>
    </OfficePage>
  )
}

function Found({ lang, seen, filled, today }: { lang: Lang; seen: Seen; filled: Filled; today: Day }) {
  const { code, unit, sheet, warning } = seen
  const moves = movesFrom(sheet.state)
  return (
    <>
      <h2>{say(lang, sheetWords.real, { unit, sheet: sheet.number })}</h2>
      {warning && <p class="box warn">{warning}</p>}
      <SheetFacts lang={lang} sheet={sheet} today={today} />
      {sheet.state === 'covered' && <p class="box warn">{say(lang, sheetWords.coveredAdvice)}</p>}
      <Mistakes
        title={say(lang, office.mend, { n: Object.keys(filled.problems ?? {}).length })}
        filled={filled}
      />
      <form method="post" action={paths.sheet(code.token, String(sheet.number))} class="sheet-form" data-desk>
        {moves.includes('post') && (
          <>
            <Field
              name="place"
              label={say(lang, sheetWords.place)}
              help={say(lang, sheetWords.placeHelp)}
              filled={filled}
              max={60}
            />
            <Field name="on" label={say(lang, sheetWords.on)} filled={filled} type="date" />
          </>
        )}
        <p class="buttons">
          {moves.map((move, at) => (
            <button type="submit" name="move" value={move} class={at === 0 ? 'btn go' : 'btn'}>
              {say(lang, sheetMoveWords[move])}
            </button>
          ))}
          <a class="btn quiet" href={paths.sheetsOf(code.token)}>
            {say(lang, sheetWords.list)}
          </a>
        </p>
        <p class="error" data-offline hidden>
          {say(lang, desk.offline)}
        </p>
      </form>
    </>
  )
}

function SheetFacts({ lang, sheet, today }: { lang: Lang; sheet: Sheet; today: Day }) {
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
