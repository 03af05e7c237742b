import type { Reader } from '../http/reader.ts'
import { landing, pastTeam } from '../i18n/landing.ts'
import { say } from '../i18n/speak.ts'
import type { FoundCode } from '../posters/store.ts'
import { dialled } from '../ui/dial.ts'
import { aboutUnit } from './about-unit.ts'
import type { Filled } from './filled.tsx'
import { Kinds } from './landing.tsx'

interface Props {
  reader: Reader
  found: FoundCode
  filled: Filled
}

/** In place of the landing page, for who wants to tell something of the team itself: it goes to the office alone. */
export function PastTeam({ reader: { lang }, found: { team, office }, filled }: Props) {
  const names = { office: office.shortName, team: team.name }
  const superior = { office: office.shortName, superior: office.superiorName, tel: office.superiorPhone }
  return (
    <section data-step="0" data-letterhead={office.shortName}>
      <h1 tabindex={-1}>{say(lang, pastTeam.title)}</h1>
      <p class="lead">{say(lang, pastTeam.lead, { ...names, office: office.fullName })}</p>
      <ul class="promises">
        <li>{say(lang, landing.promiseWho)}</li>
        <li data-plain>{say(lang, pastTeam.lockedOnArrival, names)}</li>
        <li data-ready hidden>
          {say(lang, pastTeam.locked, names)}
        </li>
        <li>{say(lang, pastTeam.unseen, names)}</li>
      </ul>
      <Kinds lang={lang} problems={aboutUnit.organ.problems} filled={filled} />
      <a class="btn quiet" href={`tel:${dialled(office.phone)}`}>
        {say(lang, landing.call)}
        <small>
          <span class="whole">{office.phone}</span>
          {say(lang, landing.callThen)}
          <span class="whole">{office.hours}</span>
        </small>
      </a>
      <div class="box">
        <p>{say(lang, pastTeam.aboutOffice, superior)}</p>
        <p>{say(lang, landing.neverAsk)}</p>
      </div>
      <p class="lead">{say(lang, landing.danger)}</p>
      <p class="soft">{say(lang, landing.secrets)}</p>
    </section>
  )
}
