import type { Day } from '../clock/day.ts'
import { codeWords } from '../i18n/codes.ts'
import { sheetMoveWords, sheetWords } from '../i18n/sheets.ts'
import { say } from '../i18n/speak.ts'
import { Field, type Filled, Mistakes } from '../ui/field.tsx'
import { Offline } from '../ui/form-says.tsx'
import { CodePhotoField } from './code-photo-field.tsx'
import type { ToCheck as Row } from './patrol.ts'
import { Photo, PhotoField } from './photo-part.tsx'
import type { SheetDesk } from './sheet-desk.tsx'
import { SheetFacts } from './sheet-facts.tsx'
import type { Sheet } from './sheet-moving.ts'
import type { Code } from './store.ts'
import { ToCheck } from './to-check.tsx'

export interface Seen {
  code: Code
  unit: string
  sheet: Sheet
  /** What to do with a notice that was withdrawn or is not in use yet. */
  warning: string | undefined
  /** When it was last photographed. */
  photographedOn: Day | undefined
}

/** A notice of one's own, with how many of its sheets hang. */
export interface OwnNotice {
  code: Code
  unit: string
  posted: number
}

interface Props {
  desk: SheetDesk
  today: Day
  /** The two numbers as they were typed. */
  asked: Filled
  seen?: Seen | undefined
  /** What was typed about the sheet. */
  filled: Filled
  /** What is said of what was asked: mostly why nothing was found or done. */
  told?: string | undefined
  /** How that sounds, when it is no refusal. */
  tone?: 'ok' | 'warn' | 'bad' | undefined
  /** The sheets nobody has looked at for a week. */
  toCheck: readonly Row[]
  /** The addresses on paper, of which a photographed code must be. */
  origins: readonly string[]
  /** All notices of this desk, where they are few enough to be listed here. */
  own?: readonly OwnNotice[] | undefined
}

/** For somebody in front of a notice with a phone: its code or two numbers, then one button for what is seen. */
export function SheetPage({
  desk,
  today,
  asked,
  seen,
  filled,
  told,
  tone = 'bad',
  toCheck,
  origins,
  own,
}: Props) {
  const { lang, Frame } = desk
  return (
    <Frame>
      <h1>{say(lang, sheetWords.find)}</h1>
      <div data-answer>
        {told && (
          <p class={`box ${tone}`} role="alert">
            {told}
          </p>
        )}
        {seen && <Found desk={desk} seen={seen} filled={filled} today={today} />}
      </div>
      <Mistakes
        lang={lang}
        labels={sheetWords}
        title={say(lang, sheetWords.mend, { n: Object.keys(asked.problems ?? {}).length })}
        filled={asked}
      />
      <form method="get" action={desk.check} class="sheet-form">
        <p>{say(lang, sheetWords.findLead)}</p>
        <CodePhotoField lang={lang} origins={origins} />
        <Field
          name="number"
          label={say(lang, sheetWords.number)}
          help={say(lang, sheetWords.numberHelp)}
          filled={asked}
          max={200}
          required
        />
        <Field
          name="sheet"
          label={say(lang, sheetWords.sheet)}
          filled={asked}
          max={3}
          inputmode="numeric"
          required
        />
        <p class="buttons">
          <button type="submit" class={seen ? 'btn' : 'btn go'}>
            {say(lang, sheetWords.look)}
          </button>
        </p>
      </form>
      {!seen && <ToCheck desk={desk} today={today} rows={toCheck} />}
      {own && <Own desk={desk} own={own} />}
    </Frame>
  )
}

function Own({ desk, own }: { desk: SheetDesk; own: readonly OwnNotice[] }) {
  const { lang } = desk
  return (
    <>
      <h2>{say(lang, sheetWords.own)}</h2>
      {own.length === 0 ? (
        <p>{say(lang, sheetWords.none)}</p>
      ) : (
        <table class="roll">
          <thead>
            <tr>
              <th>{say(lang, codeWords.unit)}</th>
              <th>{say(lang, codeWords.number)}</th>
              <th>{say(lang, codeWords.sheets)}</th>
            </tr>
          </thead>
          <tbody>
            {own.map(({ code, unit, posted }) => (
              <tr>
                <td>{unit}</td>
                <td class="n" data-head={say(lang, codeWords.number)}>
                  {code.noticeNumber}
                </td>
                <td class="n">
                  <a href={desk.list(code.token)}>
                    {say(lang, sheetWords.counted, { sheets: code.sheets, posted })}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

type FoundProps = Pick<Props, 'desk' | 'filled' | 'today'> & { seen: Seen }

function Found({ desk, seen, filled, today }: FoundProps) {
  const { lang } = desk
  const { code, unit, sheet, warning, photographedOn: on } = seen
  const moves = desk.movesFrom(sheet.state)
  return (
    <>
      <h2>{say(lang, sheetWords.real, { unit, sheet: sheet.number })}</h2>
      {warning && <p class="box warn">{warning}</p>}
      <SheetFacts lang={lang} sheet={sheet} today={today} />
      {on && <Photo lang={lang} address={desk.photo(code.token, sheet.number)} on={on} today={today} />}
      {sheet.state === 'covered' && <p class="box warn">{say(lang, sheetWords.coveredAdvice)}</p>}
      <Mistakes lang={lang} filled={filled} labels={sheetWords} />
      <form method="post" action={desk.sheet(code.token, sheet.number)} class="sheet-form" data-desk>
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
        {moves.length > 0 && <PhotoField lang={lang} mistake={filled.problems?.photo} />}
        <p class="buttons">
          {moves.map((move, at) => (
            <button type="submit" name="move" value={move} class={at === 0 ? 'btn go' : 'btn'}>
              {say(lang, sheetMoveWords[move])}
            </button>
          ))}
          <a class="btn quiet" href={desk.list(code.token)}>
            {say(lang, sheetWords.list)}
          </a>
        </p>
        <Offline lang={lang} />
      </form>
    </>
  )
}
