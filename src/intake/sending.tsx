import { steps } from '../i18n/filing.ts'
import { sending } from '../i18n/sending.ts'
import { type Lang, say } from '../i18n/speak.ts'

const moments = ['sealing', 'sending', 'slow', 'offline', 'noAnswer'] as const

/** The button, and every sentence the page must be able to say while no answer comes. */
export function Sending({ lang, office }: { lang: Lang; office: string | undefined }) {
  return (
    <>
      <div role="status">
        {moments.map((moment) => (
          <p
            class={moment === 'offline' || moment === 'noAnswer' ? 'box warn' : 'box'}
            data-moment={moment}
            hidden
          >
            {say(lang, sending[moment])}
            {moment === 'offline' && say(lang, sending.waits)}
          </p>
        ))}
      </div>
      <div class="box warn" id="refused" tabindex={-1} hidden />
      <button type="submit" class="btn go" id="send">
        <span data-plain>
          {office ? say(lang, steps.sendPlainOffice, { office }) : say(lang, steps.sendPlain)}
        </span>
        <span data-ready hidden>
          {office ? say(lang, steps.sendOffice, { office }) : say(lang, steps.send)}
        </span>
        <span data-again hidden>
          {say(lang, sending.again)}
        </span>
      </button>
    </>
  )
}
