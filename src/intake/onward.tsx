import type { PropsWithChildren } from 'hono/jsx'
import { steps } from '../i18n/filing.ts'
import { type Lang, say } from '../i18n/speak.ts'

/** From step to step: only with scripts, without them the form is one long page. */
export function Onward({ lang, last = false, children }: PropsWithChildren<{ lang: Lang; last?: boolean }>) {
  return (
    <div data-ready hidden class="onward">
      {!last && (
        <button type="button" class="btn go" data-next>
          {say(lang, steps.next)}
        </button>
      )}
      {children}
      <button type="button" class="btn quiet" data-back>
        {say(lang, steps.back)}
      </button>
    </div>
  )
}
