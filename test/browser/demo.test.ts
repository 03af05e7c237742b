import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/paths.ts'
import type { PlayedCode } from '../cast/play.ts'
import { qrInTerminal } from '../cast/terminal.ts'
import { officePc, useChromium } from './chromium.ts'
import { signIn } from './office-hands.ts'
import { freePort } from './played.ts'

/** What the demo writes down for whoever tries it. */
interface Told {
  origin: string
  codes: PlayedCode[]
  staff: { role: string; name: string; username: string; password: string }[]
}

const folder = mkdtempSync(join(tmpdir(), 'mashang-demo-'))
/** When it ends, the process says how many microseconds of a processor it took. */
const tellsTime = "process.on('exit', () => console.log(JSON.stringify(process.cpuUsage())))"
let child: ChildProcess
let origin = ''
let written = ''
const told = (): Told => JSON.parse(readFileSync(join(folder, 'demo.json'), 'utf8'))
const stage = useChromium(() => origin)

beforeAll(async () => {
  const port = await freePort()
  origin = `http://127.0.0.1:${port}`
  const env = { PATH: process.env.PATH, PORT: String(port), DEMO_DIR: folder }
  child = spawn(process.execPath, ['--import', `data:text/javascript,${tellsTime}`, 'dist/demo.mjs'], { env })
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      written += chunk
    })
})
afterAll(async () => {
  if (child.exitCode === null) {
    child.kill()
    await once(child, 'exit')
  }
  rmSync(folder, { recursive: true, force: true })
})

test('the demo answers', async () => {
  const health = async () => {
    const answer = await fetch(origin + paths.health).catch(() => undefined)
    return answer?.status ?? written
  }
  await expect.poll(health, { timeout: 50_000 }).toBe(200)
})

test('it writes down where it is, its codes and who can sign in', () => {
  const { codes, staff, ...rest } = told()
  expect(rest).toEqual({ origin })
  expect(codes.length).toBeGreaterThan(3)
  for (const code of codes) {
    expect(code.token).toMatch(/^[0-9A-Z]{16}$/i)
    expect(code.noticeNumber).toMatch(/^\d{6}$/)
  }
  expect(new Set(codes.map(({ state }) => state))).toEqual(new Set(['draft', 'inUse']))
  expect(staff.map(({ role }) => role)).toEqual(
    expect.arrayContaining(['office', 'leader', 'liaison', 'member']),
  )
})

test('the terminal says that it is invented, shows the first code to scan, and every name and password', async () => {
  const { codes, staff } = told()
  await expect.poll(() => written).toContain(staff.at(-1)?.password)
  expect(written).toContain('演示数据，人物与地名均为虚构')
  expect(written).toContain(qrInTerminal(origin, paths.code(codes[0]?.token ?? '')))
  expect(written).toContain(join(folder, 'demo.json'))
  for (const { username, password } of staff) expect(written).toContain(`${username}  ${password}`)
})

test('a resident’s page says that it is invented, and a password of the list signs in', async () => {
  const { codes, staff } = told()
  const invented = '演示数据，人物与地名均为虚构'
  const phone = await stage.person()
  await phone.goto(origin + paths.code(codes[0]?.token ?? ''))
  expect(await phone.getByText(invented).isVisible()).toBe(true)
  await phone.locator('#kind button').first().waitFor()
  const page = await stage.person(officePc)
  const liaison = staff.find(({ role }) => role === 'liaison')
  await signIn(page, { origin }, { username: liaison?.username ?? '', password: liaison?.password ?? '' })
  await page
    .locator('main')
    .getByText(codes[0]?.unit ?? '?')
    .first()
    .waitFor()
  expect(await page.getByText(invented).isVisible()).toBe(true)
})

test('stopped it ends well, and all of it took no more work than the seconds in which it must answer', async () => {
  child.kill()
  expect(await once(child, 'close')).toEqual([0, null])
  // Measured with a stick cut by the same machine in the same minute: seconds would be said of its other work too.
  expect(workTold(written) / stick()).toBeLessThan(8)
})

/** Microseconds of a processor, as a process told them at its end. */
function workTold(said: string): number {
  const [, user, system] = said.match(/\{"user":(\d+),"system":(\d+)\}\s*$/) ?? []
  return Number(user) + Number(system)
}

/** Sixty keys from passwords, in a process of their own: a sixth of what the demo takes, and of its kind. */
function stick(): number {
  const cost = 'salt: new Uint8Array(16), parallelism: 1, timeCost: 2, memoryCost: 19456, outputLen: 32'
  const work = `import { hashRaw } from '@node-rs/argon2'
    for (let n = 0; n < 60; n++) await hashRaw('p' + n, { ${cost} })`
  const how = ['--import', `data:text/javascript,${tellsTime}`, '--input-type=module', '-e', work]
  return workTold(spawnSync(process.execPath, how, { encoding: 'utf8' }).stdout)
}
