import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { openLibsqlFile } from '../src/db/libsql.ts'

const migrations = fileURLToPath(new URL('../migrations', import.meta.url))

let squashed: Promise<string> | undefined

/**
 * A folder with one migration that makes what all of ours make one after the other, read from a database in which they
 * ran: an empty house opens in a tenth of the time. Once a process.
 */
export function squashedMigrations(): Promise<string> {
  squashed ??= squash()
  return squashed
}

async function squash(): Promise<string> {
  const { db, close } = await openLibsqlFile(':memory:', migrations)
  const isOurs = sql`sql is not null and name not like 'sqlite\\_%' escape '\\' and name not like '\\_\\_drizzle%' escape '\\'`
  // In the order in which they were made, which is that of their need.
  const made = await db.all<{ sql: string }>(
    sql`select sql from sqlite_master where ${isOurs} order by rowid`,
  )
  close()
  const folder = mkdtempSync(join(tmpdir(), 'mashang-squashed-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'meta'))
  const all = { idx: 0, version: '6', when: 1, tag: '0000_all', breakpoints: true }
  const journal = { version: '7', dialect: 'sqlite', entries: [all] }
  writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify(journal))
  writeFileSync(join(folder, `${all.tag}.sql`), made.map(({ sql }) => sql).join('--> statement-breakpoint'))
  return folder
}
