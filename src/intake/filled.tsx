import { wrong } from '../i18n/filing.ts'
import { fill, type Lang, type Phrase, textOf } from '../i18n/speak.ts'
import type { Answers, Mistake } from './rules.ts'

/** What stands in the form: nothing yet, or what was posted and what of it is to be mended. */
export interface Filled {
  answers?: Answers | undefined
  mistakes: readonly Mistake[]
}

const sentences: Record<string, Record<string, Phrase>> = wrong

export const sentenceOf = (lang: Lang, { field, says, over }: Mistake) =>
  fill(textOf(lang, sentences[field]?.[says] ?? ['', '']), { n: over })

/** Everything that can be wrong with a field, so that the script has the words without asking; hidden until it is. */
export function Wrong({ lang, field, filled }: { lang: Lang; field: Mistake['field']; filled: Filled }) {
  return (
    <>
      {Object.entries(sentences[field] ?? {}).map(([says, phrase]) => {
        const mistake = filled.mistakes.find((found) => found.field === field && found.says === says)
        return (
          <p class="error" id={`${field}-${says}`} hidden={!mistake} data-say={textOf(lang, phrase)}>
            {mistake && sentenceOf(lang, mistake)}
          </p>
        )
      })}
    </>
  )
}

/** The attributes of a field that tell assistive technology that it is to be mended, and why. */
export function told(field: Mistake['field'], { mistakes }: Filled) {
  const mistake = mistakes.find((found) => found.field === field)
  return mistake && { 'aria-invalid': 'true' as const, 'aria-describedby': `${field}-${mistake.says}` }
}
