import { recovery } from '../i18n/recovery.ts'
import { type Lang, say, textOf } from '../i18n/speak.ts'
import { Failed, Working } from '../ui/form-says.tsx'

const TWO = [1, 2] as const
const FIVE = [1, 2, 3, 4, 5] as const

/** Two sheets of five rows. The script tells of each row whether its check digit holds, as soon as it is whole. */
export function TypedSheets({ lang }: { lang: Lang }) {
  return (
    <>
      <p>{say(lang, recovery.sheetsSay)}</p>
      <p>{say(lang, recovery.sheetsWho)}</p>
      <form data-sheets class="narrow">
        {TWO.map((n) => (
          <fieldset>
            <legend>{say(lang, recovery.sheet, { n })}</legend>
            {FIVE.map((m) => (
              <p class="field">
                <label for={`row-${n}-${m}`}>{say(lang, recovery.row, { m })}</label>
                <input
                  id={`row-${n}-${m}`}
                  inputmode="numeric"
                  autocomplete="off"
                  maxlength={40}
                  required
                  data-sheet={n}
                  aria-describedby={`wrong-${n}-${m}`}
                />
                <span class="error" role="alert" id={`wrong-${n}-${m}`} hidden>
                  {say(lang, recovery.rowWrong, { n, m })}
                </span>
              </p>
            ))}
          </fieldset>
        ))}
        <div role="alert">
          <p class="error" data-say="order" data-text={textOf(lang, recovery.order)} hidden />
          {(['twice', 'apart', 'foreign', 'unopened'] as const).map((name) => (
            <p class="error" data-say={name} hidden>
              {say(lang, recovery[name])}
            </p>
          ))}
          <Failed lang={lang} what="broke" />
        </div>
        <Working>{say(lang, recovery.opening)}</Working>
        <p class="actions">
          <button type="submit" class="btn go">
            {say(lang, recovery.open)}
          </button>
        </p>
      </form>
    </>
  )
}
