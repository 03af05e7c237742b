import type { PropsWithChildren } from 'hono/jsx'
import { type Lang, say } from '../i18n/speak.ts'
import { unitWords } from '../i18n/units.ts'

interface Props {
  lang: Lang
  action: string
  /** As many steps as it had when its page was made. */
  version: number
}

/** What was entered by mistake is voided, behind a fold. */
export function VoidPart({ lang, action, version, children }: PropsWithChildren<Props>) {
  return (
    <details>
      <summary>{say(lang, unitWords.voidIt)}</summary>
      {children}
      <form method="post" action={action} data-desk>
        <input type="hidden" name="version" value={String(version)} />
        <button type="submit" class="btn">
          {say(lang, unitWords.voidButton)}
        </button>
      </form>
    </details>
  )
}
