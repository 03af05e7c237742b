import type { Day } from '../clock/day.ts'
import { keys as words } from '../i18n/keys.ts'
import { office } from '../i18n/office.ts'
import { recovery, type Use, uses } from '../i18n/recovery.ts'
import { setup } from '../i18n/setup.ts'
import { type Lang, say } from '../i18n/speak.ts'
import type { Keeper, SheetsStanding } from '../office/sheets-kept.ts'
import { paths } from '../paths.ts'
import { Field, type Filled, Mistakes, Select } from '../ui/field.tsx'

export interface SheetsView {
  standing: SheetsStanding
  /** Who looked at the envelopes last. */
  checkedBy: string
  /** Who made the set in force. */
  usedBy: string
  keepers: readonly Keeper[]
}

interface Props {
  lang: Lang
  view: SheetsView
  day: (on: Day) => string
  filled: Filled
}

/** Where the paper is that opens everything, and when somebody last saw that it is still sealed. */
export function KeptSheets({ lang, view: { standing, checkedBy, usedBy, keepers }, day, filled }: Props) {
  const { checked, dueOn, why, used } = standing
  const use = used && uses[used.why as Use]
  const reasons = { year: words.yearOver, keeper: words.keeperChanged, used: words.sheetsUsed }
  return (
    <section>
      <h2>{say(lang, words.sheets)}</h2>
      {why && (
        <p class="box warn">
          {say(lang, reasons[why])} {say(lang, words.checkNow)}
        </p>
      )}
      <table class="roll">
        <thead>
          <tr>
            {[setup.sheetHead, setup.keeper, setup.place, setup.sealedOn].map((head) => (
              <th scope="col">{say(lang, head)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keepers.map(({ sheet, keeper, place, sealedOn }) => (
            <tr>
              <td>{say(lang, setup.sheetNumber, { n: sheet })}</td>
              <td data-head={say(lang, setup.keeper)}>{keeper}</td>
              <td data-head={say(lang, setup.place)}>{place}</td>
              <td data-head={say(lang, setup.sealedOn)}>{day(sealedOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {checked
          ? say(lang, words.lastCheck, { date: day(checked.on), name: checkedBy })
          : say(lang, words.neverChecked)}{' '}
        {!why && say(lang, words.nextCheck, { date: day(dueOn) })}{' '}
        {used && use && say(lang, recovery.lastUse, { date: day(used.on), by: usedBy, why: say(lang, use) })}
      </p>
      <p class="soft">{say(lang, words.lost)}</p>
      <div class="actions">
        <a class="btn" href={paths.newSheets}>
          {say(lang, recovery.newSet)}
        </a>
      </div>
      <Check lang={lang} standing={standing} wrong={filled.problems?.looked} />
      <ChangeKeeper
        lang={lang}
        seen={standing.seen}
        filled={filled.problems?.looked ? { typed: {} } : filled}
      />
    </section>
  )
}

/** What it says stands for a year, so one press by mistake does not say it. */
function Check({
  lang,
  standing,
  wrong,
}: {
  lang: Lang
  standing: SheetsStanding
  wrong: string | undefined
}) {
  return (
    <details open={wrong !== undefined || standing.why !== undefined}>
      <summary>{say(lang, words.check)}</summary>
      <form method="post" action={paths.checkSheetsKept} class="sheet-form" data-desk>
        <input type="hidden" name="seen" value={String(standing.seen)} />
        {wrong && (
          <p class="error" role="alert">
            {wrong}
          </p>
        )}
        <label class="pick">
          <input type="checkbox" name="looked" value="yes" required />
          {say(lang, words.looked)}
        </label>
        <p class="buttons">
          <button type="submit" class={standing.why ? 'btn go' : 'btn'}>
            {say(lang, words.checked)}
          </button>
        </p>
      </form>
    </details>
  )
}

function ChangeKeeper({ lang, seen, filled }: Pick<Props, 'lang' | 'filled'> & { seen: number }) {
  return (
    <details open={Object.keys(filled.typed).length > 0}>
      <summary>{say(lang, words.changeKeeper)}</summary>
      <Mistakes lang={lang} filled={filled} labels={setup} />
      <form method="post" action={paths.changeKeeper} class="sheet-form" data-desk>
        <input type="hidden" name="seen" value={String(seen)} />
        <Select name="sheet" label={say(lang, setup.sheetHead)} filled={filled}>
          {[1, 2, 3].map((n) => (
            <option value={String(n)} selected={filled.typed.sheet === String(n)}>
              {say(lang, setup.sheetNumber, { n })}
            </option>
          ))}
        </Select>
        <Field name="keeper" label={say(lang, setup.keeper)} filled={filled} max={40} required />
        <Field name="place" label={say(lang, setup.place)} filled={filled} max={60} required />
        <p class="buttons">
          <button type="submit" class="btn">
            {say(lang, office.save)}
          </button>
        </p>
      </form>
    </details>
  )
}
