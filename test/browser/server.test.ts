import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { paths } from '../../src/paths.ts'
import { type Server, startServer } from './server.ts'

let server: Server
afterAll(() => server.leave())

const secret = () => readFileSync(join(server.dataDir, 'server-secret'), 'hex')

test('the product starts on an empty folder, says where to set it up, and survives being killed', async () => {
  server = await startServer()
  const { origin } = server
  await expect.poll(server.log).toContain(`${origin}${paths.setup}?secret=${server.setupSecret}`)
  expect((await fetch(origin + paths.health)).status).toBe(200)
  const kept = secret()

  await server.stop('SIGKILL')
  await expect(fetch(origin + paths.health)).rejects.toThrow()
  await server.start()
  expect(server.origin).toBe(origin)
  expect((await fetch(origin + paths.health)).status).toBe(200)
  expect(secret()).toBe(kept)
})

test('what is built is packed, and kept by browsers for ever; what lies beside it is not served', async () => {
  const { residents } = JSON.parse(readFileSync('public/built/manifest.json', 'utf8'))
  const answer = await fetch(server.origin + residents)
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(answer.headers.get('cache-control')).toContain('immutable')
  expect(await answer.text()).toContain('--paper')
  const nowhere = await fetch(`${server.origin}/_headers`)
  expect(nowhere.status).toBe(404)
  expect(await nowhere.text()).toContain('没有这个网页')
  expect((await fetch(`${server.origin}/built/../../package.json`)).status).toBe(404)
})
