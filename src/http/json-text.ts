import * as z from 'zod/mini'

/** What a script wrote into a form's field, or nothing. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The same for a schema to be piped into. */
export const jsonText = z.pipe(z.string(), z.transform(readJson))
