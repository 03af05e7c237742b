import { drizzle as drizzleD1 } from 'drizzle-orm/d1'
import type { SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy'
import { drizzleOver } from './ask.ts'
import type { Db } from './db.ts'
import { overHttp } from './libsql-http.ts'

export const openD1 = (database: Parameters<typeof drizzleD1>[0]): Db => drizzleD1(database)

export const openLibsqlHttp = (url: string, authToken?: string): SqliteRemoteDatabase =>
  drizzleOver(overHttp(url, authToken))
