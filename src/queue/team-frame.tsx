import type { PropsWithChildren } from 'hono/jsx'
import { sheetWords } from '../i18n/sheets.ts'
import { say } from '../i18n/speak.ts'
import { team as words } from '../i18n/team.ts'
import { paths } from '../paths.ts'
import { OFFICE } from '../staff/roles.ts'
import { roleWords } from '../staff/words.ts'
import { DeskPage } from '../ui/desk.tsx'
import { type Desk, officeIn, todoOf } from './desk.ts'

/** The frame of a team's pages: whose desk it is, what waits there, and the ways to its two parts. */
export function TeamPage({
  desk,
  said,
  children,
}: PropsWithChildren<{ desk: Desk; said?: string | undefined }>) {
  const { lang, team, name, person, demo } = desk
  const home = paths.desk(team.id)
  const signedIn = {
    letterhead: team.name,
    name,
    roles: roleWords(lang, officeIn(desk) ? [OFFICE] : person.roles),
    home,
    todo: todoOf(desk),
  }
  return (
    <DeskPage
      reader={{ lang, size: 'standard' }}
      signedIn={signedIn}
      title={say(lang, words.reports)}
      demo={demo}
      script="desk"
      said={said}
    >
      <nav class="sections noprint" aria-label={say(lang, words.sections)}>
        <a href={home}>{say(lang, words.reports)}</a>
        {team.id === OFFICE ? (
          <a href={paths.office}>{say(lang, words.toOffice)}</a>
        ) : (
          <>
            <a href={paths.teamNotices(team.id)}>{say(lang, sheetWords.open)}</a>
            <a href={paths.keys(team.id)}>{say(lang, words.keys)}</a>
          </>
        )}
      </nav>
      <p class="box bad" data-distrusted hidden>
        {say(lang, words.wrongRoot)}
      </p>
      {children}
    </DeskPage>
  )
}
