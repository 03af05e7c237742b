import { type Client, createClient, type InStatement } from '@libsql/client'
import { openLibsqlFile } from '../src/db/libsql.ts'
import { migrations } from './office.ts'
import { timed } from './spread.ts'
import { afterwards } from './stage.ts'

/** The tables that a filed report stands in, and where its id is in each. */
const tables = { steps: 'substr(subject, 8)', reports: 'id', envelopes: 'reportId' }

/**
 * What the storage allows: the rows of the reports that were just taken, written once more by libSQL's own client into
 * a database with its schema and pragmas, which grows as the product's does. A statement a row, and so many reports
 * together in a durable batch: in no order, as reports come. As they lie in their table their neighbours would be
 * written together, fewer pages in all, which nobody who takes reports in can have.
 */
export async function openRaw(database: string, folder: string, together: number) {
  const url = `file:${folder}/raw.db`
  const { close } = await openLibsqlFile(url, migrations)
  close()
  const [from, to] = [createClient({ url: database }), createClient({ url, concurrency: 1 })]
  afterwards(() => from.close())
  afterwards(() => to.close())
  for (const pragma of ['synchronous=FULL', 'secure_delete=ON', 'foreign_keys=ON', 'wal_autocheckpoint=4000'])
    await to.execute(`PRAGMA ${pragma}`)
  const written = new Set<string>()

  /** Writes what was taken since the last time. Seconds. */
  return async (): Promise<number> => {
    const { rows } = await from.execute('select id from reports order by random()')
    const ids = rows.map(({ id }) => String(id)).filter((id) => !written.has(id))
    const groups: InStatement[][] = []
    for (let at = 0; at < ids.length; at += together) {
      const some = JSON.stringify(ids.slice(at, at + together))
      const inserts = Object.entries(tables).map(([table, id]) => insertsInto(from, table, id, some))
      groups.push((await Promise.all(inserts)).flat())
    }
    const took = await timed(async () => {
      for (const group of groups) await to.batch(group, 'write')
    })
    for (const id of ids) written.add(id)
    return took / 1000
  }
}

async function insertsInto(from: Client, table: string, id: string, ids: string): Promise<InStatement[]> {
  const sql = `select * from ${table} where ${id} in (select value from json_each(?))`
  const { columns, rows } = await from.execute({ sql, args: [ids] })
  const names = columns.map((name) => `"${name}"`).join(', ')
  const insert = `insert into ${table} (${names}) values (${columns.map(() => '?').join(', ')})`
  return rows.map((row) => ({ sql: insert, args: columns.map((name) => row[name] ?? null) }))
}
