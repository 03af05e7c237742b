import type { PropsWithChildren } from 'hono/jsx'
import type { Refused } from '../http/form.ts'
import { office } from '../i18n/office.ts'
import { type Lang, type Phrase, say, textOf } from '../i18n/speak.ts'
import { Unbroken } from './unbroken.tsx'

/** What stands in a form: the words typed, the sentences about what is wrong, by field, and on a page that was
 * overtaken what is stored now. */
export interface Filled {
  typed: Readonly<Record<string, string | undefined>>
  problems?: Readonly<Record<string, string | undefined>>
  now?: Readonly<Record<string, string | undefined>>
}

/** A refused form with its mistakes as sentences. A key without a sentence gets the one called `other`. */
export function refusedForm(
  lang: Lang,
  sentences: { readonly [key: string]: Phrase; readonly other: Phrase },
  { typed, problems }: Refused,
): Filled {
  const said = Object.entries(problems).map(([name, key]) => [
    name,
    say(lang, sentences[key] ?? sentences.other),
  ])
  return { typed, problems: Object.fromEntries(said) }
}

/**
 * A form whose page was overtaken: what was typed, and beside every field that differs what is stored now.
 * `shown` has the words for fields whose stored value is a key.
 */
export function overtakenForm(
  lang: Lang,
  typed: Record<string, string>,
  stored: Record<string, string>,
  shown: Record<string, string> = {},
): Filled {
  const differing = Object.keys(stored).filter((name) => name in typed && typed[name] !== stored[name])
  const value = (name: string) => shown[name] || stored[name] || say(lang, office.nothing)
  const now = differing.map((name) => [name, say(lang, office.storedNow, { value: value(name) })])
  return { typed, now: Object.fromEntries(now) }
}

interface Props {
  name: string
  label: string
  filled: Filled
  help?: string | undefined
  type?: 'text' | 'date' | 'tel' | 'number'
  /** A text of several lines. */
  rows?: number | undefined
  required?: boolean
  max?: number | undefined
  inputmode?: 'numeric' | 'tel'
  placeholder?: string
}

/** A labelled field with its help and its mistake, both read out with it. */
export function Field(props: Props) {
  const { name, label, filled, type = 'text', rows, required = false, max, inputmode, placeholder } = props
  const value = filled.typed[name] ?? ''
  const told = describe(props)
  const shared = {
    id: name,
    name,
    required,
    maxlength: max,
    placeholder,
    'aria-invalid': filled.problems?.[name] ? ('true' as const) : undefined,
    'aria-describedby': told.ids,
  }
  return (
    <p class="field">
      <label for={name}>{label}</label>
      {rows ? (
        <textarea {...shared} rows={rows}>
          {value}
        </textarea>
      ) : (
        <input {...shared} type={type} inputmode={inputmode} value={value} />
      )}
      <Told {...props} />
    </p>
  )
}

/** The same for a choice; its options are the children. */
export function Select(props: PropsWithChildren<Pick<Props, 'name' | 'label' | 'filled' | 'help'>>) {
  const { name, label, filled, children } = props
  return (
    <p class="field">
      <label for={name}>{label}</label>
      <select
        id={name}
        name={name}
        aria-invalid={filled.problems?.[name] ? 'true' : undefined}
        aria-describedby={describe(props).ids}
      >
        {children}
      </select>
      <Told {...props} />
    </p>
  )
}

/** The words beside the fields, by field. */
export type Labels = Readonly<Record<string, Phrase>>

interface MistakesProps {
  lang: Lang
  filled: Filled
  /** What stands over the mistakes, where nothing was to be saved. */
  title?: string
  labels?: Labels | undefined
}

/** What is wrong, on top of the form, each mistake called by its field's name and leading there. */
export function Mistakes({ lang, filled, title, labels = {} }: MistakesProps) {
  const problems = Object.entries(filled.problems ?? {}).flatMap(([name, sentence]) =>
    sentence ? [{ name, sentence, label: Object.hasOwn(labels, name) ? labels[name] : undefined }] : [],
  )
  if (problems.length === 0) return null
  return (
    <div class="box bad" role="alert">
      <p class="lead">{title ?? say(lang, office.mend, { n: problems.length })}</p>
      <ul>
        {problems.map(({ name, sentence, label }) => (
          <li>
            <a href={`#${name}`}>
              {label ? say(lang, office.mendField, { field: textOf(lang, label), sentence }) : sentence}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

export function describe({ name, help, filled }: Pick<Props, 'name' | 'help' | 'filled'>) {
  const parts = [
    [`${name}-help`, 'soft', help],
    [`${name}-now`, 'due', filled.now?.[name]],
    [`${name}-wrong`, 'error', filled.problems?.[name]],
  ] as const
  const said = parts.flatMap(([id, look, text]) => (text ? [{ id, look, text }] : []))
  return { said, ids: said.length > 0 ? said.map(({ id }) => id).join(' ') : undefined }
}

/** Help, what is stored by now, and what is wrong, in this order below a field. */
export function Told(props: Pick<Props, 'name' | 'help' | 'filled'>) {
  return (
    <>
      {describe(props).said.map(({ id, look, text }) => (
        <span id={id} class={look}>
          <Unbroken text={text} />
        </span>
      ))}
    </>
  )
}
