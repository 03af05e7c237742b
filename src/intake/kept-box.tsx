import { meanwhile } from '../i18n/closed.ts'
import { sending } from '../i18n/sending.ts'
import { type Lang, say } from '../i18n/speak.ts'

/**
 * What was sent from this phone within a day: the script knows, and the server does not. `drawer` where no form says
 * it.
 */
export function KeptBox({ lang, drawer }: { lang: Lang; drawer?: string | undefined }) {
  return (
    <section class="box" id="kept" aria-labelledby="kept-what" tabindex={-1} data-drawer={drawer} hidden>
      <p id="kept-what">
        <span data-another hidden>
          {say(lang, sending.another)}
        </span>
        <span data-kept="sent" hidden>
          {say(lang, sending.kept)}
        </span>
        <span data-kept="unsent" hidden>
          {say(lang, sending.keptUnsent)}
        </span>
      </p>
      <button type="button" class="btn" data-see>
        {say(lang, sending.see)}
      </button>
      <details class="ask">
        <summary class="btn quiet">{say(lang, sending.clear)}</summary>
        <p>{say(lang, sending.clearSure)}</p>
        <button type="button" class="btn" data-clear>
          {say(lang, sending.clear)}
        </button>
        <button type="button" class="btn quiet" data-stay>
          {say(lang, sending.clearNot)}
        </button>
      </details>
      <div role="status">
        {(['sent', 'unsent'] as const).map((kept) => (
          <>
            <p data-kept-moment={kept} hidden>
              {say(lang, kept === 'sent' ? sending.fetching : sending.sending)}
            </p>
            <p class="error" data-kept-moment={`${kept}-offline`} hidden>
              {say(lang, sending[`${kept}Offline`])}
            </p>
          </>
        ))}
      </div>
      <div id="kept-told" tabindex={-1} hidden />
      <p data-kept-words hidden>
        <label for="kept-words">{say(lang, meanwhile.yours)}</label>
        <textarea id="kept-words" rows={6} readonly />
      </p>
    </section>
  )
}
