import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { findChromium, quiet } from '../../tools/chromium.mjs'
import { atNotice } from './at-notice.ts'
import { barriers } from './barriers.ts'
import { picture } from './chromium.ts'
import { begin, keeps, killed, openStep, sayWhose } from './drafting.ts'
import { keysHeld, unreadable } from './held.ts'
import { receipt, send, tell } from './resident-hands.ts'
import { added, paper } from './with-files.ts'

const { landing, filed, words, stage } = atNotice()

const full = (page: Page) => page.getByText('手机存不下草稿，请这次写完。')
const kept = (page: Page) => page.getByText('没写完、没送到的存在这部手机里')

const opened: { context: BrowserContext; folder: string }[] = []
afterEach(async () => {
  for (const { context, folder } of opened.splice(0)) {
    await context.close().catch(() => undefined)
    rmSync(folder, { recursive: true, force: true })
  }
})

/** A phone with a profile on disk, as a person's has and a private window has not. */
async function phone(preferences = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'mashang-profile-'))
  mkdirSync(join(folder, 'Default'))
  writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences))
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: findChromium({ prompts: true }) ?? '',
    chromiumSandbox: false,
    args: quiet,
    locale: 'zh-CN',
    viewport: { width: 360, height: 740 },
  })
  opened.push({ context, folder })
  return { context, folder, page: context.pages()[0] ?? (await context.newPage()) }
}

