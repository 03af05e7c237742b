import { chromium, type Frame, type Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { strict } from '../../src/http/headers.ts'
import { findChromium, quiet } from '../../tools/chromium.mjs'
import { players } from '../cast/people.ts'
import { fileOf, sendAll, speakOf } from '../cast/sending.ts'
import { said } from '../cast/words.ts'
import { line, paperOf } from '../samples/papers.ts'
import { greyPng } from '../samples/pictures.ts'
import { atNotice } from './at-notice.ts'
import { officePc } from './chromium.ts'
import { holdBack } from './hold-back.ts'
import { signIn } from './office-hands.ts'
import { openAtTeam } from './team-hands.ts'

// The frames that read what strangers sent, on the page that holds the keys of a team.

const { stage, played } = atNotice()
const MEDIA = '**/sandboxed-media-*.js'
const PAPER = '**/sandboxed-paper-*.js'

let number = ''
let page: Page
beforeAll(async () => {
  const photo = { ...fileOf(1, 'photo'), content: new Blob([greyPng(640, 480)]) }
  const paper = { ...fileOf(1, 'paper'), content: new Blob([paperOf([{ draws: line('1', 60, 400, 400) }])]) }
  const sender = await speakOf(played.place, played.codes[0]?.token ?? '', said.road, [photo, paper])
  await sendAll(played.place, sender)
  number = sender.enquiryNumber
  page = await stage.person(officePc)
  await signIn(page, played, players.chen)
}, 120_000)
beforeEach(() => page.unrouteAll())

const photo = (on = page) => on.locator('[data-kind=photo]')
const paper = (on = page) => on.locator('[data-kind=paper]')
const open = (on = page) => openAtTeam(on, played, number)
const openPaper = (on = page) => paper(on).getByRole('button', { name: '打开', exact: true }).click()

/** Another script in the frame than ours, as whoever took it over would have. */
const instead = (what: string, body: string, on = page) =>
  on.route(what, (route) => {
    const headers = { ...strict, 'Content-Type': 'text/javascript' }
    return route.fulfill({ headers: { ...headers, 'Cross-Origin-Resource-Policy': 'cross-origin' }, body })
  })
const READY = 'const { port1, port2 } = new MessageChannel(); parent.postMessage("ready", "*", [port2]);'

/** Twenty seconds in a blink. */
const hurry = (on = page) =>
  on.evaluate(() => {
    const later = window.setTimeout
    const soon = (run: () => void, time?: number) => later(run, time === 20_000 ? 300 : time)
    Object.assign(window, { setTimeout: soon })
  })

async function frameOf(where: ReturnType<typeof photo>): Promise<Frame> {
  const element = await where.locator('iframe').elementHandle()
  return (await element?.contentFrame()) ?? expect.fail('no frame')
}

test('a frame has no origin: it reaches neither the page, nor what is kept, nor anybody, nor goes anywhere', async () => {
  await open()
  await photo().locator('.photo iframe').waitFor()
  const answered: string[] = []
  page.context().on('response', (answer) => answered.push(answer.url()))
  const frame = await frameOf(photo())
  const reached = await frame.evaluate(async () => {
    const tried = (reach: () => unknown) => {
      try {
        return String(reach())
      } catch (fault) {
        return (fault as Error).name
      }
    }
    const image = new Image()
    const seen = new Promise((done) => {
      for (const way of ['load', 'error']) image.addEventListener(way, () => done(way))
    })
    image.src = '/built/pictures.svg?what=was+read'
    return {
      origin: self.origin,
      page: tried(() => parent.document.title),
      keys: tried(() => indexedDB.open('keys')),
      tab: tried(() => sessionStorage.length),
      kept: tried(() => localStorage.length),
      cookie: tried(() => document.cookie),
      top: tried(() => (top!.location.href = 'https://example.org/')),
      window: tried(() => window.open('https://example.org/')),
      line: await fetch('/health', { mode: 'no-cors' }).then(String, ({ name }) => name),
      image: await seen,
      worker: tried(() => new Worker(URL.createObjectURL(new Blob(['0'])))),
    }
  })
  expect(reached).toEqual({
    origin: 'null',
    page: 'SecurityError',
    keys: 'SecurityError',
    tab: 'SecurityError',
    kept: 'SecurityError',
    cookie: 'SecurityError',
    top: 'SecurityError',
    window: 'null',
    line: 'TypeError',
    image: 'error',
    worker: 'TypeError',
  })
  await frame.evaluate(() => {
    location.href = 'https://example.org/?what=was+read'
  })
  const forbids = ['connect-src', 'frame-src', 'img-src', 'require-trusted-types-for']
  const breaches = () => stage.complaints.flatMap((told) => /^breach of ([\w-]+)/.exec(told)?.[1] ?? [])
  await expect.poll(() => [...new Set(breaches())].sort()).toEqual(forbids)
  stage.complaints.splice(0)
  expect(answered).toEqual([])
  expect(new URL(page.url()).origin).toBe(played.origin)
})

test('the room of a photo is kept before it comes: what stands below it is not moved', async () => {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    const release = await holdBack(page, MEDIA)
    await open()
    await photo().locator('.arriving iframe').waitFor()
    expect(await photo().getByRole('status').innerText()).toBe('正在打开……')
    const tall = async () => (await photo().boundingBox())?.height ?? 0
    const before = await tall()
    expect(before).toBeGreaterThan(300)
    release()
    await photo().locator('.photo.covered').waitFor()
    await expect.poll(() => photo().getAttribute('class')).toBe('')
    expect(Math.abs((await tall()) - before), String(width)).toBeLessThanOrEqual(2)
  }
})

