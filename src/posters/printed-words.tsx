import type { Child } from 'hono/jsx'
import { type Lang, type Phrase, textOf } from '../i18n/speak.ts'

/** A phrase whose blanks are filled with marked-up words. */
export function withNodes(lang: Lang, phrase: Phrase, nodes: Record<string, Child>): Child[] {
  const pieces = textOf(lang, phrase).split(/\{(\w+)\}/)
  return pieces.map((piece, at) => (at % 2 === 1 ? nodes[piece] : piece))
}

/** Hours on duty: a line may end between two stretches, never inside `14:30–17:30`. */
export function Hours({ hours }: { hours: string }) {
  const stretches = hours.split(/(?<=[\s，、；,;])/)
  return (
    <>
      {stretches.map((stretch) => (
        <span class="unbroken">{stretch}</span>
      ))}
    </>
  )
}
