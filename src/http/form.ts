import { zValidator } from '@hono/zod-validator'
import type { Context } from 'hono'
import type * as z from 'zod/mini'

/** What was typed, to be shown again, and what is wrong with it, by field. */
export interface Refused {
  typed: Record<string, string>
  problems: Record<string, string>
}

/**
 * Reads a posted form. What does not fit the schema goes to `again`, which answers the same page with the typed
 * words kept. A schema's messages are keys that the page turns into sentences.
 */
export const form = <Schema extends z.ZodMiniType>(
  schema: Schema,
  again: (c: Context, refused: Refused) => Response | Promise<Response>,
) =>
  zValidator('form', schema, async (read, c) => {
    if (read.success) return undefined
    return again(c, { typed: typedIn(read.data), problems: problemsIn(read.error.issues) })
  })

/** Reads posted JSON. `again` answers what does not fit. */
export const json = <Schema extends z.ZodMiniType>(
  schema: Schema,
  again: (c: Context) => Response | Promise<Response>,
) => zValidator('json', schema, async (read, c) => (read.success ? undefined : again(c)))

export function typedIn(data: unknown): Record<string, string> {
  const entries = Object.entries(data as Record<string, unknown>)
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

/** The first mistake of each field, in the order of the form. */
function problemsIn(issues: readonly { path: readonly PropertyKey[]; message: string }[]) {
  const problems: Record<string, string> = {}
  for (const { path, message } of issues) problems[String(path[0] ?? '')] ??= message
  return problems
}
