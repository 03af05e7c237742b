import { count } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../src/paths.ts'
import { reports } from '../../src/reports/tables.ts'
import { useChromium } from './chromium.ts'
import { begin, drafts, sayWhose } from './drafting.ts'
import { gate, hold, laidReady, noTraces, traces } from './held.ts'
import { phonePhoto } from './phone-photo.ts'
import { type Played, startPlayed } from './played.ts'
import { receipt, send, tell } from './resident-hands.ts'
import { added, choose, toFiles } from './with-files.ts'

// Who leaves while a report is on its way: the scripts of the page run on until the next one is there, which on a weak
// network takes seconds.

const ELSEWHERE = 'https://www.weather.com.cn/'
let played: Played
const stage = useChromium(() => played.origin, [ELSEWHERE])
beforeAll(async () => {
  played = await startPlayed()
})
afterAll(() => played.leave())
const words = '村口的路塌了一段，校车过不去。'
const landing = () => played.origin + paths.code(played.codes[0]?.token ?? '')
const filed = async () => (await played.house.db.select({ n: count() }).from(reports))[0]?.n ?? 0

/** Somebody with a phone, whose next page waits at a gate. */
async function somebody() {
  const page = await stage.person()
  const next = gate()
  const asked = gate()
  await page.context().route(new RegExp(`^${ELSEWHERE}|${paths.gone}\\b`), async (route) => {
    asked.open()
    await next.opened
    if (!route.request().url().startsWith(ELSEWHERE)) return route.continue()
    return route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: '<!doctype html><title>天气</title>晴',
    })
  })
  return { page, next, asked }
}
type Somebody = Awaited<ReturnType<typeof somebody>>

/** Up to the button that sends, with a name and a telephone, on their own phone. */
async function toldAll(page: Page) {
  await page.goto(landing())
  await tell(page, { text: words, reply: 'named', phone: '13900000071', name: '韦小妹' })
  await sayWhose(page, 'own')
  await expect.poll(() => drafts(page)).toMatchObject([{ words: { text: words } }])
  await expect.poll(async () => (await traces(page)).pages, { timeout: 10_000 }).toBe(3)
}

const ways = { 'leaves quickly': '[data-exit]', 'leaves and clears': '#leave [data-leave]' }
const press = (page: Page, button: string) =>
  page.evaluate((button) => document.querySelector<HTMLElement>(button)?.click(), button)

/** Presses, and is on the way to the next page. */
async function leaves({ page, asked }: Somebody, button = '[data-exit]') {
  await press(page, button)
  await asked.opened
}

/** The next page is there; then what another page of ours finds. */
async function foundAfter({ page, next }: Somebody) {
  const there = page.waitForURL((address) => !address.href.startsWith(landing()))
  next.open()
  await there
  await page.goto(played.origin + paths.safer)
  return traces(page)
}

describe.each(Object.entries(ways))('who %s', (_name, button) => {
  test('while the answer is on its way has nothing of it on the phone, and the report has arrived', async () => {
    const before = await filed()
    const person = await somebody()
    const { page } = person
    await toldAll(page)
    const answer = await hold(page.context(), '**/c/*', { method: 'POST', sent: true })
    await send(page)
    await expect.poll(filed).toBe(before + 1)
    const ended = page.waitForEvent('requestfinished', (request) => request.method() === 'POST')
    const goOn = await laidReady(page)
    await leaves(person, button)
    answer.open()
    await ended
    await goOn()
    expect(await foundAfter(person)).toEqual(noTraces)
    expect(await filed()).toBe(before + 1)
  })

  test('while it is being sealed has sent nothing, and has nothing on the phone', async () => {
    const before = await filed()
    const person = await somebody()
    const { page } = person
    await toldAll(page)
    const posts = await hold(page.context(), '**/c/*', { method: 'POST' })
    posts.open()
    await slowly(page, true)
    await send(page)
    await page.waitForFunction(() => 'goOn' in window, undefined, { polling: 50 })
    const goOn = await laidReady(page)
    await leaves(person, button)
    await goOn()
    expect(posts.asked).toEqual([])
    expect(await foundAfter(person)).toEqual(noTraces)
    expect(await filed()).toBe(before)
  })

  test('in another tab has nothing on the phone when the answer comes to the first', async () => {
    const before = await filed()
    const person = await somebody()
    const { page: first, asked } = person
    await toldAll(first)
    const answer = await hold(first.context(), '**/c/*', { method: 'POST', sent: true })
    await send(first)
    await expect.poll(filed).toBe(before + 1)
    const page = await first.context().newPage()
    await page.goto(landing())
    await begin(page)
    await press(page, button)
    // Its receipt would go along with what is cleared here.
    if (button !== '[data-exit]') {
      await page.locator('[data-others]').waitFor()
      await press(page, '[data-others] [data-leave]')
    }
    await asked.opened
    const found = await foundAfter({ ...person, page })
    expect(found).toEqual(noTraces)
    answer.open()
    await receipt(first)
    expect(await traces(page)).toEqual(noTraces)
  })
})

