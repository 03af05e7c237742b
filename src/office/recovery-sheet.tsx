import { type Day, NO_YEAR, sayDay } from '../clock/day.ts'
import { setup } from '../i18n/setup.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { DigitRows } from '../staff/recovery-paper.tsx'

/** One recovery sheet, alone on its page when printed. */
export function RecoverySheet({ lang, n, today }: { lang: Lang; n: number; today: Day }) {
  return (
    <section class="sheet plain" data-paper={n}>
      <h2>{say(lang, setup.sheetTitle, { n })}</h2>
      <p>
        <span data-fill="office" /> · {say(lang, setup.sheetMade, { date: sayDay(today, lang, NO_YEAR) })}
      </p>
      <p>{say(lang, setup.sheetSays)}</p>
      <DigitRows lang={lang} rows={5} name={`sheet-${n}`} />
      <p>{say(lang, setup.sheetZeros)}</p>
      <div class="qr" data-qr={n} data-label={say(lang, setup.sheetQr, { n })} />
      <p class="blanks">
        <span>{say(lang, setup.sheetKeeper)}</span>
        <span>{say(lang, setup.sheetSealed)}</span>
      </p>
      <p class="lead">{say(lang, setup.sheetNever)}</p>
    </section>
  )
}
