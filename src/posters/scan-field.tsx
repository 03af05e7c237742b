import { sheetWords } from '../i18n/sheets.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { Failed, Working } from '../ui/form-says.tsx'

/** A photo instead of the number. Without a name: the photo never leaves, what a script reads off it is looked up. */
export function ScanField({ lang }: { lang: Lang }) {
  return (
    <div class="field" data-scan hidden>
      <label for="scan">{say(lang, sheetWords.scan)}</label>
      <p class="help" id="scan-help">
        {say(lang, sheetWords.scanHelp)}
      </p>
      <input type="file" id="scan" accept="image/*" aria-describedby="scan-help" />
      <Working>{say(lang, sheetWords.scanning)}</Working>
      <p class="error" role="alert" data-say="none" hidden>
        {say(lang, sheetWords.scanNone)}
      </p>
      <Failed lang={lang} what="offline" alone />
    </div>
  )
}
