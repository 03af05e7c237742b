import { codeWords, mintWords } from '../i18n/codes.ts'
import { mintRoundWords } from '../i18n/minting.ts'
import { roundPaper, zipWords } from '../i18n/round-paper.ts'
import { scanWords } from '../i18n/scans.ts'
import { sheetWords } from '../i18n/sheets.ts'
import { type Lang, say, textOf } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { type CodesView, openable, type UnitCodes, wantsCode } from './codes-view.ts'
import { isLive } from './store.ts'

/** What is done for the whole round at once. */
export function RoundActions({ lang, view }: { lang: Lang; view: CodesView }) {
  const { round, units } = view
  const bare = units.filter(wantsCode)
  const lacking = bare.length
  const waits = bare.filter(({ readiness }) => !readiness.confirmed)
  const hasCodes = units.some(({ codes }) => codes.some(({ code }) => isLive(code)))
  const old = units.filter(({ codes }) => codes.some(({ isOld }) => isOld)).length
  return (
    <>
      {old > 0 && <p class="box warn">{say(lang, codeWords.oldRoot, { n: old })}</p>}
      <p class="buttons">
        {lacking > 1 && lacking > waits.length && (
          <a class="btn go" href={paths.mintRound(round.id)}>
            {say(lang, mintRoundWords.open, { n: lacking })}
          </a>
        )}
        {lacking > 1 && lacking === waits.length && (
          <span class="btn grey">
            {say(lang, mintRoundWords.open, { n: lacking })}
            <small>{say(lang, mintRoundWords.notYet)}</small>
          </span>
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
          <a class="btn" href={paths.scans(round.id)}>
            {say(lang, scanWords.open)}
          </a>
        )}
        {hasCodes && (
          <span data-all-good hidden>
            <button
              type="button"
              class="btn"
              data-zip={round.title}
              data-list={textOf(lang, zipWords.list)}
              data-columns={textOf(lang, zipWords.columns)}
              data-packing={textOf(lang, zipWords.working)}
            >
              {say(lang, zipWords.make)}
            </button>
          </span>
        )}
      </p>
      <OpenAll lang={lang} view={view} />
      <Waiting lang={lang} waits={waits} />
      <p class="box bad" role="alert" data-some-forged={textOf(lang, zipWords.forged)} hidden />
    </>
  )
}

/** All that were scanned at once, when more than one may be; each is named, so that none is opened unseen. */
function OpenAll({ lang, view }: { lang: Lang; view: CodesView }) {
  const ready = openable(view)
  if (ready.length < 2) return null
  return (
    <form method="post" action={paths.codes(view.round.id)} data-desk data-all-good hidden>
      <input type="hidden" name="tokens" value={ready.map(({ token }) => token).join(' ')} />
      <p class="buttons">
        <button type="submit" class="btn go">
          {say(lang, codeWords.openAll, { n: ready.length })}
        </button>
      </p>
    </form>
  )
}

/** Teams without a confirmed key, each said once however many units it has. */
function Waiting({ lang, waits }: { lang: Lang; waits: readonly UnitCodes[] }) {
  const counted = new Map<string, number>()
  for (const { team } of waits) if (team) counted.set(team.name, (counted.get(team.name) ?? 0) + 1)
  return [...counted].map(([team, n]) => (
    <p class="box warn">
      {say(lang, mintRoundWords.waits, { team, n })} <a href={paths.people}>{say(lang, mintWords.toKeys)}</a>
    </p>
  ))
}