/** This phone seals slowly, or not before it is told to. */
const slowly = (page: Page, isHeld: boolean) =>
  page.evaluate((isHeld) => {
    const derive = crypto.subtle.deriveBits.bind(crypto.subtle)
    const phone = window as unknown as { goOn?: () => void; gone(): unknown }
    let derived: Promise<ArrayBuffer> | undefined
    phone.gone = () => derived
    crypto.subtle.deriveBits = ((...asked: Parameters<typeof derive>) => {
      if (derived) return derive(...asked)
      const go = new Promise<void>((done) => {
        phone.goOn = done
        if (!isHeld) done()
      })
      derived = go.then(() => derive(...asked))
      return derived
    }) as typeof derive
  }, isHeld)

test('sending and leaving in one breath sends no empty report: nothing at all', async () => {
  const before = await filed()
  const person = await somebody()
  const { page, asked } = person
  await toldAll(page)
  const posts = await hold(page.context(), '**/c/*', { method: 'POST' })
  posts.open()
  await slowly(page, false)
  const goOn = await laidReady(page)
  await page.evaluate(() => {
    for (const button of ['#send', '[data-exit]']) document.querySelector<HTMLElement>(button)?.click()
  })
  await asked.opened
  await goOn()
  expect(posts.asked).toEqual([])
  expect(await foundAfter(person)).toEqual(noTraces)
  expect(await filed()).toBe(before)
})

test('a picture that is being cleaned when somebody leaves leaves no key of it in the tab', async () => {
  const person = await somebody()
  const { page } = person
  await toFiles(page, landing())
  const { bytes } = await phonePhoto(page)
  await page.evaluate(() => {
    const decode = createImageBitmap.bind(window) as (image: Blob, options?: ImageBitmapOptions) => unknown
    const phone = window as unknown as { goOn?: () => void; gone(): unknown; createImageBitmap: unknown }
    phone.gone = () => sessionStorage.length === 1
    phone.createImageBitmap = async (image: Blob, options?: ImageBitmapOptions) => {
      await new Promise<void>((done) => {
        phone.goOn = done
      })
      return decode(image, options)
    }
  })
  await choose(page, 'photo', bytes)
  await page.waitForFunction(() => 'goOn' in window, undefined, { polling: 50 })
  const goOn = await laidReady(page)
  await leaves(person)
  await goOn()
  expect(await foundAfter(person)).toEqual(noTraces)
})

test('files stop when somebody leaves, so that they do not hold up the next page', async () => {
  const person = await somebody()
  const { page } = person
  await toFiles(page, landing())
  await added(page, 'photo', (await phonePhoto(page)).bytes)
  await page.locator('#text').fill(words)
  await page.locator('[data-step]:not([hidden]) [data-next]').click()
  const pieces = await hold(page.context(), '**/files/**', { method: 'PUT' })
  await send(page)
  await receipt(page)
  await expect.poll(() => pieces.asked.length).toBe(1)
  const stopped = page.waitForEvent('requestfailed', (request) => request.method() === 'PUT')
  const goOn = await laidReady(page)
  await leaves(person)
  await stopped
  await goOn()
  expect(pieces.asked).toHaveLength(1)
  expect(await foundAfter(person)).toEqual(noTraces)
})

test('what opens a page without a signal is gone, also when somebody left while it was fetched', async () => {
  const person = await somebody()
  const { page } = person
  const context = page.context()
  const script = await hold(context, '**/offline.js')
  await page.goto(landing())
  await begin(page)
  await sayWhose(page, 'own')
  await expect.poll(() => script.asked.length).toBe(1)
  await leaves(person)
  await foundAfter(person)
  script.open()
  await expect.poll(() => traces(page)).toEqual(noTraces)
})
