import { letterMarks, letters as words } from '../i18n/letters.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { type Filled, Mistakes, Select } from '../ui/field.tsx'
import { Ticks } from '../ui/ticks.tsx'
import { urgencies } from './marks.ts'

interface Props {
  lang: Lang
  id: string
  filled: Filled
  /** The names of the units that may get a copy. */
  copyUnits: readonly string[]
}

/** Signing, and what a letter may be marked with. What is secret is not made on a machine that the net reaches. */
export function SignPart({ lang, id, filled, copyUnits }: Props) {
  const { typed, problems } = filled
  const isMarked = [typed.urgency, typed.secrecy, typed.copies].some(Boolean)
  return (
    <form method="post" action={paths.signLetter(id)} class="sheet-form" data-desk>
      {(problems?.secrecy || problems?.copies) && <Mistakes lang={lang} filled={filled} labels={words} />}
      <details open={isMarked}>
        <summary>{say(lang, words.marks)}</summary>
        <div class="pair">
          <Select name="urgency" label={say(lang, words.urgency)} filled={filled}>
            <option value="">{say(lang, words.noUrgency)}</option>
            {urgencies.map((urgency) => (
              <option value={urgency} selected={typed.urgency === urgency}>
                {say(lang, letterMarks[urgency])}
              </option>
            ))}
          </Select>
          <Select name="secrecy" label={say(lang, words.secrecy)} filled={filled}>
            <option value="">{say(lang, words.noSecret)}</option>
            <option value="secret" selected={typed.secrecy === 'secret'}>
              {say(lang, words.secret)}
            </option>
          </Select>
        </div>
        {copyUnits.length > 0 && (
          <Ticks
            name="copies"
            label={say(lang, words.copies)}
            filled={filled}
            all={copyUnits}
            ticked={typed.copies?.split('、') ?? []}
          >
            {say(lang, words.copiesHelp)}
          </Ticks>
        )}
      </details>
      <p class="soft">{say(lang, words.signHelp)}</p>
      <button type="submit" class="btn go">
        {say(lang, words.sign)}
      </button>
    </form>
  )
}
