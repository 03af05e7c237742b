import { drizzle as drizzleD1 } from 'drizzle-orm/d1'
import { drizzle as drizzleProxy, type SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy'
import type { Db } from './db.ts'
import { overHttp } from './libsql-http.ts'

export const openD1 = (database: Parameters<typeof drizzleD1>[0]): Db => drizzleD1(database)

export function openLibsqlHttp(url: string, authToken?: string): SqliteRemoteDatabase {
  const ask = overHttp(url, authToken)
  return drizzleProxy(
    async (sql, params, method) => {
      const [rows = []] = await ask([{ sql, params }])
      return { rows: method === 'get' ? (rows[0] as unknown[]) : rows }
    },
    async (queries) =>
      (await ask(queries)).map((rows, at) => ({
        rows: queries[at]?.method === 'get' ? (rows[0] as unknown[]) : rows,
      })),
  )
}
