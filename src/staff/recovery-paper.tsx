import { activation } from '../i18n/activation.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { Failed, Working } from '../ui/form-says.tsx'

const FIVE = [0, 1, 2, 3, 4]
const FOUR = [0, 1, 2, 3]

/** Empty squares, a row of twenty each. The script writes the digits: they never were on the server. */
export function DigitRows({ lang, rows, name }: { lang: Lang; rows: number; name: string }) {
  return (
    <ol class="code rows" data-digits={name}>
      {Array.from({ length: rows }, (_, row) => (
        <li>
          <small>{say(lang, activation.rowNumber, { n: row + 1 })}</small>
          {FIVE.map(() => (
            <span>
              {FOUR.map(() => (
                <b />
              ))}
            </span>
          ))}
        </li>
      ))}
    </ol>
  )
}

/** The sheet with somebody's own recovery code, alone on its page when printed. */
export function RecoveryPaper({ lang }: { lang: Lang }) {
  return (
    <section class="sheet plain" data-paper="recovery">
      <h2>{say(lang, activation.recoveryTitle)}</h2>
      <p class="lead" data-fill="owner" />
      <DigitRows lang={lang} rows={2} name="recovery" />
      <p>{say(lang, activation.recoveryUse)}</p>
      <p>{say(lang, activation.recoveryOnce)}</p>
    </section>
  )
}

/** Print or copy, put away, and type the last row back. */
export function RecoverySteps({ lang, finish }: { lang: Lang; finish: string }) {
  return (
    <>
      <div data-on-paper>
        <p class="noprint actions">
          <button type="button" class="btn" data-print>
            {say(lang, activation.print)}
          </button>
          <button type="button" class="btn go" data-put-away>
            {say(lang, activation.copied)}
          </button>
        </p>
        <RecoveryPaper lang={lang} />
      </div>
      <form class="narrow noprint" data-last-row hidden>
        <label for="last-row">{say(lang, activation.lastRow)}</label>
        <input id="last-row" inputmode="numeric" autocomplete="off" required />
        <p class="error" role="alert" data-say="row" hidden>
          {say(lang, activation.rowWrong, { m: 2 })}
        </p>
        <Failed lang={lang} what="offline" alone />
        <Failed lang={lang} what="broke" alone />
        <Working>{say(lang, activation.finishing)}</Working>
        <p class="actions">
          <button type="submit" class="btn go">
            {finish}
          </button>
          <button type="button" class="btn" data-show-again>
            {say(lang, activation.showAgain)}
          </button>
        </p>
      </form>
    </>
  )
}
