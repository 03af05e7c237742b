import { sheetWords } from '../i18n/sheets.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { Failed, Working } from '../ui/form-says.tsx'

/** A photo instead of the number. Without a name: the photo never leaves, what a script reads off it is looked up. */
export function CodePhotoField({ lang, origins }: { lang: Lang; origins: readonly string[] }) {
  return (
    <div class="field" data-origins={origins.join(' ')} data-code-photo hidden>
      <label for="code-photo">{say(lang, sheetWords.codePhoto)}</label>
      <p class="help" id="code-photo-help">
        {say(lang, sheetWords.codePhotoHelp)}
      </p>
      <input type="file" id="code-photo" accept="image/*" aria-describedby="code-photo-help" />
      <Working>{say(lang, sheetWords.codePhotoRead)}</Working>
      {(['codePhotoNone', 'foreign', 'queryCode'] as const).map((what) => (
        <p class="error" role="alert" data-say={what} hidden>
          {say(lang, sheetWords[what])}
        </p>
      ))}
      <Failed lang={lang} what="offline" alone />
    </div>
  )
}
