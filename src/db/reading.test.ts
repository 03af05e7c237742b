import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { steps } from '../log/tables.ts'
import type { Row } from './ask.ts'
import { type Opened, openLibsqlFile } from './libsql.ts'
import { type Reading, reading } from './reading.ts'

const folder = mkdtempSync(join(tmpdir(), 'mashang-reading-'))
let opened: Opened
let reader: Reading
beforeAll(async () => {
  opened = await openLibsqlFile(`file:${folder}/a.db`, 'migrations')
  reader = reading(`${folder}/a.db`)
})
afterAll(() => {
  reader.close()
  opened.close()
  rmSync(folder, { recursive: true })
})

const plain = (row: Row = [] as unknown as Row) =>
  [...row].map((value) => (value instanceof Uint8Array ? [...value] : value))

const write = (subject: string) =>
  opened.db.insert(steps).values({ subject, position: 1, at: '2026-11-25', move: 'file' })

it('reads what was just written, and each value for the question it was asked with', async () => {
  for (const subject of ['report:a', 'report:b']) {
    await write(subject)
    expect(
      reader.ask({ sql: 'select subject from steps where subject = ?', params: [subject] }),
    ).toHaveLength(1)
  }
  const asked = ['report:b', 'report:none', 'report:a'].map((subject) =>
    reader.ask({ sql: 'select subject, position from steps where subject = ?', params: [subject] }),
  )
  expect(asked.map((rows) => rows.map((row) => [...row]))).toEqual([[['report:b', 1]], [], [['report:a', 1]]])
})

it('gives a row in the order of its columns, and each by its name', () => {
  const [row] = reader.ask({
    sql: `select 1 as one, 'zwei' as two, null as none, x'0102' as four`,
    params: [],
  })
  expect(plain(row)).toEqual([1, 'zwei', null, [1, 2]])
  expect(row).toMatchObject({ one: 1, two: 'zwei', none: null })
  expect(row?.nothing).toBeUndefined()
})

it('knows the questions it is asked again, however many others came between', async () => {
  await write('report:many')
  for (let n = 0; n < 500; n++) expect(reader.ask({ sql: `select ${n} as n`, params: [] })[0]?.n).toBe(n)
  expect(
    reader.ask({ sql: 'select count(*) as n from steps where subject = ?', params: ['report:many'] }),
  ).toMatchObject([{ n: 1 }])
})

it('binds what the product keeps: bytes, truth, numbers and nothing', () => {
  const params = [new Uint8Array([7, 8, 9]).subarray(1), true, 2 ** 40, 0.5, null]
  const [row] = reader.ask({ sql: 'select ? as a, ? as b, ? as c, ? as d, ? as e', params })
  expect(plain(row)).toEqual([[8, 9], 1, 2 ** 40, 0.5, null])
})

it('writes nothing, and says so', async () => {
  expect(() => reader.ask({ sql: `delete from steps`, params: [] })).toThrow()
  expect(reader.ask({ sql: 'select count(*) as n from steps', params: [] })[0]?.n).toBeGreaterThan(0)
})

it('reads the state before a batch until the whole of it is written, and nothing of a batch that fails', async () => {
  const one = { position: 1, at: '2026-11-25', move: 'file' }
  const count = async () => (await opened.db.all<{ n: number }>(sql`select count(*) as n from steps`))[0]?.n
  const before = await count()
  const twice = opened.db.insert(steps).values({ subject: 'report:twice', ...one })
  await expect(opened.db.batch([twice, twice])).rejects.toThrow()
  expect(await count()).toBe(before)
})
