import { createClient } from '@libsql/client/http'
import { drizzle as drizzleD1 } from 'drizzle-orm/d1'
import { drizzle as drizzleLibsql } from 'drizzle-orm/libsql/http'
import type { Db } from './db.ts'

export const openD1 = (database: Parameters<typeof drizzleD1>[0]): Db => drizzleD1(database)

export const openLibsqlHttp = (url: string, authToken?: string): Db =>
  drizzleLibsql(createClient(authToken ? { url, authToken } : { url }))
