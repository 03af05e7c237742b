import type { PropsWithChildren } from 'hono/jsx'
import type { Filled } from './field.tsx'

interface Props {
  /** The name under which the envelope is posted, and with `Id` its id. */
  name: string
  /** A message to the resident, or a part only the team opens. */
  seal: 'message' | 'why' | 'note' | 'result' | 'order' | 'feedback' | 'transcript'
  /** Of which file it is the transcript. */
  file?: string
  filled: Filled
}

/**
 * A place where text is written that the server must not see: its controls have no name, and a script seals what
 * stands in them. Envelopes that came back with a refused form are opened into the controls again. The first control
 * bears the place's name as its id: there its mistake leads.
 */
export function Sealed({ name, seal, file, filled, children }: PropsWithChildren<Props>) {
  const { typed, problems } = filled
  return (
    <div class="sealed" data-seal={seal} data-name={name} data-of-file={file}>
      {children}
      {[name, `${name}Id`].map((field) =>
        typed[field] ? <input type="hidden" name={field} value={typed[field]} /> : null,
      )}
      {problems?.[name] && <span class="error">{problems[name]}</span>}
    </div>
  )
}

interface ControlProps {
  /** Which part of what is sealed it is. */
  field: string
  id: string
  label: string
  help?: string | undefined
  rows?: number
  max: number
  required?: boolean
  inputmode?: 'numeric' | 'tel'
  /** A number that may not be larger than the one in the control with this id. */
  atMost?: string
  /** The redaction check reads it. */
  checked?: boolean
  value?: string
}

/**
 * A control of a sealed place. A text that is too long is never cut: a script counts, says by how much, and does not
 * send it. The same script checks numbers, because the server cannot.
 */
export function Control(props: ControlProps) {
  const { field, id, label, help, rows, max, required = false, inputmode, atMost, checked, value } = props
  const isWatched = rows !== undefined || inputmode === 'numeric'
  const told = [...(help ? [`${id}-help`] : []), ...(isWatched ? [`${id}-note`] : [])]
  const shared = {
    id,
    'data-field': field,
    'data-checked': checked || undefined,
    required,
    autocomplete: 'off',
    'aria-describedby': told.length > 0 ? told.join(' ') : undefined,
  }
  return (
    <p class="field">
      <label for={id}>{label}</label>
      {rows ? (
        <textarea {...shared} rows={rows} data-max={max}>
          {value}
        </textarea>
      ) : (
        <input
          {...shared}
          type="text"
          inputmode={inputmode}
          maxlength={max}
          data-at-most={atMost}
          value={value}
        />
      )}
      {isWatched && <span id={`${id}-note`} class="soft" role="status" />}
      {help && (
        <span id={`${id}-help`} class="soft">
          {help}
        </span>
      )}
    </p>
  )
}
