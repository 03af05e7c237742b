import { type Client, createClient, type InArgs } from '@libsql/client/sqlite3'
import { migrate } from 'drizzle-orm/libsql/migrator'
import { drizzle } from 'drizzle-orm/libsql/sqlite3'
import { migrate as migrateOver } from 'drizzle-orm/sqlite-proxy/migrator'
import { type Ask, drizzleOver, type Query, type Row } from './ask.ts'
import type { Db } from './db.ts'
import { overHttp } from './libsql-http.ts'
import { type Reading, reading } from './reading.ts'

/**
 * One connection writes, because a PRAGMA reaches only the connection that ran it. FULL, because NORMAL loses
 * acknowledged reports when the power goes. secure_delete, because an erased telephone number must leave the file.
 * 16 MiB of log between checkpoints, because reports have random keys: a group of them touches hundreds of pages, and
 * with SQLite's 4 MiB every third group waits for all of those to be written twice.
 */
const pragmas = [
  'journal_mode=WAL',
  'synchronous=FULL',
  'secure_delete=ON',
  'foreign_keys=ON',
  'wal_autocheckpoint=4000',
]

export interface Opened {
  db: Db
  /** Empties the write-ahead log, so that what was erased is nowhere in the files. */
  settle(): Promise<void>
  close(): void
}

export async function openLibsqlFile(url: string, migrationsFolder: string): Promise<Opened> {
  const client = createClient({ url, concurrency: 1, timeout: 5000 })
  for (const pragma of pragmas) await client.execute(`PRAGMA ${pragma}`)
  await migrate(drizzle(client), { migrationsFolder })
  const write = writing(client)
  // What is in memory is there for one connection only.
  const reader = url.startsWith('file:') ? reading(url.slice('file:'.length)) : undefined
  return {
    db: drizzleOver(reader ? eachItsOwn(reader, write) : write),
    settle: async () => void (await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')),
    close: () => {
      reader?.close()
      client.close()
    },
  }
}

/** A libSQL server elsewhere: its pragmas and its log are its own. */
export async function openLibsqlServer(
  url: string,
  authToken: string | undefined,
  migrationsFolder: string,
): Promise<Opened> {
  const ask = overHttp(url, authToken)
  const db = drizzleOver(ask)
  const all = async (statements: string[]) =>
    void (statements.length > 0 && (await ask(statements.map((sql) => ({ sql, params: [] })))))
  await migrateOver(db, all, { migrationsFolder })
  return { db, settle: async () => {}, close: () => {} }
}

/** What only reads does not pass the connection that writes. */
const eachItsOwn =
  (reader: Reading, write: Ask): Ask =>
  async (queries) =>
    queries.every(isReading) ? queries.map((query) => reader.ask(query)) : write(queries)

const isReading = ({ sql }: Query) => /^\s*(select|with|explain)\b/i.test(sql)

function writing(client: Client): Ask {
  return async (queries) => {
    const [only, ...others] = queries.map(({ sql, params }) => ({ sql, args: params as InArgs }))
    if (!only) return []
    const results =
      others.length === 0 ? [await client.execute(only)] : await client.batch([only, ...others], 'write')
    return results.map(({ rows }) => rows as unknown as Row[])
  }
}
