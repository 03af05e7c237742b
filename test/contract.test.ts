import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { openLibsqlHttp } from '../src/db/edge.ts'
import { openLibsqlFile, openLibsqlServer } from '../src/db/libsql.ts'
import { steps } from '../src/log/tables.ts'
import { reports } from '../src/reports/tables.ts'
import { units } from '../src/rounds/tables.ts'
import { keepsTheContract } from './contract/storage.ts'
import { startHrana } from './hrana.ts'
import { madeIn, squashedMigrations } from './squashed.ts'

const folder = mkdtempSync(join(tmpdir(), 'mashang-contract-'))
const closing: (() => unknown)[] = []
afterAll(async () => {
  for (const close of closing) await close()
  rmSync(folder, { recursive: true })
})

async function openFile(name: string) {
  const { db, close } = await openLibsqlFile(`file:${folder}/${name}`, 'migrations')
  closing.push(close)
  return db
}

describe('libSQL in a file', () => {
  keepsTheContract(() => openFile('file.db'))

  test('opening it again finds nothing left to migrate', async () => {
    await expect(openFile('file.db')).resolves.toBeDefined()
  })
})

test('the houses of the tests stand on the tables that the migrations make', async () => {
  const ours = await openFile('ours.db')
  const { db, close } = await openLibsqlFile(`file:${folder}/squashed.db`, await squashedMigrations())
  closing.push(close)
  const inOrder = async (db: typeof ours) => (await madeIn(db)).sort((a, b) => (a.name < b.name ? -1 : 1))
  expect((await madeIn(ours)).length).toBeGreaterThan(50)
  expect(await inOrder(db)).toEqual(await inOrder(ours))
})

describe('a database of an earlier release', () => {
  const journal: { entries: { tag: string }[] } = JSON.parse(
    readFileSync('migrations/meta/_journal.json', 'utf8'),
  )
  const tags = journal.entries.map(({ tag }) => tag)

  test.each(tags.slice(0, -1))('is brought up to date from %s, with what is in it', async (tag) => {
    const then = `${folder}/${tag}`
    cpSync('migrations', then, { recursive: true })
    const entries = journal.entries.slice(0, tags.indexOf(tag) + 1)
    writeFileSync(`${then}/meta/_journal.json`, JSON.stringify({ ...journal, entries }))
    const url = `file:${folder}/${tag}.db`
    const old = await openLibsqlFile(url, then)
    await old.db.insert(steps).values({ subject: 'report:old', position: 1, at: '2026-03-02', move: 'file' })
    const village = sql`insert into units (id, name, shortName, type) values ('old', '青塘村', '青塘村', 'village')`
    await old.db.run(village)
    old.close()

    const { db, close } = await openLibsqlFile(url, 'migrations')
    closing.push(close)
    expect(await db.select().from(steps)).toMatchObject([{ subject: 'report:old' }])
    expect(await db.select().from(units)).toMatchObject([{ name: '青塘村', headcount: null }])
    expect(await db.select().from(reports)).toEqual([])
  })
})

describe('libSQL over HTTP', () => {
  async function serve() {
    await openFile('http.db')
    const server = await startHrana(`${folder}/http.db`, 'token')
    closing.push(server.close)
    return server.url
  }
  keepsTheContract(async () => openLibsqlHttp(await serve(), 'token'))

  test('without the token nothing is answered', async () => {
    const stranger = openLibsqlHttp(await serve(), 'guessed')
    await expect(stranger.select().from(steps)).rejects.toThrow()
  })

  test('an empty server is given every table, and the next start finds nothing left to do', async () => {
    const server = await startHrana(`${folder}/empty.db`, 'token')
    closing.push(server.close)
    const { db } = await openLibsqlServer(server.url, 'token', 'migrations')
    await db.insert(steps).values({ subject: 'report:kept', position: 1, at: '2026-03-02', move: 'file' })
    const again = await openLibsqlServer(server.url, 'token', 'migrations')
    expect(await again.db.select().from(steps)).toMatchObject([{ subject: 'report:kept' }])
    expect(await again.db.select().from(reports)).toEqual([])
  })
})
