import { createClient } from '@libsql/client/sqlite3'
import { migrate } from 'drizzle-orm/libsql/migrator'
import { drizzle } from 'drizzle-orm/libsql/sqlite3'
import { migrate as migrateOver } from 'drizzle-orm/sqlite-proxy/migrator'
import type { Db } from './db.ts'
import { openLibsqlHttp } from './edge.ts'
import { overHttp } from './libsql-http.ts'

/**
 * One connection, because a PRAGMA reaches only the connection that ran it. FULL, because NORMAL loses
 * acknowledged reports when the power goes. secure_delete, because an erased telephone number must leave the file.
 */
const pragmas = ['journal_mode=WAL', 'synchronous=FULL', 'secure_delete=ON', 'foreign_keys=ON']

export interface Opened {
  db: Db
  /** Empties the write-ahead log, so that what was erased is nowhere in the files. */
  settle(): Promise<void>
  close(): void
}

export async function openLibsqlFile(url: string, migrationsFolder: string): Promise<Opened> {
  const client = createClient({ url, concurrency: 1, timeout: 5000 })
  for (const pragma of pragmas) await client.execute(`PRAGMA ${pragma}`)
  const db = drizzle(client)
  await migrate(db, { migrationsFolder })
  const settle = async () => void (await client.execute('PRAGMA wal_checkpoint(TRUNCATE)'))
  return { db, settle, close: () => client.close() }
}

/** A libSQL server elsewhere: its pragmas and its log are its own. */
export async function openLibsqlServer(
  url: string,
  authToken: string | undefined,
  migrationsFolder: string,
): Promise<Opened> {
  const db = openLibsqlHttp(url, authToken)
  const ask = overHttp(url, authToken)
  const all = async (statements: string[]) =>
    void (statements.length > 0 && (await ask(statements.map((sql) => ({ sql, params: [] })))))
  await migrateOver(db, all, { migrationsFolder })
  return { db, settle: async () => {}, close: () => {} }
}
