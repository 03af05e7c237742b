import { mintRoundWords } from '../i18n/minting.ts'
import { roundPaper, zipWords } from '../i18n/round-paper.ts'
import { sheetWords } from '../i18n/sheets.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import type { CodesView } from './codes-view.ts'
import { isLive } from './store.ts'

/** What is done for the whole round at once. */
export function RoundActions({ lang, view: { round, units } }: { lang: Lang; view: CodesView }) {
  const lacking = units.filter(({ team, codes }) => team && !codes.some(({ code }) => isLive(code))).length
  const hasCodes = units.some(({ codes }) => codes.some(({ code }) => isLive(code)))
  const at = lang === 'zh' ? 0 : 1
  return (
    <>
      <p class="buttons">
        {lacking > 1 && (
          <a class="btn go" href={paths.mintRound(round.id)}>
            {say(lang, mintRoundWords.open, { n: lacking })}
          </a>
        )}
        {hasCodes && (
          <a class="btn" href={paths.printRound(round.id)}>
            {say(lang, roundPaper.open)}
          </a>
        )}
        {hasCodes && (
          <a class="btn" href={paths.checkSheets}>
            {say(lang, sheetWords.open)}
          </a>
        )}
        {hasCodes && (
          <span data-all-good hidden>
            <button
              type="button"
              class="btn"
              data-zip={round.title}
              data-list={zipWords.list[at]}
              data-columns={zipWords.columns[at]}
              data-packing={zipWords.working[at]}
            >
              {say(lang, zipWords.make)}
            </button>
          </span>
        )}
      </p>
      <p class="box bad" role="alert" data-some-forged={zipWords.forged[at]} hidden />
    </>
  )
}
