import { say } from '../i18n/speak.ts'
import { staff as words } from '../i18n/staff.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk.tsx'
import type { Staff } from './guard.ts'
import { Refresh } from './refresh.tsx'
import { deskAt, isTeam } from './roles.ts'
import { placeWords } from './words.ts'

interface Props {
  staff: Staff
  demo: boolean
  names: ReadonlyMap<string, string>
}

/** For who has nowhere to go yet, or more than one place. */
export function HomePage({ staff, demo, names }: Props) {
  const { lang, name, memberships } = staff
  const title = say(lang, memberships.length !== 1 ? words.yourTeams : words.waitingTitle)
  const signedIn = {
    letterhead: title,
    name,
    roles: memberships.map((at) => placeWords(lang, at, names)).join(say(lang, words.semicolon)),
    home: paths.staff,
  }
  return (
    <DeskPage reader={{ lang, size: 'standard' }} signedIn={signedIn} title={title} demo={demo} script="desk">
      <h1>{title}</h1>
      {memberships.some(({ certified }) => !certified) && (
        <>
          <p class="box">{say(lang, words.waitingVerify)}</p>
          <Refresh lang={lang} address={paths.staff} />
        </>
      )}
      {memberships.length === 0 && <p class="box">{say(lang, words.noTeam)}</p>}
      <ul>
        {memberships
          .filter(({ certified, team }) => certified || isTeam(team))
          .map((at) => (
            <li>
              <a href={deskAt(at.team)}>{placeWords(lang, at, names)}</a>
            </li>
          ))}
      </ul>
    </DeskPage>
  )
}
