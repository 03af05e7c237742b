import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Hrana, startHrana } from '../../test/hrana.ts'
import { overHttp } from './libsql-http.ts'

const folder = mkdtempSync(join(tmpdir(), 'mashang-http-'))
let server: Hrana
beforeAll(async () => {
  server = await startHrana(join(folder, 'test.db'), 'a token')
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const ask = (sql: string, ...params: unknown[]) => overHttp(server.url, 'a token')([{ sql, params }])

test('what is written is read as it was, of every kind and size', async () => {
  const blob = crypto.getRandomValues(new Uint8Array(40_000))
  const [[row] = []] = await ask('select ? as a, ? as b, ? as c, ? as d, ? as e', null, 7, 0.5, '码上', blob)
  expect([...(row ?? [])]).toEqual([null, 7, 0.5, '码上', blob])
  expect(row?.d).toBe('码上')
})

test('a batch is done whole or not at all, and says in the engine’s words why', async () => {
  await ask('create table once (n integer primary key)')
  const insert = (n: number) => ({ sql: 'insert into once values (?)', params: [n] })
  const both = overHttp(server.url, 'a token')([insert(1), insert(1)])
  await expect(both).rejects.toThrow('UNIQUE constraint failed: once.n')
  expect(await ask('select n from once')).toEqual([[]])
  const [, [kept] = []] = await overHttp(
    server.url,
    'a token',
  )([insert(1), { sql: 'select n from once', params: [] }])
  expect(kept?.n).toBe(1)
})

test('without the token nothing is answered', async () => {
  await expect(overHttp(server.url)([{ sql: 'select 1', params: [] }])).rejects.toThrow('libSQL answered 401')
})

test('what is not spoken over HTTP is said at once', () => {
  for (const url of ['wss://db.example.org', 'file:data/mashang.db'])
    expect(() => overHttp(url)).toThrow('must begin with')
})

test('what SQLite has no place for is refused before it is sent', async () => {
  await expect(ask('select ?', new Date())).rejects.toThrow(TypeError)
})
