import { recusal as words } from '../i18n/recusal.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { placeName } from '../staff/words.ts'
import type { Stranded } from './stranded.ts'

/** How many reports would be without anybody to approve, by team; never which. */
export const strandedWords = (lang: Lang, all: readonly Stranded[]): string[] =>
  all.flatMap(({ team, name, n, later }) => {
    const place = placeName(lang, team, name)
    return [
      ...(n > 0 ? [say(lang, words.stranded, { team: place, n })] : []),
      ...(later ? [say(lang, words.strandedLater, { team: place })] : []),
    ]
  })

interface Props {
  lang: Lang
  lines: readonly string[]
  /** Of what was said: the tick is about that. */
  mark: string
}

/** What follows is said first and has to be ticked. */
export function StrandedPart({ lang, lines, mark }: Props) {
  if (lines.length === 0) return null
  return (
    <fieldset class="box warn" aria-invalid="true">
      {lines.map((line) => (
        <p>{line}</p>
      ))}
      <label class="pick">
        <input type="checkbox" id="knows" name="knows" value={mark} />
        <span>{say(lang, staff.knows)}</span>
      </label>
    </fieldset>
  )
}
