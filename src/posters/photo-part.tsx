import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { photoWords } from '../i18n/photos.ts'
import { type Lang, say } from '../i18n/speak.ts'

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

/** Without a name: the file itself never leaves, a script sends it drawn anew. */
export function PhotoField({ lang, mistake }: { lang: Lang; mistake: string | undefined }) {
  return (
    <div class="field">
      <p class="soft" data-no-photo>
        {say(lang, photoWords.noScript)}
      </p>
      <div data-photo hidden>
        <label for="photo">{say(lang, photoWords.field)}</label>
        <p class="help" id="photo-help">
          {say(lang, photoWords.help)}
        </p>
        <input type="file" id="photo" accept="image/*" aria-describedby="photo-help" />
      </div>
      <p class="error" data-why="photo" role="alert" hidden={!mistake}>
        {say(lang, photoWords.wrong)}
      </p>
    </div>
  )
}
