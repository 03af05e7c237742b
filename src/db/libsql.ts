import { createClient } from '@libsql/client/sqlite3'
import { migrate } from 'drizzle-orm/libsql/migrator'
import { drizzle } from 'drizzle-orm/libsql/sqlite3'
import { migrate as migrateOver } from 'drizzle-orm/sqlite-proxy/migrator'
import { type Ask, drizzleOver, type Query } from './ask.ts'
import type { Db } from './db.ts'
import { overHttp } from './libsql-http.ts'
import { type Reading, reading } from './reading.ts'
import { writing } from './writing.ts'

/**
 * FULL, because NORMAL loses acknowledged reports when the power goes. secure_delete, because an erased telephone
 * number must leave the file. 16 MiB of log between checkpoints, because reports have random keys: a group of them
 * touches hundreds of pages, and with SQLite's 4 MiB every third group waits for all of those to be written twice.
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

/** As the client reads it, which migrates. */
export const fileOf = (url: string) => decodeURIComponent(url.replace(/^file:/, ''))

/** One connection writes, because a PRAGMA reaches only the connection that ran it. Another reads. */
export async function openLibsqlFile(url: string, migrationsFolder: string): Promise<Opened> {
  const path = fileOf(url)
  const isFile = path !== ':memory:'
  if (isFile) await migrateFile(url, migrationsFolder)
  const writer = writing(path)
  for (const pragma of pragmas) await writer.exec(`PRAGMA ${pragma}`)
  // What is in memory is there for one connection only.
  const reader = isFile ? reading(path) : undefined
  const db = drizzleOver(reader ? eachItsOwn(reader, writer.ask) : writer.ask)
  // Nobody else is here yet, and nothing is left of it when it fails: all are run at once, for statement by statement
  // takes five times as long.
  if (!isFile) await migrateOver(db, (all) => writer.exec(all.join(';\n')), { migrationsFolder })
  return {
    db: Object.assign(db, { runsEach: true as const }),
    settle: () => writer.exec('PRAGMA wal_checkpoint(TRUNCATE)'),
    close: () => {
      reader?.close()
      writer.close()
    },
  }
}

/** Foreign keys are off meanwhile, as tables that are made anew need it. */
async function migrateFile(url: string, migrationsFolder: string) {
  const client = createClient({ url, concurrency: 1, timeout: 5000 })
  await client.execute('PRAGMA journal_mode=WAL')
  await migrate(drizzle(client), { migrationsFolder })
  client.close()
}

/** A libSQL server elsewhere: its pragmas and its log are its own. */
export async function openLibsqlServer(
  url: string,
  authToken: string | undefined,
  migrationsFolder: string,
): Promise<Opened> {
  const ask = overHttp(url, authToken)
  const db = drizzleOver(ask)
  await migrateOver(db, inOne(ask), { migrationsFolder })
  return { db, settle: async () => {}, close: () => {} }
}

const inOne = (ask: Ask) => async (statements: string[]) =>
  void (statements.length > 0 && (await ask(statements.map((sql) => ({ sql, params: [] })))))

/** What only reads does not pass the connection that writes. */
const eachItsOwn =
  (reader: Reading, write: Ask): Ask =>
  async (queries) =>
    queries.every(isReading) ? queries.map((query) => reader.ask(query)) : write(queries)

const isReading = ({ sql }: Query) => /^\s*(select|with|explain)\b/i.test(sql)
