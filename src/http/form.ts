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
    const posted = await c.req.parseBody()
    const blank = Object.fromEntries(missingIn(posted).map((field) => [field, 'blank']))
    if (read.success && Object.keys(blank).length === 0) return undefined
    const problems = read.success ? blank : { ...problemsIn(read.error.issues), ...blank }
    return again(c, { typed: read.success ? typedIn(posted) : typedIn(read.data), problems })
  })

/** What is sealed only the browser can see: it names the fields of it that were to be filled in. */
function missingIn({ missing }: Record<string, unknown>): string[] {
  if (typeof missing !== 'string') return []
  return missing.split(' ', 20).filter((field) => /^[\w-]{1,40}$/.test(field))
}

/** Reads posted JSON. `again` answers what does not fit. */
export const json = <Schema extends z.ZodMiniType>(
  schema: Schema,
  again: (c: Context) => Response | Promise<Response>,
) => zValidator('json', schema, async (read, c) => (read.success ? undefined : again(c)))

/** Texts by field; of several under one name, one text that lists them. */
export function typedIn(data: unknown): Record<string, string> {
  const entries = Object.entries(data as Record<string, unknown>)
  return Object.fromEntries(
    entries.flatMap(([name, value]) => {
      const texts = [value].flat().filter((one) => typeof one === 'string')
      return texts.length > 0 ? [[name, texts.join('、')]] : []
    }),
  )
}

/** The first mistake of each field, in the order of the form. */
function problemsIn(issues: readonly { path: readonly PropertyKey[]; message: string }[]) {
  const problems: Record<string, string> = {}
  for (const { path, message } of issues) problems[String(path[0] ?? '')] ??= message
  return problems
}
