import type { Day } from '../clock/day.ts'
import { activation } from '../i18n/activation.ts'
import { desk } from '../i18n/desk.ts'
import { office } from '../i18n/office.ts'
import { recovery } from '../i18n/recovery.ts'
import { say } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { paths } from '../paths.ts'
import { Failed, Working } from '../ui/form-says.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { type Own, OwnKeys } from '../ui/own-keys.tsx'
import { NewSet, Opened, Why } from './new-set.tsx'
import type { Offered } from './offered.ts'
import { TypedSheets } from './sheets-form.tsx'

interface Props {
  frame: OfficeFrame
  own: Own
  /** As it stands on the paper. */
  shortName: string
  offered: Offered
  today: Day
}

/**
 * Two sheets make a new set, and give a team's keys to leaders who lack them. It all lies open in this window alone.
 */
export function NewSheetsPage({ frame, own, shortName, offered, today }: Props) {
  const { lang } = frame.reader
  const { teams } = offered
  const takers = teams.flatMap(({ id, name: team, keys }) => {
    const lacking = keys.flatMap(({ takers }) => takers)
    const each = new Map(lacking.map(({ personId, name }) => [personId, name]))
    return [...each].map(([personId, name]) => ({ team, name, chosen: `${id} ${personId}` }))
  })
  const answers = {
    refused: say(lang, recovery.refused),
    overtaken: say(lang, recovery.overtaken),
    away: say(lang, desk.offline),
  }
  return (
    <OfficePage frame={frame} section="keys" script="new-sheets">
      <div id="recovery" hidden data-offered={JSON.stringify(offered)} data-office={shortName} />
      <section data-step="sheets">
        <h1>{say(lang, recovery.newSet)}</h1>
        <p class="box warn" data-needs-scripts>
          {say(lang, desk.needsScripts)}
        </p>
        <p class="box warn" data-too-old hidden>
          {say(lang, staff.tooOld)}
        </p>
        <p>{say(lang, recovery.newSetSays)}</p>
        <TypedSheets lang={lang} />
        <h2>{say(lang, recovery.noneLeft)}</h2>
        <p>{say(lang, recovery.noneLeftSays)}</p>
        <form data-alone class="narrow">
          <div role="alert">
            <p class="error" data-say="notWhole" hidden>
              {say(lang, recovery.notWhole)}
            </p>
            <Failed lang={lang} what="broke" />
          </div>
          <Working>{say(lang, activation.making)}</Working>
          <p class="actions">
            <button type="submit" class="btn">
              {say(lang, recovery.withoutOld)}
            </button>
          </p>
        </form>
      </section>
      <section data-step="giving" hidden>
        <h1>{say(lang, recovery.isOpen)}</h1>
        <form data-giving class="narrow">
          <Why lang={lang} of={['sheetLost', 'teamGone', 'drill']} />
          {takers.length > 0 && (
            <fieldset>
              <legend>{say(lang, recovery.givesSay)}</legend>
              {takers.map(({ chosen, ...named }) => (
                <label class="pick">
                  <input type="checkbox" data-give={chosen} autocomplete="off" />
                  <span>{say(lang, recovery.give, named)}</span>
                </label>
              ))}
            </fieldset>
          )}
          <Failed lang={lang} what="broke" alone />
          <Working>{say(lang, activation.making)}</Working>
          <p class="actions">
            <button type="submit" class="btn go">
              {say(lang, recovery.makeNew)}
            </button>
          </p>
        </form>
      </section>
      <NewSet lang={lang} today={today} own={false} answers={answers} />
      <section data-step="done" hidden>
        <h1>{say(lang, recovery.doneNew)}</h1>
        <p class="box ok">{say(lang, recovery.doneNewSays)}</p>
        <Opened lang={lang} teams={teams} lost={recovery.toBeLocked}>
          {takers.map(({ chosen, ...named }) => (
            <li data-gave={chosen} hidden>
              {say(lang, recovery.gave, named)}
            </li>
          ))}
        </Opened>
        <p>
          <a class="btn go" href={paths.officeKeys}>
            {say(lang, office.keys)}
          </a>
        </p>
      </section>
      <OwnKeys {...own} />
    </OfficePage>
  )
}
