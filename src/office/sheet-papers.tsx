import type { Child } from 'hono/jsx'
import { setup } from '../i18n/setup.ts'
import { type Lang, say, textOf } from '../i18n/speak.ts'
import { RecoveryPaper } from '../staff/recovery-paper.tsx'
import { RecoverySheet } from './recovery-sheet.tsx'

const sheets = [1, 2, 3] as const

interface PrintProps {
  lang: Lang
  today: string
  /** With the recovery code of a new administrator. */
  own?: boolean
  back?: Child
}

/** The three sheets and the administrator's own recovery code, to be printed or copied by hand. */
export function PrintSheets({ lang, today, own = true, back }: PrintProps) {
  return (
    <>
      <div class="noprint">
        <p>{say(lang, setup.printingSays)}</p>
        <p>{say(lang, setup.printingWhy)}</p>
        <p class="lead">{say(lang, setup.printingWarns)}</p>
        <p class="actions">
          <button type="button" class="btn go" data-print data-print-papers>
            {textOf(lang, own ? setup.printAll : setup.printThree)}
          </button>
          <button type="button" class="btn" data-printed disabled>
            {say(lang, setup.printed)}
          </button>
          {back}
        </p>
        <p class="soft">{say(lang, setup.noPrinter)}</p>
        <label class="pick">
          <input type="checkbox" data-by-hand autocomplete="off" />
          <span>{say(lang, setup.byHand)}</span>
        </label>
      </div>
      {sheets.map((n) => (
        <RecoverySheet lang={lang} n={n} today={today} />
      ))}
      {own && <RecoveryPaper lang={lang} />}
    </>
  )
}

/** One row of each paper is typed back: what cannot be read today opens nothing one day. */
export function CheckSheets({ lang, own = true }: Pick<PrintProps, 'lang' | 'own'>) {
  return (
    <>
      <p>{say(lang, setup.checkingSays)}</p>
      <form data-check class="narrow">
        {[...sheets, ...(own ? [0] : [])].map((n) => (
          <p class="field">
            <label for={`typed-${n}`} data-text={textOf(lang, n ? setup.rowOf : setup.ownRow)}>
              {say(lang, setup.checkingSays)}
            </label>
            <input id={`typed-${n}`} inputmode="numeric" autocomplete="off" required data-typed={n} />
            <span
              class="error"
              role="alert"
              data-wrong={textOf(lang, n ? setup.rowWrong : setup.ownRowWrong)}
              hidden
            />
          </p>
        ))}
        <p class="actions">
          <button type="submit" class="btn go">
            {say(lang, setup.next)}
          </button>
          <button type="button" class="btn" data-print-again>
            {say(lang, setup.lookAgain)}
          </button>
        </p>
      </form>
    </>
  )
}
