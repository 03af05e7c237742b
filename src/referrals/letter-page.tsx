import { letters as words } from '../i18n/referrals.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { type OwnKey, OwnKeys } from '../ui/own-keys.tsx'
import { Letter, type LetterProps } from './letter.tsx'

interface Props {
  frame: OfficeFrame
  letter: LetterProps
  own: { keys: readonly OwnKey[]; root: string }
  /** Why it was not signed just now. */
  trouble?: string | undefined
}

/** One letter: read, signed with its number, printed. The browser opens it with the office's key. */
export function LetterPage({ frame, letter, own, trouble }: Props) {
  const { lang } = frame.reader
  const { id, state } = letter.letter
  const opens = own.keys.some(({ kind }) => kind === 'box')
  return (
    <OfficePage frame={frame} section="letters">
      <div class="noprint">
        {trouble && (
          <p class="box warn" role="alert">
            {trouble}
          </p>
        )}
        {!opens && <p class="box warn">{say(lang, words.cannotOpen)}</p>}
        {state === 'approved' && (
          <form method="post" action={paths.signLetter(id)} class="sheet-form" data-desk>
            <p class="soft">{say(lang, words.signHelp)}</p>
            <button type="submit" class="btn go">
              {say(lang, words.sign)}
            </button>
          </form>
        )}
        <p class="buttons">
          {letter.letter.number !== null && (
            <button type="button" class="btn go" data-print>
              {say(lang, words.print)}
            </button>
          )}
          <a class="btn quiet" href={paths.letters}>
            {say(lang, words.back)}
          </a>
        </p>
      </div>
      <Letter {...letter} />
      <OwnKeys {...own} />
    </OfficePage>
  )
}
