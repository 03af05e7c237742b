import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../src/app.tsx'
import { openFolder } from '../src/blobs/folder.ts'
import { front } from '../src/node/front.ts'
import { paths } from '../src/paths.ts'
import { checkDigit } from '../src/sealing/digits.ts'
import { openObservatory } from '../tools/observatory.mjs'
import { signIn } from './cast/at-desk.ts'
import { players } from './cast/people.ts'
import { sealAsBrowser } from './cast/residents.ts'
import { takeSeat } from './cast/seat.ts'
import { fileOf, piecesOf, put, type Sender, speakOf } from './cast/sending.ts'
import { openVillage, type Village } from './journeys/stage.ts'
import { unstrict } from './strict.ts'

const folder = mkdtempSync(join(tmpdir(), 'mashang-strict-'))
const filesDir = join(folder, 'files')
const OVER_TLS = 'https://mashang.example'
const ELSEWHERE = 'https://elsewhere.example'
let village: Village
/** The product as Node serves it, files and all. */
let app: ReturnType<typeof createApp>

beforeAll(async () => {
  village = await openVillage(`file:${join(folder, 'a.db')}`, await openFolder(filesDir))
  app = createApp(village.house, { grouped: true, front })
})
afterAll(() => {
  village.close()
  rmSync(folder, { recursive: true, force: true })
})

const form = { Origin: 'http://localhost', 'Content-Type': 'application/x-www-form-urlencoded' }
const post = (address: string, body: string, headers: Record<string, string> = form) =>
  app.request(address, { method: 'POST', headers: { Host: 'localhost', ...headers }, body })
const code = '1'.repeat(19) + checkDigit('1'.repeat(19))

describe('an answer that is no page is as strict as one', () => {
  it('when something was found wrong with what was asked', async () => {
    const { token } = village
    const answers: Record<string, Response> = {
      '404': await app.request('/nowhere'),
      '404 of staff': await app.request('/setup'),
      '404 of a code': await app.request(paths.code('AAAAAAAAAAAAAAAA')),
      '405': await app.request(paths.progress, { method: 'DELETE', headers: { Origin: 'http://localhost' } }),
      '413': await post(paths.progress, `code=${'1'.repeat(140_000)}`),
      '413 of staff': await post(paths.signOut, `x=${'1'.repeat(140_000)}`),
      '415': await post(paths.progress, 'x', { ...form, 'Content-Type': 'text/plain' }),
      '422': await post(paths.code(token), 'kind=problem'),
      '403': await post(paths.progress, '', { Origin: ELSEWHERE }),
      '401': await app.request(paths.staff),
    }
    for (const [name, { status, headers }] of Object.entries(answers)) {
      expect(String(status), name).toBe(name.slice(0, 3))
      expect(unstrict(headers), name).toEqual([])
      expect(headers.get('Cache-Control'), name).toBe('no-store')
      expect(headers.has('Set-Cookie'), name).toBe(false)
    }
  })

  it('when too many ask at once', async () => {
    const asked = Array.from({ length: 40 }, () => post(paths.progress, `code=${code}`))
    const answers = await Promise.all(asked)
    expect(answers.map(({ status }) => status)).toContain(429)
    expect(answers.flatMap(({ headers }) => unstrict(headers))).toEqual([])
  })

  it.each(['HEAD', 'OPTIONS', 'PROPFIND'])('when %s is asked', async (method) => {
    for (const address of ['/', paths.code(village.token), '/nowhere', paths.signIn])
      expect(unstrict((await app.request(address, { method })).headers), address).toEqual([])
  })
})

describe('the Observatory of MDN', () => {
  let judge: Awaited<ReturnType<typeof openObservatory>>
  beforeAll(async () => {
    judge = await openObservatory()
  })

  it('gives every kind of page 125 points or more, and fewer to one with a hole', async () => {
    const { house, ids, token } = village
    const settings = { ...house.settings, publicUrl: OVER_TLS }
    const tls = createApp({ ...house, settings }, { grouped: true, front })
    const cors = await tls.request(`${OVER_TLS}/`, { method: 'OPTIONS', headers: { Origin: ELSEWHERE } })
    const answers: Record<string, Response> = {}
    const open = [
      '/',
      paths.code(token),
      paths.progress,
      paths.genuine,
      paths.attaching,
      '/nowhere',
      paths.signIn,
    ]
    for (const address of open) answers[address] = await tls.request(OVER_TLS + address)
    // Somebody signs in: what gives them their cookie, and what they see behind it.
    const door = async (address: string, request: RequestInit) => {
      const answer = await tls.request(address, request)
      answers[new URL(address).pathname] = answer.clone()
      return answer
    }
    const { chen } = players
    const { seat } = await signIn({ house, origin: OVER_TLS, door }, chen.username, chen.password)
    expect(answers[paths.signIn]?.headers.getSetCookie()).not.toEqual([])
    for (const address of [paths.desk(ids.teams.first), paths.account])
      expect((await seat.get(address)).status, address).toBe(200)

    const scores: Record<string, number> = {}
    for (const [address, answer] of Object.entries(answers))
      scores[address] = (await judge(OVER_TLS + address, answer, cors)).score
    expect(Object.keys(scores).length).toBeGreaterThan(9)
    expect(Object.entries(scores).filter(([, score]) => score < 125)).toEqual([])

    const page = await tls.request(`${OVER_TLS}/`)
    const holed = new Headers(page.headers)
    const policy = holed.get('Content-Security-Policy') ?? ''
    holed.set(
      'Content-Security-Policy',
      policy.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
    )
    const worse = await judge(`${OVER_TLS}/`, new Response(await page.text(), { headers: holed }), cors)
    expect(worse.score).toBeLessThan(100)
  }, 60_000)
})

/** Last, for nothing works any more. */
describe('a house in trouble is as strict as ever', () => {
  let sender: Sender
  beforeAll(async () => {
    sender = await speakOf(village.place, village.token, { tile: 'B3', text: '照片在后面。' }, [fileOf(900)])
  })
  const strictly = async (answer: Response, status: number) => {
    expect(answer.status).toBe(status)
    expect(unstrict(answer.headers)).toEqual([])
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
  }

  it('when the files have no place', async () => {
    const { place } = village
    const [piece] = await piecesOf(sender, sender.files[0]!)
    rmSync(filesDir, { recursive: true })
    await strictly(await put(place, sender, piece!), 503)
  })

  it('when the disk is full, and when the tables are not there', async () => {
    const { house, place, token } = village
    const seat = takeSeat(place.door)
    const { posted } = await sealAsBrowser(seat, token, { tile: 'B3', text: '路塌了。'.repeat(900) })
    await house.db.run(sql.raw('PRAGMA max_page_count = 1'))
    await strictly(await seat.ask(paths.code(token), posted), 503)
    await house.db.run(sql.raw('PRAGMA max_page_count = 4294967294'))
    await house.db.run(sql.raw('ALTER TABLE offices RENAME TO elsewhere'))
    for (const address of ['/', paths.progress, paths.health, paths.signIn])
      await strictly(await app.request(address), 500)
  })
})
