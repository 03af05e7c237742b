import type { Day } from '../clock/day.ts'
import type { Reader } from '../http/reader.ts'
import { activation } from '../i18n/activation.ts'
import { recovery, uses } from '../i18n/recovery.ts'
import { setup } from '../i18n/setup.ts'
import { say, textOf } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { Line } from '../office/setup-steps.tsx'
import { Keepers } from '../office/sheet-keepers.tsx'
import { CheckSheets, PrintSheets } from '../office/sheet-papers.tsx'
import { Entrance } from '../staff/entrance.tsx'
import { NewPassword } from '../staff/new-password.tsx'
import { Select } from '../ui/field.tsx'
import { Failed, Working } from '../ui/form-says.tsx'
import type { Offered, OfferedTeam } from './offered.ts'
import { TypedSheets } from './sheets-form.tsx'

interface Props {
  reader: Reader
  demo: boolean
  /** This page in the other language: its address carries the secret too. */
  other: string
  office: { fullName: string; shortName: string }
  offered: Offered
  today: Day
}

/** Sheets, account, a new set, done: what is opened and made in between lives in this window alone. */
export function RecoverPage({ reader, demo, other, office, offered, today }: Props) {
  const { lang } = reader
  const orphans = offered.teams.filter(({ mayJoin }) => mayJoin)
  return (
    <Entrance reader={reader} demo={demo} title={say(lang, recovery.title)} script="recover" other={other}>
      <div id="recovery" hidden data-offered={JSON.stringify(offered)} />
      <section data-step="sheets">
        <h1>{say(lang, recovery.title)}</h1>
        <p class="lead" data-office={office.shortName}>
          {office.fullName}
        </p>
        <TypedSheets lang={lang} />
      </section>
      <section data-step="account" hidden>
        <h1>{say(lang, recovery.account)}</h1>
        <p>{say(lang, recovery.accountSays)}</p>
        <form data-account class="narrow">
          <Select name="why" label={say(lang, recovery.why)} filled={{ typed: {} }}>
            {Object.entries(uses).map(([use, words]) => (
              <option value={use}>{say(lang, words)}</option>
            ))}
          </Select>
          <Line lang={lang} name="name" label={staff.name} max={40} />
          <Line
            lang={lang}
            name="username"
            autocomplete="username"
            label={staff.username}
            help={staff.usernameHelp}
            max={32}
            pattern="[\p{L}\p{N}][\p{L}\p{N}._\-]{1,31}"
          />
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
      <section data-step="printing" hidden>
        <h1 class="noprint">{say(lang, recovery.renew)}</h1>
        <p class="box warn noprint">{say(lang, recovery.usedVoid)}</p>
        <PrintSheets lang={lang} today={today} />
      </section>
      <section data-step="checking" hidden>
        <h1>{say(lang, setup.checking)}</h1>
        <CheckSheets lang={lang} />
      </section>
      <section data-step="sealing" hidden>
        <h1 class="noprint">{say(lang, setup.sealing)}</h1>
        <Keepers lang={lang} today={today} />
        {(['refused', 'over', 'away'] as const).map((name) => (
          <p class="box bad" role="alert" data-answer={name} hidden>
            {say(lang, name === 'away' ? recovery.offline : recovery[name])}
          </p>
        ))}
      </section>
      <section data-step="done" hidden>
        <h1>{say(lang, recovery.done)}</h1>
        <p class="box ok" data-text={textOf(lang, recovery.doneSays)} data-done />
        {offered.teams.map(({ name }) => (
          <p class="box bad" data-lost={name} hidden>
            {say(lang, recovery.lost, { team: name })}
          </p>
        ))}
        <ul>
          <li>{say(lang, recovery.usedVoid)}</li>
          <li>{say(lang, recovery.doneBackup)}</li>
          <li>{say(lang, recovery.donePeople)}</li>
        </ul>
        <p>{say(lang, recovery.opened)}</p>
        <ul>
          <li>{say(lang, recovery.openedOffice)}</li>
          {offered.teams.map(({ name }) => (
            <li data-opened={name}>{say(lang, recovery.openedTeam, { team: name })}</li>
          ))}
        </ul>
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
