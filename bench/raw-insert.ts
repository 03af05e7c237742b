import { type Client, createClient, type InStatement } from '@libsql/client'
import { openLibsqlFile } from '../src/db/libsql.ts'
import { inFolder } from './folders.ts'
import { migrations } from './office.ts'
import { timed } from './spread.ts'

const tables = ['steps', 'reports', 'envelopes'] as const

/**
 * What the storage allows: the rows of so many reports that were just taken, written once more by the product's driver
 * into an empty database with its schema and pragmas. A statement a row, and so many reports together in a durable
 * batch. Reports a second.
 */
export async function rawRate(database: string, many: number, together: number): Promise<number> {
  const from = createClient({ url: database })
  const groups = await statementsOf(from, many, together)
  from.close()
  return inFolder(async (folder) => {
    const url = `file:${folder}/raw.db`
    const { close } = await openLibsqlFile(url, migrations)
    close()
    const to = createClient({ url, concurrency: 1 })
    for (const pragma of ['synchronous=FULL', 'secure_delete=ON', 'foreign_keys=ON'])
      await to.execute(`PRAGMA ${pragma}`)
    const took = await timed(async () => {
      for (const group of groups) await to.batch(group, 'write')
    })
    to.close()
    return many / (took / 1000)
  })
}

async function statementsOf(from: Client, many: number, together: number): Promise<InStatement[][]> {
  const { rows } = await from.execute({
    sql: 'select id from reports order by random() limit ?',
    args: [many],
  })
  const ids = rows.map(({ id }) => String(id))
  const groups: InStatement[][] = []
  for (let at = 0; at < ids.length; at += together) {
    const some = JSON.stringify(ids.slice(at, at + together))
    const group: InStatement[] = []
    for (const table of tables) {
      const id = table === 'steps' ? 'substr(subject, 8)' : table === 'reports' ? 'id' : 'reportId'
      const found = await from.execute({
        sql: `select * from ${table} where ${id} in (select value from json_each(?))`,
        args: [some],
      })
      for (const row of found.rows) {
        const names = found.columns.map((name) => `"${name}"`).join(', ')
        const marks = found.columns.map(() => '?').join(', ')
        group.push({
          sql: `insert into ${table} (${names}) values (${marks})`,
          args: found.columns.map((name) => row[name] ?? null),
        })
      }
    }
    groups.push(group)
  }
  return groups
}
