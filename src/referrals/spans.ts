/** Where in a text something begins and ends, in UTF-16 units. */
export type Span = [from: number, to: number]

export const matches = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map(({ index, 0: found }) => [index, index + found.length])

/** Each place where a part stands. */
export function allOf(text: string, part: string): Span[] {
  const found: Span[] = []
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1))
    found.push([at, at + part.length])
  return found
}
