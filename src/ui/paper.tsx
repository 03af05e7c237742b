import type { Child, PropsWithChildren } from 'hono/jsx'
import { type Lang, tagOf } from '../i18n/speak.ts'

interface FrontProps {
  lang: Lang
  /** The issuing body, as it stands in red and again at the end. */
  issuer: string
  number: string
  title: Child
  to: Child
  seal: string
  date: string
  /** What marks a copy, where it is one. */
  copy?: string | undefined
  /** How soon it is to be taken up, where it says so. */
  urgency?: string | undefined
  /** Who else gets it. */
  copies?: string | undefined
}

/** A letter in 信函格式: the name in red over two lines, what it says, seal and date, and two lines at the foot. */
export function PaperFront(props: PropsWithChildren<FrontProps>) {
  const { lang, issuer, number, title, to, seal, date, copy, urgency, copies, children } = props
  const atLeft = [urgency, copy].filter(Boolean).join('　')
  return (
    <section class="sheet letter letter-front" lang={tagOf(lang)}>
      <span class="letter-foot" />
      <p class="letter-head">{issuer}</p>
      <span class="letter-rule" />
      <p class="letter-number">
        {atLeft && <span>{atLeft}</span>}
        <span>{number}</span>
      </p>
      <h1 class="letter-title">{title}</h1>
      <p class="letter-to">{to}</p>
      {children}
      <p class="letter-signed">
        <span>{issuer}</span>
        <span>{seal}</span>
        <span>{date}</span>
      </p>
      {copies && <p class="letter-copies">{copies}</p>}
    </section>
  )
}

interface FormProps {
  lang: Lang
  title: Child
  /** The name of a row and what stands in it; a row without is a large empty one. */
  rows: readonly (readonly [name: string, value?: string])[]
  /** Behind its title, where somebody reads what it goes with. */
  folded?: boolean | undefined
}

/** What comes back, on a sheet of its own. */
export function PaperForm({ lang, title, rows, folded }: FormProps) {
  const sheet = (
    <section class="sheet letter letter-back" lang={tagOf(lang)}>
      <h1 class="letter-title">{title}</h1>
      <table class="letter-form">
        <tbody>
          {rows.map(([name, value]) => (
            <tr class={value === undefined ? 'tall' : undefined}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
  if (!folded) return sheet
  return (
    <details>
      <summary lang={tagOf(lang)}>{title}</summary>
      {sheet}
    </details>
  )
}
