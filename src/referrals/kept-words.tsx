import type { PropsWithChildren } from 'hono/jsx'
import { reportWords } from '../i18n/report.ts'
import { type Lang, say } from '../i18n/speak.ts'

/** What was written in a form that is gone since, as a colleague has decided: without a button, to be copied. */
export const KeptWords = ({ lang, move, children }: PropsWithChildren<{ lang: Lang; move: string }>) => (
  <section class="kept">
    <p class="box warn">{say(lang, reportWords.noLonger, { move })}</p>
    <form class="sheet-form" data-seals>
      {children}
    </form>
  </section>
)
