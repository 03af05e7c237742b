import type { PropsWithChildren } from 'hono/jsx'
import { setup } from '../i18n/setup.ts'
import { type Lang, type Phrase, say, textOf } from '../i18n/speak.ts'

interface StepProps {
  lang: Lang
  n: number
  title: Phrase
}

/** One step of set-up; the script shows one at a time. */
export function Step({ lang, n, title, children }: PropsWithChildren<StepProps>) {
  return (
    <section data-step={n} hidden={n > 0}>
      <p class="soft noprint">{n > 0 && n < 6 ? say(lang, setup.step, { n }) : ''}</p>
      <h1 class={n === 3 || n === 5 ? 'noprint' : undefined}>{say(lang, title)}</h1>
      {children}
    </section>
  )
}

export function Next({ label }: { label: string }) {
  return (
    <p class="actions noprint">
      <button type="submit" class="btn go">
        {label}
      </button>
    </p>
  )
}

/** One step back. Nothing is lost by it: what was typed and made stays in the window. */
export function Back({ lang, to, words = setup.back }: { lang: Lang; to: number; words?: Phrase }) {
  return (
    <button type="button" class="btn quiet" data-back={to}>
      {textOf(lang, words)}
    </button>
  )
}

interface LineProps {
  lang: Lang
  name: string
  label: Phrase
  hint?: Phrase
  help?: Phrase
  max: number
  value?: string
  type?: 'text' | 'tel'
  optional?: boolean
  pattern?: string
  autocomplete?: 'username'
}

/** A field that stays on this computer until the last step. */
export function Line({
  lang,
  name,
  label,
  hint,
  help,
  max,
  value,
  type = 'text',
  optional = false,
  pattern,
  autocomplete,
}: LineProps) {
  return (
    <p class="field">
      <label for={name}>{say(lang, label)}</label>
      <input
        id={name}
        name={name}
        type={type}
        maxlength={max}
        required={!optional}
        placeholder={hint && say(lang, hint)}
        value={value}
        pattern={pattern}
        title={pattern && help && say(lang, help)}
        autocomplete={autocomplete}
        aria-describedby={help && `${name}-help`}
      />
      {help && (
        <span id={`${name}-help`} class="soft">
          {say(lang, help)}
        </span>
      )}
    </p>
  )
}
