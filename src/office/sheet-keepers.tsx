import type { Child } from 'hono/jsx'
import { setup } from '../i18n/setup.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { Failed, Working } from '../ui/form-says.tsx'

const keepers = [
  [1, setup.keeper1],
  [2, setup.keeper2],
  [3, setup.keeper3],
] as const

/** Who keeps which sheet. The same table, printed, is the hand-over register that is signed by hand. */
export function Keepers({ lang, today, back }: { lang: Lang; today: string; back?: Child }) {
  return (
    <>
      <p class="noprint">{say(lang, setup.sealingSays)}</p>
      <p class="noprint">
        {say(lang, setup.oneLost)}
        <br />
        {say(lang, setup.twoLost)}
      </p>
      <form data-keepers>
        <section class="sheet plain register">
          <h2>{say(lang, setup.registerTitle)}</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">{say(lang, setup.sheetHead)}</th>
                <th scope="col">{say(lang, setup.keeper)}</th>
                <th scope="col">{say(lang, setup.place)}</th>
                <th scope="col">{say(lang, setup.sealedOn)}</th>
                <th scope="col">{say(lang, setup.signature)}</th>
              </tr>
            </thead>
            <tbody>
              {keepers.map(([n, keeper]) => (
                <tr data-keeper={n}>
                  <th scope="row">{say(lang, setup.sheetNumber, { n })}</th>
                  <td data-name={say(lang, setup.keeper)}>
                    <input
                      data-who
                      required
                      maxlength={40}
                      value={say(lang, keeper)}
                      aria-label={say(lang, setup.keeper)}
                    />
                  </td>
                  <td data-name={say(lang, setup.place)}>
                    <input data-place required maxlength={60} aria-label={say(lang, setup.place)} />
                  </td>
                  <td data-name={say(lang, setup.sealedOn)}>
                    <input
                      data-on
                      type="date"
                      required
                      value={today}
                      aria-label={say(lang, setup.sealedOn)}
                    />
                  </td>
                  <td class="to-sign" />
                </tr>
              ))}
            </tbody>
          </table>
          <p class="blanks">
            <span>{say(lang, setup.handedOverBy)}</span>
            <span>{say(lang, setup.witness)}</span>
          </p>
        </section>
        <div class="noprint">
          <p>
            <button type="button" class="btn" data-print>
              {say(lang, setup.printRegister)}
            </button>
          </p>
          <label class="pick">
            <input type="checkbox" required />
            <span>{say(lang, setup.handedOver)}</span>
          </label>
          <div role="alert">
            <p class="error" data-say="twice" hidden>
              {say(lang, setup.twice)}
            </p>
            <p class="error" data-say="refused" hidden>
              {say(lang, setup.refused)}
            </p>
            <Failed lang={lang} what="offline" />
            <Failed lang={lang} what="broke" />
          </div>
          <Working>{say(lang, setup.storing)}</Working>
          <p class="actions">
            <button type="submit" class="btn go">
              {say(lang, setup.store)}
            </button>
            {back}
          </p>
        </div>
      </form>
    </>
  )
}
