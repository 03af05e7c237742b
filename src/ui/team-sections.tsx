import { type Lang, say } from '../i18n/speak.ts'
import { team as words } from '../i18n/team.ts'
import { paths } from '../paths.ts'

export type TeamSection = 'reports' | 'notices' | 'keys'

interface Props {
  lang: Lang
  team: string
  section: TeamSection
}

/** The ways to a team's parts, on the pages of each. */
export function TeamSections({ lang, team, section }: Props) {
  const ways = [
    ['reports', paths.desk(team)],
    ['notices', paths.teamNotices(team)],
    ['keys', paths.keys(team)],
  ] as const
  return (
    <nav class="sections noprint" aria-label={say(lang, words.sections)}>
      {ways.map(([key, address]) => (
        <a href={address} aria-current={key === section ? 'page' : undefined}>
          {say(lang, words[key])}
        </a>
      ))}
    </nav>
  )
}
