import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import type { Db } from '../src/db/db.ts'
import { openLibsqlFile } from '../src/db/libsql.ts'

const migrations = fileURLToPath(new URL('../migrations', import.meta.url))
const JOURNAL = join('meta', '_journal.json')

let squashed: Promise<string> | undefined

/**
 * A folder with one migration that makes what all of ours make one after the other, read from a database in which they
 * ran: an empty house opens in a fifth of the time. Once a process. They bring no rows; should one do, it fails here.
 */
export function squashedMigrations(): Promise<string> {
  squashed ??= squash()
  return squashed
}

/** What the migrations made, in the order in which it was made, which is that of its need. */
export const madeIn = (db: Db) =>
  db.all<{ type: string; name: string; sql: string }>(
    sql`select type, name, sql from sqlite_master where sql is not null
      and substr(name, 1, 7) <> 'sqlite_' and substr(name, 1, 9) <> '__drizzle' order by rowid`,
  )

async function squash(): Promise<string> {
  const { db, close } = await openLibsqlFile(':memory:', migrations)
  const made = await madeIn(db)
  for (const { type, name } of made) {
    if (type !== 'table') continue
    const [row] = await db.all(sql`select 1 from ${sql.identifier(name)} limit 1`)
    if (row) throw new Error(`a migration brings rows to ${name}, and this copies none`)
  }
  close()
  const folder = mkdtempSync(join(tmpdir(), 'mashang-squashed-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'meta'))
  const journal = JSON.parse(readFileSync(join(migrations, JOURNAL), 'utf8'))
  // By its time the whole of ours is told apart from what is still to come.
  const last = journal.entries.at(-1)
  writeFileSync(join(folder, JOURNAL), JSON.stringify({ ...journal, entries: [{ ...last, idx: 0 }] }))
  writeFileSync(join(folder, `${last.tag}.sql`), made.map(({ sql }) => sql).join('--> statement-breakpoint'))
  return folder
}
