import type { Day } from '../clock/day.ts'
import type { Reader } from '../http/reader.ts'
import { activation } from '../i18n/activation.ts'
import { recovery } from '../i18n/recovery.ts'
import { type Lang, say, textOf } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { NewAdministrator } from '../office/new-administrator.tsx'
import { Entrance } from '../staff/entrance.tsx'
import { NewPassword } from '../staff/new-password.tsx'
import { Failed, Working } from '../ui/form-says.tsx'
import { NewSet, Opened, Why } from './new-set.tsx'
import type { OfferedAccount, OfferedTeam } from './offered.ts'
import { TypedSheets } from './sheets-form.tsx'

interface Props {
  reader: Reader
  demo: boolean
  /** This page in another language: its address carries the secret too. */
  inLang: (lang: Lang) => string
  office: { fullName: string; shortName: string }
  offered: OfferedAccount
  today: Day
}

/** Sheets, account, a new set, done: what is opened and made in between lives in this window alone. */
export function RecoverPage({ reader, demo, inLang, office, offered, today }: Props) {
  const { lang } = reader
  const answers = {
    refused: say(lang, recovery.refused),
    over: say(lang, recovery.over),
    away: say(lang, recovery.offline),
  }
  const orphans = offered.teams.filter(({ mayJoin }) => mayJoin)
  return (
    <Entrance reader={reader} demo={demo} title={say(lang, recovery.title)} script="recover" inLang={inLang}>
      <div id="recovery" hidden data-offered={JSON.stringify(offered)} data-office={office.shortName} />
      <section data-step="sheets">
        <h1>{say(lang, recovery.title)}</h1>
        <p class="lead">{office.fullName}</p>
        <TypedSheets lang={lang} />
      </section>
      <section data-step="account" hidden>
        <h1>{say(lang, recovery.account)}</h1>
        <p>{say(lang, recovery.accountSays)}</p>
        <form data-account class="narrow">
          <Why lang={lang} of={['forgotten', 'machine', 'gone', 'sheetLost', 'drill']} />
          <NewAdministrator lang={lang} />
          <div role="alert">
            <p class="error" data-say="name" hidden>
              {say(lang, staff.needsName)}
            </p>
            <p class="error" data-say="username" hidden>
              {say(lang, staff.usernameTaken)}
            </p>
          </div>
          <NewPassword lang={lang} />
          {orphans.length > 0 && <Orphans lang={lang} teams={orphans} />}
          <Failed lang={lang} what="broke" alone />
          <Working>{say(lang, activation.making)}</Working>
          <p class="actions">
            <button type="submit" class="btn go">
              {say(lang, recovery.make)}
            </button>
          </p>
        </form>
      </section>
      <NewSet lang={lang} today={today} own answers={answers} />
      <section data-step="done" hidden>
        <h1>{say(lang, recovery.done)}</h1>
        <p class="box ok" data-text={textOf(lang, recovery.doneSays)} data-done />
        <Opened lang={lang} teams={offered.teams}>
          <li>{say(lang, recovery.donePeople)}</li>
        </Opened>
      </section>
    </Entrance>
  )
}

function Orphans({ lang, teams }: { lang: Reader['lang']; teams: readonly OfferedTeam[] }) {
  return (
    <fieldset>
      <legend>{say(lang, recovery.teamsSay)}</legend>
      {teams.map(({ id, name }) => (
        <label class="pick">
          <input type="checkbox" data-join={id} autocomplete="off" />
          <span>{say(lang, recovery.join, { team: name })}</span>
        </label>
      ))}
    </fieldset>
  )
}