/** In which files of a folder these words stand, as any browser writes text. */
function filesWith(folder: string, text: string): string[] {
  const forms = [
    Buffer.from(text, 'utf8'),
    Buffer.from(text, 'utf16le'),
    Buffer.from(text, 'utf16le').swap16(),
    Buffer.from(encodeURIComponent(text)),
    Buffer.from(JSON.stringify(text).replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`)),
  ]
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = read(file)
      return forms.some((form) => bytes.includes(form))
    })
}

/** The browser writes on while it is looked at: what it has thrown away meanwhile holds nothing. */
function read(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}

test('no word of a draft stands on the disk, neither while it is kept nor after it was sent', async () => {
  const { context, folder, page } = await phone()
  await page.goto(landing())
  await begin(page)
  await openStep(page, 2)
  await page.locator('#text').fill(words)
  // Also before it is said whose phone this is.
  await keeps(page, { text: words })
  await sayWhose(page, 'own')
  await page.locator('#place').fill('第三组桥头')
  await kept(page).waitFor()
  await openStep(page, 3)
  await page.locator('label.pick:has([name=reply][value=named])').click()
  await page.locator('#phone').fill('13900000066')
  await page.locator('#name').fill('韦小妹')
  await keeps(page, { text: words, place: '第三组桥头', 'reply=named': true })
  expect(new Set(await keysHeld(page))).toEqual(new Set([unreadable]))
  const next = await killed(page)
  await next.goto(landing())
  // What is kept in the clear is found: this search is not blind.
  await next.evaluate(() => localStorage.setItem('in-the-clear', '对照的几个字'))
  await next.getByRole('button', { name: '接着写' }).click()
  await next.locator('[data-step="3"]:not([hidden])').waitFor()
  await next.waitForTimeout(1500)
  const written = ['村口的路', '校车过不去', '第三组桥头', '13900000066', '韦小妹', 'tile-B3']
  // The page itself, which has every choice and no answer, is kept to be opened without a signal.
  const look = () =>
    written.flatMap((text) =>
      filesWith(folder, text).filter((file) => !(text === 'tile-B3' && file.includes('CacheStorage'))),
    )
  expect(look()).toEqual([])
  await next.locator('label.pick:has([name=reply][value=anonymous])').click()
  await send(next)
  await receipt(next)
  expect(new Set(await keysHeld(next))).toEqual(new Set([unreadable]))
  await context.close()
  expect(look()).toEqual([])
  expect(filesWith(folder, '对照的几个字')).not.toEqual([])
  const stores = readdirSync(join(folder, 'Default', 'IndexedDB'), { recursive: true }).map(String)
  expect(stores.some((name) => name.endsWith('.log'))).toBe(true)
})

describe('a phone that cannot keep a draft', () => {
  test('because it lets no page keep anything: says so, is written on, sends, and can be left', async () => {
    const before = await filed()
    const { page } = await phone({ profile: { default_content_setting_values: { cookies: 2 } } })
    const faults: string[] = []
    page.on('pageerror', (fault) => faults.push(String(fault)))
    await page.goto(landing())
    expect(
      await page.evaluate(() => {
        try {
          return sessionStorage.length
        } catch (fault) {
          return (fault as DOMException).name
        }
      }),
    ).toBe('SecurityError')
    await tell(page, { text: words })
    await full(page).waitFor()
    expect(await page.getByText('这是您自己的手机吗？').isVisible()).toBe(false)
    expect(await kept(page).isVisible()).toBe(false)
    await picture(page, 'unfinished-full')
    await send(page)
    await receipt(page)
    expect(await filed()).toBe(before + 1)
    await page.goto(landing())
    await begin(page)
    await page.getByRole('link', { name: '离开并清除' }).click()
    await page.getByText('都清掉了').waitFor()
    expect(faults).toEqual([])
  })

  test('because it is full from the beginning: asks nothing and promises nothing', async () => {
    const page = await stage.person()
    await room(page, 1)
    await page.goto(landing())
    await begin(page)
    await full(page).waitFor()
    expect(await page.getByText('这是您自己的手机吗？').isVisible()).toBe(false)
    expect(await barriers(page)).toEqual([])
    // Also a phone that never says what it keeps is left.
    await page.evaluate(() => {
      indexedDB.open = () => ({}) as IDBOpenDBRequest
    })
    await page.getByRole('link', { name: '离开并清除' }).click()
    await page.getByText('都清掉了').waitFor()
  })

  test('because it filled up meanwhile: takes the promise back, and keeps again when there is room', async () => {
    const before = await filed()
    const page = await stage.person()
    await room(page, 8_000_000)
    await page.goto(landing())
    await begin(page)
    await sayWhose(page, 'own')
    await openStep(page, 2)
    await page.locator('#text').fill('村口')
    await kept(page).waitFor()
    await fillUp(page)
    await page.locator('#text').fill(words)
    await full(page).waitFor()
    expect(await kept(page).isVisible()).toBe(false)
    await emptied(page)
    await page.locator('#place').fill('桥头')
    await kept(page).waitFor()
    await fillUp(page)
    // What finds no room is sent all the same, from this page.
    await added(page, 'paper', paper)
    await page.getByText('手机存不下这个，请这次交完。').waitFor()
    await openStep(page, 3)
    await send(page)
    await receipt(page)
    await page.getByText('都送到了。').waitFor({ timeout: 30_000 })
    expect(await filed()).toBe(before + 1)
  })
})

test('words that no phone has room for once they are sent are one report, and there until its receipt is', async () => {
  const before = await filed()
  const page = await stage.person()
  const inTab = () => page.evaluate(() => Object.keys(sessionStorage).sort())
  await room(page, 8_000_000)
  await page.goto(landing())
  await tell(page, { text: words })
  await expect.poll(inTab).toEqual(['words'])
  await page.waitForTimeout(500)
  await fillUp(page)
  await page.route('**/c/*', (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    // It arrives, and its answer does not.
    return route.fetch().then(() => route.abort())
  })
  await send(page)
  await page.getByText('还没送到。您写的都在，请再送一次。').waitFor()
  expect(await inTab()).toEqual(['sent'])
  expect(await filed()).toBe(before + 1)
  await page.reload()
  await page.getByText('可能还没送到').waitFor()
  expect(await page.locator('#text').inputValue()).toBe('')
  // Another that is begun in its tab neither takes its place nor hides it.
  await begin(page)
  await expect.poll(inTab).toEqual(['sent', 'words'])
  await page.reload()
  await page.locator('[data-step="1"]:not([hidden])').waitFor()
  await page.getByRole('link', { name: '离开并清除' }).click()
  await page.getByText('还有另外没写完、没送完的').waitFor()
  // It may have arrived, and then nothing else leads to it.
  await page.getByText('这部手机里还有另外的回执。').waitFor()
  await page.locator('[data-others] [data-stay]').click()
  await sayWhose(page, 'others')
  await expect.poll(inTab).toEqual([])
  await page.locator('[data-step="1"] [data-back]').click()
  await page.getByText('可能还没送到').waitFor()
  await page.unroute('**/c/*')
  await page.getByRole('button', { name: '看回执' }).click()
  await receipt(page)
  expect(await filed()).toBe(before + 1)
  expect(await inTab()).toEqual([])
})

/** How many bytes the browser lets us keep. */
async function room(page: Page, quotaSize: number) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: new URL(landing()).origin, quotaSize })
}

/** Something else takes all the room there is. */
const fillUp = (page: Page) =>
  page.evaluate(async () => {
    const opening = indexedDB.open('other')
    opening.onupgradeneeded = () => opening.result.createObjectStore('other', { autoIncrement: true })
    await new Promise((done) => {
      opening.onsuccess = done
    })
    const put = (size: number) =>
      new Promise<boolean>((done) => {
        const change = opening.result.transaction('other', 'readwrite')
        change.objectStore('other').put(crypto.getRandomValues(new Uint8Array(size)))
        change.oncomplete = () => done(true)
        change.onabort = () => done(false)
      })
    for (const size of [65536, 4096, 256, 16]) while (await put(size));
    opening.result.close()
  })

const emptied = (page: Page) =>
  page.evaluate(
    () =>
      new Promise((done) => {
        indexedDB.deleteDatabase('other').onsuccess = done
      }),
  )
