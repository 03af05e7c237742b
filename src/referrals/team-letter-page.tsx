import { letters as words } from '../i18n/letters.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import type { Desk } from '../queue/desk.ts'
import { TeamPage } from '../queue/team-frame.tsx'
import { Watermark } from '../queue/watermark.tsx'
import { type Own, OwnKeys } from '../ui/own-keys.tsx'
import { WordFile } from '../ui/print.tsx'
import { Letter, type LetterProps } from './letter.tsx'

interface Props {
  desk: Desk
  letter: LetterProps
  keys: Own
}

/** The letter as the team has it: opened with the team's key. What it prints is a copy. */
export function TeamLetterPage({ desk, letter, keys }: Props) {
  const { lang, team } = desk
  return (
    <TeamPage desk={desk}>
      <Watermark desk={desk} />
      <p class="buttons noprint">
        <button type="button" class="btn" data-print>
          {say(lang, words.print)}
        </button>
        <WordFile lang={lang} />
        <a class="btn quiet" href={paths.report(team.id, letter.letter.reportId)}>
          {say(lang, words.backToReport)}
        </a>
      </p>
      <Letter {...letter} isCopy={letter.letter.number !== null} />
      <OwnKeys {...keys} />
    </TeamPage>
  )
}
