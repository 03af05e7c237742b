import { fieldWords } from '../i18n/moves.ts'
import { type Lang, type Phrase, say, textOf } from '../i18n/speak.ts'
import { type Tagged, tagWords } from '../i18n/tags.ts'

type Words = Readonly<Record<string, Phrase>>

/** What its codes stand for, for the script that opens them. */
export function wordsOfTag(lang: Lang, field: string): string | undefined {
  const words: Words | undefined = tagWords[field as Tagged]
  return words && JSON.stringify(Object.fromEntries(Object.entries(words).map(said(lang))))
}

const said =
  (lang: Lang) =>
  ([code, word]: [string, Phrase]) =>
    [code, textOf(lang, word)] as const

/** 六大纪律, fields, and the level of whoever it is about: all may be left open. */
export const Tags = ({ lang }: { lang: Lang }) => (
  <>
    <div class="pair">
      {(['discipline', 'level'] as const).map((field) => (
        <p class="field">
          <label for={field}>{say(lang, fieldWords[field])}</label>
          <select id={field} data-field={field}>
            <option value="">{say(lang, fieldWords.untagged)}</option>
            {Object.entries<Phrase>(tagWords[field]).map(([code, word]) => (
              <option value={code}>{textOf(lang, word)}</option>
            ))}
          </select>
        </p>
      ))}
    </div>
    <fieldset class="ticks">
      <legend>{say(lang, fieldWords.fields)}</legend>
      {Object.entries<Phrase>(tagWords.fields).map(([code, word]) => (
        <label class="pick">
          <input type="checkbox" data-field="fields" value={code} />
          <span>{textOf(lang, word)}</span>
        </label>
      ))}
    </fieldset>
  </>
)
