import * as z from 'zod/mini'

/** One field of a form that a script filled with JSON. */
export const jsonText = z.pipe(
  z.string(),
  z.transform((text, c) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      c.issues.push({ code: 'custom', message: 'json', input: text })
      return z.NEVER
    }
  }),
)