test('the page believes nothing that a frame says but a size and that it failed', async () => {
  await instead(
    MEDIA,
    `${READY}
    const lies = [null, 1, 'constructor', 'shown', [640, 480], { width: 640 }, { width: '640', height: '480' },
      { width: 640, height: -480 }, { width: 1e9, height: 480 }, { width: 6.4, height: 4.8 }, { width: NaN, height: 1 },
      { want: '../../office' }, { markup: '<b>' }]
    port1.onmessage = ({ data }) => {
      for (const lie of lies) port1.postMessage(lie)
      for (const lie of lies) parent.postMessage(lie, '*')
      parent.postMessage('ready', '*', [new MessageChannel().port2])
      onclick = () => port1.postMessage({ width: 640, height: 480 })
      ondblclick = () => port1.postMessage('failed')
    }`,
  )
  await open()
  await photo().locator('.arriving iframe').waitFor()
  const frame = await frameOf(photo())
  await frame.waitForFunction(() => typeof onclick === 'function')
  await page.waitForTimeout(300)
  expect(await photo().locator('.arriving').count()).toBe(1)
  expect(await photo().getByRole('status').innerText()).toBe('正在打开……')
  expect(await photo().locator('iframe').getAttribute('style')).toBe(null)
  await frame.evaluate(() => dispatchEvent(new Event('click')))
  await photo().locator('.photo.covered').waitFor()
  const tools = () => photo().getByRole('button').allInnerTexts()
  expect(await tools()).toEqual(['点开看'])
  // A picture that is shown no longer can be neither seen nor turned.
  await frame.evaluate(() => dispatchEvent(new Event('dblclick')))
  await photo().getByText('浏览器放不了').waitFor()
  expect(await photo().locator('iframe').count()).toBe(0)
  expect(await tools()).toEqual(['存下来'])
})

test('a frame that was never ours is handed nothing, and one that is silent is let go', async () => {
  await instead(MEDIA, '0')
  await open()
  await photo().locator('.arriving iframe').waitFor()
  await page.evaluate(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => document.documentElement.setAttribute('data-handed', '')
    window.postMessage('ready', '*', [port2])
  })
  // Its script has said nothing though all has come: there may have been no line.
  await photo().getByText('没有取到，请再点一次。').waitFor()
  expect(await photo().locator('iframe').count()).toBe(0)
  expect(await page.locator('[data-handed]').count()).toBe(0)
  await page.unroute(MEDIA)
  await photo().getByRole('button', { name: '打开', exact: true }).click()
  await photo().locator('.photo iframe').waitFor()

  await instead(MEDIA, READY)
  await page.route('**/files/**', async (route) => {
    await hurry()
    await route.fallback()
  })
  await page.reload()
  await photo().getByText('浏览器放不了').waitFor()
  expect(await photo().locator('iframe').count()).toBe(0)
  expect(await photo().getByRole('button', { name: '存下来' }).isVisible()).toBe(true)
})

