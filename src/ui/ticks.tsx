import type { PropsWithChildren } from 'hono/jsx'
import { describe, type Filled, Told } from './field.tsx'

interface Props {
  name: string
  label: string
  filled: Filled
  /** What may be ticked, as people read it and as it is posted. */
  all: readonly string[]
  ticked: readonly string[]
}

/** Several of a list, under one name. What is wrong with them leads to the first; the children stand below them all. */
export function Ticks(props: PropsWithChildren<Props>) {
  const { name, label, filled, all, ticked, children } = props
  return (
    <fieldset class="ticks" aria-describedby={describe(props).ids}>
      <legend>{label}</legend>
      {all.map((one, at) => (
        <label class="pick">
          <input
            type="checkbox"
            id={at === 0 ? name : undefined}
            name={name}
            value={one}
            checked={ticked.includes(one)}
            aria-invalid={filled.problems?.[name] ? 'true' : undefined}
          />
          <span>{one}</span>
        </label>
      ))}
      <p class="below">
        <Told {...props} />
        {children}
      </p>
    </fieldset>
  )
}
