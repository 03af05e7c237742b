import { letters as words } from '../i18n/letters.ts'
import { type Lang, say } from '../i18n/speak.ts'

interface Props {
  lang: Lang
  /** Asked for here, the original is on record, and its page prints itself. */
  action: string
  steps?: number
  isPrinted: boolean
  /** This page is the original. */
  isNow: boolean
  /** A printer jams: while the paper is still in the house there may be another. */
  mayAgain: boolean
}

/** Prints the one original of a letter; from then on, copies that say so. */
export function Print({ lang, action, steps, isPrinted, isNow, mayAgain }: Props) {
  return (
    <>
      {isPrinted && (
        <>
          <button type="button" class="btn go" data-print={isNow ? 'now' : 'copy'}>
            {say(lang, words.print)}
          </button>
          <WordFile lang={lang} />
        </>
      )}
      {(!isPrinted || mayAgain) && !isNow && (
        <form method="post" action={action} data-desk>
          {steps !== undefined && <input type="hidden" name="steps" value={String(steps)} />}
          <button type="submit" class={isPrinted ? 'btn' : 'btn go'}>
            {say(lang, isPrinted ? words.printAgain : words.printFirst)}
          </button>
        </form>
      )}
    </>
  )
}

/**
 * The paper of this page as a file for an office's own program: stands beside what prints it, once all of it is open.
 */
export const WordFile = ({ lang }: Pick<Props, 'lang'>) => (
  <button type="button" class="btn" data-docx hidden>
    {say(lang, words.docx)}
  </button>
)
