import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { photoWords } from '../i18n/photos.ts'
import { type Lang, type Phrase, say, textOf } from '../i18n/speak.ts'

/** How the sheet looked when it was last photographed. */
export function Photo({ lang, address, on, today }: { lang: Lang; address: string; on: Day; today: Day }) {
  const words = say(lang, photoWords.of, { day: sayDay(on, lang, yearOf(today)) })
  return (
    <figure class="sheet-photo">
      <img src={address} alt={words} />
      <figcaption class="soft">{words}</figcaption>
    </figure>
  )
}

interface FieldProps {
  lang: Lang
  mistake: string | undefined
  words?: Readonly<Record<'noScript' | 'field' | 'help' | 'wrong', Phrase>>
}

/** Without a name: the file itself never leaves, a script sends it drawn anew. */
export function PhotoField({ lang, mistake, words = photoWords }: FieldProps) {
  return (
    <div class="field">
      <p class="soft" data-no-photo>
        {textOf(lang, words.noScript)}
      </p>
      <div data-photo hidden>
        <label for="photo">{textOf(lang, words.field)}</label>
        <p class="help" id="photo-help">
          {textOf(lang, words.help)}
        </p>
        <input type="file" id="photo" accept="image/*" aria-describedby="photo-help" />
      </div>
      <p class="error" data-why="photo" role="alert" hidden={!mistake}>
        {textOf(lang, words.wrong)}
      </p>
    </div>
  )
}
