import type { JSX } from 'hono/jsx/jsx-runtime'

/**
 * Markup that is drawn once and filled many times: of a thousand sheets each then costs little more than its symbol.
 * What is filled in goes in as it is, so it must be markup already.
 */
export function withBlanks<Name extends string>(
  names: readonly Name[],
  draw: (blank: Record<Name, string>) => JSX.Element,
): (own: Record<Name, string>) => string {
  const mark = crypto.randomUUID()
  const blanks = names.map((name, at) => [name, `${mark}.${at};`] as const)
  const drawn = `${draw(Object.fromEntries(blanks) as Record<Name, string>)}`
  // What stands between brackets is kept: every second piece is the number of a blank.
  const pieces = drawn.split(new RegExp(`${mark}\\.(\\d+);`))
  const filled = pieces.map((piece, at) => (at % 2 === 0 ? undefined : names[Number(piece)]))
  // Added one to another and not joined, which would copy what is filled in each time it is filled in again.
  return (own) => {
    let text = ''
    for (const [at, piece] of pieces.entries()) {
      const name = filled[at]
      text += name === undefined ? piece : own[name]
    }
    return text
  }
}
