import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Hrana, startHrana } from '../../test/hrana.ts'
import { downIn, isBusy } from './faults.ts'
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

test.each<[string, RequestListener]>([
  ['is out of order', (_, answer) => void answer.writeHead(503).end()],
  ['has too much to do', (_, answer) => void answer.writeHead(429).end()],
  ['says nothing', () => {}],
  ['breaks off', (_, answer) => void answer.writeHead(200, { 'content-length': '9' }).write('{}')],
  ['hangs up', ({ socket }) => void socket.destroy()],
])('a server that %s is away, which is nobody’s fault here', async (_, listener) => {
  const away = createServer(listener).listen(0, '127.0.0.1')
  await once(away, 'listening')
  const { port } = away.address() as AddressInfo
  try {
    const asked = overHttp(`http://127.0.0.1:${port}`, 'a token', 100)([{ sql: 'select 1', params: [] }])
    const fault = await asked.then(
      () => undefined,
      (error: unknown) => error,
    )
    expect([downIn(new Error('wrapped', { cause: fault }))?.name, isBusy(fault)]).toEqual([
      'DatabaseDown',
      false,
    ])
  } finally {
    away.closeAllConnections()
    away.close()
  }
})
