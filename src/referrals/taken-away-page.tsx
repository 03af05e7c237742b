import { letters as words } from '../i18n/letters.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'

/** For who had a letter open that is nobody's at this desk any more. Why is the leaders' business alone. */
export function TakenAwayPage({ frame }: { frame: OfficeFrame }) {
  const { lang } = frame.reader
  return (
    <OfficePage frame={frame} section="letters">
      <p class="box warn" role="alert">
        {say(lang, words.takenAway)}
      </p>
      <p class="buttons">
        <a class="btn quiet" href={paths.letters}>
          {say(lang, words.back)}
        </a>
      </p>
    </OfficePage>
  )
}
