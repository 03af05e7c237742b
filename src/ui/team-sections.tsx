import { type Lang, say } from '../i18n/speak.ts'
import { team as words } from '../i18n/team.ts'
import { paths } from '../paths.ts'

interface Props {
  lang: Lang
  team: string
  section: 'reports' | 'keys'
}

/** The ways to a team's two parts, on the pages of both. */
export function TeamSections({ lang, team, section }: Props) {
  const ways = [
    ['reports', paths.desk(team)],
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
