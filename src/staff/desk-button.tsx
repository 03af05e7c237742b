import { desk } from '../i18n/desk.ts'
import { type Lang, say } from '../i18n/speak.ts'

interface Props {
  lang: Lang
  action: string
  label: string
  /** Attributes by which a script finds the form and what it needs to know. */
  marks?: Record<`data-${string}`, string>
  fields?: Record<string, string>
  working?: string
  /** Why the browser may refuse to send, each by its name. */
  whys?: Record<string, string>
  /** The usual thing to do. */
  go?: boolean
}

/** A form that is one button: sent in place, with the sentences its browser may need. */
export function DeskButton({
  lang,
  action,
  label,
  marks = {},
  fields = {},
  working,
  whys = {},
  go = false,
}: Props) {
  return (
    <form method="post" action={action} data-desk {...marks}>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class={go ? 'btn go' : 'btn'}>
        {label}
      </button>
      <p role="status" data-working hidden>
        {working ?? say(lang, desk.working)}
      </p>
      <div role="alert">
        {Object.entries(whys).map(([why, sentence]) => (
          <p class="error" data-why={why} hidden>
            {sentence}
          </p>
        ))}
      </div>
    </form>
  )
}
