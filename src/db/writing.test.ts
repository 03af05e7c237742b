import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Writing, writing } from './writing.ts'

const folder = mkdtempSync(join(tmpdir(), 'mashang-writing-'))
const path = `${folder}/a.db`
let writer: Writing
beforeAll(async () => {
  writer = writing(path)
  await writer.exec('PRAGMA journal_mode=WAL')
  await writer.exec('create table kept (n integer primary key, word text)')
})
afterAll(() => {
  writer.close()
  rmSync(folder, { recursive: true })
})

const insert = (...params: unknown[]) => ({ sql: 'insert into kept values (?, ?)', params })
const all = { sql: 'select n, word from kept order by n', params: [] }
const kept = async () => (await writer.ask([all]))[0]?.map((row) => [...row])
const empty = () => writer.ask([{ sql: 'delete from kept', params: [] }])

it('runs a statement once for each list of values, and not at all for none', async () => {
  await empty()
  await writer.ask([
    insert([
      [1, 'one'],
      [2, null],
    ]),
    insert([]),
    { sql: 'this is no statement', params: [[]] },
  ])
  expect(await kept()).toEqual([
    [1, 'one'],
    [2, null],
  ])
})

it('gives what a change returns in the order of its columns, and each by its name', async () => {
  await empty()
  const sql = 'insert into kept values (?, ?) returning word, n'
  const [[row] = []] = await writer.ask([{ sql, params: [7, 'seven'] }])
  expect([...(row ?? [])]).toEqual(['seven', 7])
  expect(row).toMatchObject({ n: 7, word: 'seven' })
})

it('takes back all of a batch that fails, and goes on with the next', async () => {
  await empty()
  const failing = writer.ask([insert(1, 'one'), insert([[1, 'again']])])
  const next = writer.ask([insert(2, 'two')])
  await expect(failing).rejects.toThrow('UNIQUE constraint failed: kept.n')
  await next
  expect(await kept()).toEqual([[2, 'two']])
})

it('spells anew what could not be spelled: a table may come a moment later', async () => {
  const late = { sql: 'insert into late values (?)', params: [1] }
  await expect(writer.ask([late])).rejects.toThrow('no such table: late')
  await writer.exec('create table late (n integer)')
  expect(await writer.ask([late, { sql: 'select n from late', params: [] }])).toMatchObject([[], [{ n: 1 }]])
})

it('takes back first what a transaction left open, whoever began it', async () => {
  await empty()
  await writer.exec('BEGIN IMMEDIATE')
  await writer.exec("insert into kept values (1, 'half')")
  await writer.ask([insert(2, 'whole')])
  expect(await kept()).toEqual([[2, 'whole']])
})

it('writes one batch after the other, in the order in which they were asked', async () => {
  await empty()
  const count = { sql: 'insert into kept select count(*), ? from kept', params: ['next'] }
  await Promise.all(Array.from({ length: 20 }, () => writer.ask([count, count])))
  expect((await kept())?.map(([n]) => n)).toEqual(Array.from({ length: 40 }, (_, n) => n))
})

it('waits for whoever holds the lock without keeping anybody else from being served', async () => {
  await empty()
  const other = new Database(path)
  other.exec('BEGIN IMMEDIATE')
  const written = writer.ask([insert(1, 'one')]).then(() => 'written')
  const served = new Promise((done) => setTimeout(() => done('served'), 50))
  expect(await Promise.race([written, served])).toBe('served')
  other.exec('COMMIT')
  other.close()
  expect(await written).toBe('written')
})
