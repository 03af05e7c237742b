/** The drivers word the same fault differently and wrap it differently; the engine's own words are in all of them. */
function words(error: unknown): string {
  const said: string[] = []
  for (let e = error; e instanceof Error; e = e.cause) said.push(e.message)
  return said.join('\n')
}

/** The database is away: it does not answer, or says that it cannot. Whether a batch was done is not known. */
export class DatabaseDown extends Error {
  override name = 'DatabaseDown'

  constructor(why: string, cause?: unknown) {
    super(`the database: ${why}`, { cause })
  }
}

/** That it is away, however the drivers wrap it. */
export function downIn(error: unknown): DatabaseDown | undefined {
  for (let e = error; e instanceof Error; e = e.cause) if (e instanceof DatabaseDown) return e
  return undefined
}

/** Somebody else has written this unique key. `key` as SQLite names it, such as `steps.subject`. */
export const isTaken = (error: unknown, key = '') => words(error).includes(`UNIQUE constraint failed: ${key}`)

/** A batch that takes this column away has been refused, such as `teams.name`. */
export const isLacking = (error: unknown, column: string) =>
  words(error).includes(`NOT NULL constraint failed: ${column}`)

/**
 * What D1 says beside the engine's words: it is overloaded, was reset or is not reached. Whether a batch was done is
 * not known then. The list of its errors: developers.cloudflare.com/d1/observability/debug-d1
 */
const d1Busy = /\bD1 DB\b|Network connection lost|request stream because client disconnected/
const d1Full = /Exceeded maximum DB size|exceeded D1's maximum account storage limit/

const says = (error: unknown, ...any: readonly RegExp[]) => any.some((one) => one.test(words(error)))

export const isBusy = (error: unknown) => says(error, /SQLITE_BUSY|database (table )?is locked/i, d1Busy)

export const isFull = (error: unknown) => says(error, /SQLITE_FULL|database or disk is full/i, d1Full)

/** The tables are those of an earlier release, or there are none. */
export const isBehind = (error: unknown) => /no such (table|column)|has no column named/.test(words(error))
