import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { strict } from '../../src/http/headers.ts'
import { OFFLINE, paths } from '../../src/paths.ts'
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
  const sizes: number[] = []
  for (const encoding of ['', 'gzip', 'gzip, deflate, br']) {
    const answer = await fetch(server.origin + residents, { headers: { 'Accept-Encoding': encoding } })
    expect(answer.headers.get('content-encoding') ?? '').toBe(encoding.split(' ').at(-1))
    expect(answer.headers.get('cache-control')).toContain('immutable')
    expect(answer.headers.has('last-modified')).toBe(false)
    sizes.push(Number(answer.headers.get('content-length')))
    expect(await answer.text()).toContain('--paper')
  }
  expect(sizes.toSorted((a, b) => b - a)).toEqual(sizes)
  expect(new Set(sizes).size).toBe(3)
  const nowhere = await fetch(`${server.origin}/_headers`)
  expect(nowhere.status).toBe(404)
  expect(await nowhere.text()).toContain('没有这个网页')
  expect((await fetch(`${server.origin}/built/../../package.json`)).status).toBe(404)
})

test('whatever it answers, files too, is under the strict headers', async () => {
  const {
    report,
    residents,
    'sandboxed-media': sandboxed,
  } = JSON.parse(readFileSync('public/built/manifest.json', 'utf8'))
  const answers: [address: string, status: number, keeping: RegExp][] = [
    [paths.front, 200, /^no-store$/],
    [report, 200, /immutable/],
    [residents, 200, /immutable/],
    // The frames that read strangers' files have no origin: to them this comes from elsewhere.
    [sandboxed, 200, /immutable/],
    ['/robots.txt', 200, /must-revalidate/],
    [OFFLINE, 200, /must-revalidate/],
    ['/built/nowhere.js', 404, /^no-store$/],
    [paths.office, 401, /^no-store$/],
    [paths.notice('000000'), 303, /^no-store$/],
    [paths.health, 200, /^no-store$/],
  ]
  for (const [address, status, keeping] of answers) {
    const answer = await fetch(server.origin + address, { redirect: 'manual' })
    const { headers } = answer
    expect(answer.status, address).toBe(status)
    const isForFrames = address === sandboxed
    for (const [name, value] of Object.entries(strict)) {
      const isOther = isForFrames && name === 'Cross-Origin-Resource-Policy'
      expect(headers.get(name), `${address} ${name}`).toBe(isOther ? 'cross-origin' : value)
    }
    expect(headers.get('cache-control'), address).toMatch(keeping)
    // On loopback there is no TLS to be kept to.
    expect(headers.has('strict-transport-security'), address).toBe(false)
  }
})
