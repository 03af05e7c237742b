import type { PropsWithChildren } from 'hono/jsx'
import { say } from '../i18n/speak.ts'
import { team as words } from '../i18n/team.ts'
import { paths } from '../paths.ts'
import { OFFICE } from '../staff/roles.ts'
import { roleWords } from '../staff/words.ts'
import { DeskPage } from '../ui/desk.tsx'
import { OfficeSections } from '../ui/office-page.tsx'
import { type TeamSection, TeamSections } from '../ui/team-sections.tsx'
import { type Desk, todoOf } from './desk.ts'

/** The frame of a team's pages: whose desk it is, what waits there, and the ways to its parts. */
export function TeamPage({
  desk,
  said,
  section = 'reports',
  children,
}: PropsWithChildren<{ desk: Desk; said?: string | undefined; section?: TeamSection }>) {
  const { lang, team, name, called, demo } = desk
  const home = paths.desk(team.id)
  const signedIn = {
    letterhead: team.name,
    name,
    roles: roleWords(lang, called),
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
      {team.id === OFFICE ? (
        <OfficeSections lang={lang} section="aboutTeams" letters={desk.letters} />
      ) : (
        <TeamSections lang={lang} team={team.id} section={section} />
      )}
      <p class="box bad" data-distrusted hidden>
        {say(lang, words.wrongRoot)}
      </p>
      {children}
    </DeskPage>
  )
}