test('a frame that draws a PDF is brought what lies beside our scripts, and nothing else', async () => {
  const names = [
    'cmaps/../../manifest.json',
    '../manifest.json',
    'cmaps/a.b.bcmap',
    'https://example.org/a.ttf',
  ]
  const tooMany = Array.from({ length: 300 }, (_, n) => `cmaps/none-${n}.bcmap`)
  const wants = JSON.stringify([
    ...names,
    'cmaps/nowhere.bcmap',
    ...Array(9).fill('cmaps/H.bcmap'),
    ...tooMany,
  ])
  await instead(
    PAPER,
    `${READY}
    document.title = ''
    port1.onmessage = ({ data }) => {
      if (data.content) for (const want of ${wants}) port1.postMessage({ want })
      else document.title += data.brought + ' ' + data.bytes?.length + ';'
    }`,
  )
  await open()
  const asked = stage.requests.length
  await openPaper()
  await paper().locator('iframe').waitFor()
  const frame = await frameOf(paper())
  await expect.poll(() => frame.title()).toMatch(/cmaps\/H.bcmap \d+;/)
  const built = () =>
    stage.requests
      .slice(asked)
      .filter((address) => address.includes('/built/papers-'))
      .map((address) => address.replace(/.*\/papers-[\d.]+\//, ''))
  // Each once, and no more of them than may be wanted.
  await expect.poll(() => built().length).toBe(200)
  expect(built()).toEqual(['cmaps/nowhere.bcmap', 'cmaps/H.bcmap', ...tooMany.slice(0, 198)])
})

test('in the Chromium of a desk a frame is a process of its own: one that never ends holds up nothing', async () => {
  const executablePath = findChromium({ prompts: true }) ?? ''
  const browser = await chromium.launch({ executablePath, chromiumSandbox: false, args: quiet })
  try {
    const other = await browser.newPage({ viewport: { width: 1280, height: 300 }, locale: 'zh-CN' })
    await signIn(other, played, players.chen)
    const session = await browser.newBrowserCDPSession()
    const frames = async () =>
      (await session.send('Target.getTargets')).targetInfos.filter(({ type }) => type === 'iframe').length
    await open(other)
    // Out of sight, too: nothing scrolls there.
    await photo(other).locator('.photo iframe').waitFor()
    expect(await frames()).toBe(1)
    await photo(other).evaluate((item) => item.remove())
    await openPaper(other)
    await paper(other).getByText('第 1 页，共 1 页').waitFor()
    expect(await frames()).toBe(1)

    await instead(PAPER, `${READY} port1.onmessage = () => { for (;;); }`, other)
    const says = () => other.evaluate(() => document.querySelector('[data-kind=paper]')?.textContent)
    // A frame of another process may ask for its script before anybody stands in its way: then it is ours that comes.
    const opened = async () => {
      await other.reload()
      await photo(other).locator('.photo iframe').waitFor()
      await photo(other).evaluate((item) => item.remove())
      await openPaper(other)
      await other.waitForTimeout(2000)
      return says()
    }
    await expect.poll(opened, { timeout: 60_000 }).not.toContain('第 1 页')
    await expect.poll(frames).toBe(1)
    expect(await other.evaluate(() => 1 + 1)).toBe(2)
    // Its answer has twenty seconds.
    await expect.poll(says, { timeout: 60_000 }).toContain('这个 PDF 这里打不开')
    await expect.poll(frames).toBe(0)
  } finally {
    await browser.close()
  }
}, 180_000)
