import { createClient } from '@libsql/client'

/** 22 characters of an id: two of them tell the copies apart, and stand in the order of the database. */
const alphabet = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'
const prefix = (copy: number) => `${alphabet[Math.floor(copy / 64)]}${alphabet[copy % 64]}`

/** What differs from copy to copy; everything else of a row is taken as it is. */
const differs: Record<string, string> = {
  id: '?1 || substr(id, 1, 20)',
  reportId: '?1 || substr(reportId, 1, 20)',
  enquiryNumber: "printf('%06d', enquiryNumber + ?2)",
  lookupHash: '?1 || substr(lookupHash, 1, 41)',
  queueKey: 'substr(queueKey, 1, 23) || ?1 || substr(id, 1, 20)',
}

/**
 * Each report of a database so many times over, with ids and numbers of its own. Nothing is durable meanwhile, and the
 * indexes are made when all rows are there, or a million would take an hour.
 */
export async function multiply(database: string, times: number): Promise<void> {
  const client = createClient({ url: database, concurrency: 1 })
  const run = async (sql: string, args: (string | number)[] = []) =>
    (await client.execute({ sql, args })).rows
  for (const pragma of ['synchronous=OFF', 'cache_size=-400000']) await run(`pragma ${pragma}`)

  const indexes = await run(
    "select name, sql from sqlite_master where type = 'index' and tbl_name = 'reports' and sql is not null",
  )
  for (const { name } of indexes) await run(`drop index ${name}`)
  const [counted] = await run('select count(*) as n from reports')
  const many = Number(counted?.n)
  for (const table of ['reports', 'envelopes']) {
    await run(`create temp table template as select * from ${table}`)
    const names = (await run(`select name from pragma_table_info('${table}')`)).map(({ name }) =>
      String(name),
    )
    const into = names.map((name) => `"${name}"`).join(', ')
    const from = names.map((name) => differs[name] ?? `"${name}"`).join(', ')
    const sql = `insert into ${table} (${into}) select ${from} from template, (select ?1, ?2)`
    for (let copy = 1; copy < times; copy++) await run(sql, [prefix(copy), copy * many])
    await run('drop table template')
  }
  for (const { sql } of indexes) await run(String(sql))
  client.close()
}
