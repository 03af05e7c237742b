import { drizzle, type SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy'

/** What a column holds. SQLite has no dates and no booleans. */
export type Value = null | number | string | Uint8Array<ArrayBuffer>

export interface Query {
  sql: string
  /** The first may be a list of lists: the values of each run. */
  params: readonly unknown[]
}

/** A list in the order of its columns, which also has each by its name. */
export type Row = Value[] & { [column: string]: Value }

/** The rows of each query. Several queries are all done or none. */
export type Ask = (queries: readonly Query[]) => Promise<Row[][]>

/** Drizzle over whatever answers queries: a server, or the engine itself. */
export function drizzleOver(ask: Ask): SqliteRemoteDatabase {
  const answer = (rows: Row[] = [], method?: string) => ({
    rows: method === 'get' ? (rows[0] as unknown[]) : rows,
  })
  return drizzle(
    async (sql, params, method) => answer((await ask([{ sql, params }]))[0], method),
    async (queries) => (await ask(queries)).map((rows, at) => answer(rows, queries[at]?.method)),
  )
}
