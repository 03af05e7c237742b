import * as z from 'zod/mini'

/** As long as a dialect's name may be, and how many a team or the office may have. */
const LONGEST = 12
const MOST = 12

/** Apart by any comma people type, or a line each; each once. */
export const dialectsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、，,;；\n]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
]

/** One text, or one for each box that was ticked. */
export const dialectNames = z
  .pipe(
    z.union([z.string(), z.array(z.string())], 'dialects'),
    z.transform((typed) => dialectsIn([typed].flat().join('\n'))),
  )
  .check(
    z.refine((names) => names.length > 0, 'dialects'),
    z.refine(
      (names) => names.length <= MOST && names.every((name) => name.length <= LONGEST),
      'dialectsLong',
    ),
  )

/** What a team may say it speaks: what the office says is spoken here, and what the team said before. */
export const dialectsFor = (spokenHere: readonly string[], before: readonly string[]): string[] => [
  ...new Set([...spokenHere, ...before]),
]
