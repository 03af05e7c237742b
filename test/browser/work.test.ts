import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { front } from '../../src/node/front.ts'
import { type Listening, listen } from '../../src/node/listening.ts'
import { paths } from '../../src/paths.ts'
import { reports } from '../../src/reports/tables.ts'
import { speak } from '../cast/residents.ts'
import { said } from '../cast/words.ts'
import { useChromium } from './chromium.ts'
import { type Played, startPlayed } from './played.ts'
import { receipt, send, tell } from './resident-hands.ts'

let played: Played
/** The same office behind a gate that lets in two, and holds what more comes. */
let crowded: Listening
let token: string

beforeAll(async () => {
  played = await startPlayed()
  token = played.codes[0]?.token ?? ''
  const gate = { quotas: { near: 9, code: 2, all: 9 }, addressOf: () => undefined }
  const app = createApp(played.house, { grouped: true, gate, front })
  crowded = await listen(app, { host: '127.0.0.1', port: 0 })
  const door = (address: string, request: RequestInit) => app.request(address, request)
  for (let n = 0; n < 3; n++) await speak({ ...played.place, door }, token, said.ditch)
})
afterAll(async () => {
  await crowded.close()
  await played.leave()
})
const stage = useChromium(() => crowded.address)

const isHeld = async (enquiryNumber: string) => {
  const rows = await played.house.db.select().from(reports).where(eq(reports.enquiryNumber, enquiryNumber))
  return rows[0]?.held
}
const words = '水渠堵了两个月，没有人来清。'

test('a phone does its work in a worker while somebody writes, and the report is not held for the flood', async () => {
  const page = await stage.person()
  const started: string[] = []
  page.on('worker', (worker) => started.push(new URL(worker.url()).pathname))
  await page.goto(crowded.address + paths.code(token))
  await tell(page, { text: words })
  await page.locator('#report[data-work]').waitFor({ state: 'attached' })
  expect(started).toEqual([expect.stringMatching(/^\/built\/work-[0-9a-f]+\.js$/)])
  expect(page.workers()).toEqual([])
  await send(page)
  expect(await isHeld((await receipt(page)).enquiryNumber)).toBe(false)
})

test('who sends before the work is done waits for nothing, and is held like the others', async () => {
  const page = await stage.person()
  await page.route(/\/work(\?|$)/, () => {})
  await page.goto(crowded.address + paths.code(token))
  await tell(page, { text: words })
  await send(page)
  expect(await isHeld((await receipt(page)).enquiryNumber)).toBe(true)
})
