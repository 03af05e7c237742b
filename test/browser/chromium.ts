import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import { type Browser, chromium, type Page, type Request } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { findChromium, quiet } from '../../tools/chromium.mjs'
import { type Sheet, sheetsOf } from '../paper/pdf.ts'
import { ownLetters } from './large-type.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const screens = 'test-results/screens'

export interface Device {
  /** Off: the page must work as plain HTML. */
  scripts?: boolean
  /** What the browser prefers; the product itself listens to `?lang=` only. */
  lang?: 'zh-CN' | 'en-GB'
  width?: number
  height?: number
  /** What the browser calls itself; its own name by default. */
  agent?: string
}

/** A resident's phone by default. */
const phone = { scripts: true, lang: 'zh-CN', width: 360, height: 740 } as const
/** The office PC. */
export const officePc: Device = { width: 1280, height: 900 }

export interface Stage {
  /** A browser profile of its own, as a person has, with an open page. */
  person(device?: Device): Promise<Page>
  /** Every address that any page has asked for. */
  requests: string[]
  /** What pages complained of since the last test. */
  complaints: string[]
}

/** A breach of its own policy is told by every page and every frame in it, also where the console says nothing. */
const tellBreaches = `addEventListener('securitypolicyviolation', (breach) => {
  console.error('breach of ' + breach.effectiveDirective + ': ' + (breach.blockedURI || breach.sample))
}, true)`

/** A network that fails, or an answer that refuses, is no fault of the page; what its headers forbade to load is. */
const isForgiven = (text: string) =>
  text.startsWith('Failed to load resource') && !/ERR_BLOCKED_BY_(RESPONSE|CSP|ORB)/.test(text)

/**
 * Chromium for one file of tests. After each test nothing may have been asked of any host but `allowed`, and no page
 * may have complained: not of an error, and not of a breach of its own policy. `elsewhere`: addresses that a page
 * leaves for and that the test itself answers.
 */
export function useChromium(allowed: () => string, elsewhere: readonly string[] = []): Stage {
  let browser: Browser
  const requests: string[] = []
  const complaints: string[] = []
  let looked = 0

  beforeAll(async () => {
    const executablePath = findChromium()
    if (!executablePath) throw new Error('Chromium is missing: npm test installs it, or set CHROMIUM.')
    // Where the machine names no encoding, Chromium takes no Chinese name for a file.
    const env = { ...process.env, LC_ALL: 'C.UTF-8' }
    browser = await chromium.launch({ executablePath, chromiumSandbox: false, args: quiet, env })
  })
  afterAll(async () => {
    await browser?.close()
  })
  afterEach(() => {
    const since = requests
      .slice(looked)
      .filter((address) => !elsewhere.some((one) => address.startsWith(one)))
    looked = requests.length
    expect.soft(strangers(since, allowed()), 'requests to other hosts').toEqual([])
    expect.soft(complaints.splice(0), 'complaints of pages').toEqual([])
  })

  return {
    requests,
    complaints,
    async person(device = {}) {
      const { scripts, lang, width, height, agent } = { ...phone, ...device }
      const context = await browser.newContext({
        javaScriptEnabled: scripts,
        locale: lang,
        ...(agent && { userAgent: agent }),
        timezoneId: 'Asia/Shanghai',
        viewport: { width, height },
        isMobile: width < 600,
        hasTouch: width < 600,
      })
      context.setDefaultTimeout(15_000)
      context.on('request', (request) => requests.push(request.url()))
      context.on('weberror', (error) => complaints.push(String(error.error())))
      context.on('console', (message) => {
        const isUnread = /(Permissions|Security|Opener|Embedder|Resource)-Policy/.test(message.text())
        if ((message.type() === 'error' && !isForgiven(message.text())) || isUnread) {
          complaints.push(message.text())
        }
      })
      if (scripts) await context.addInitScript(tellBreaches)
      return context.newPage()
    },
  }
}

/**
 * Listens to all that leaves this person's browser: methods, addresses, headers and bodies. What stands behind the `#`
 * of an address stays with the browser. Answers how to stop, and to have it all.
 */
export function heard(page: Page): () => Promise<Buffer> {
  const said: Request[] = []
  const hear = (request: Request) => said.push(request)
  page.context().on('request', hear)
  return async () => {
    page.context().off('request', hear)
    const all = said.map(async (request) => {
      const line = `${request.method()} ${request.url().replace(/#.*/, '')}`
      const headers = Object.entries(await request.allHeaders()).map((header) => header.join(': '))
      const body = request.postDataBuffer() ?? Buffer.alloc(0)
      return [Buffer.from([line, ...headers, '', ''].join('\n')), body, Buffer.from('\n')]
    })
    return Buffer.concat((await Promise.all(all)).flat())
  }
}

/** Of these addresses, those of other hosts. What a page carries in itself is no request. */
export const strangers = (addresses: readonly string[], origin: string) =>
  addresses.filter((address) => !/^(data|blob|about):/.test(address) && new URL(address).origin !== origin)

/** What an eye that needs other colours and larger letters can meet, and no other does. */
const hardToSee = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable']

/**
 * What stands in the way of people who see, hear or move differently: one line for each, none on a good page. As the
 * page stands, and in the same state once more in forced colours and letters half as large again: of that only what can
 * then be otherwise. Whoever says something of a look looks at the others by itself. Colours take half of the time, and
 * are the same where a page says the same in another language.
 */
export async function barriers(page: Page, look?: { colours?: boolean }): Promise<string[]> {
  const found = await page.evaluate(
    'matchMedia("(scripting: enabled)").matches ? "axe" in window : "no scripts"',
  )
  if (found === 'no scripts') return barriersOfCopy(page, look)
  // It stays with the page: reading it takes as long as looking.
  if (!found) await page.evaluate(axe)
  const { colours = true } = look ?? {}
  const usual = await barriersBy(page, { rules: { 'color-contrast': { enabled: colours } } })
  if (look) return usual
  await page.emulateMedia({ forcedColors: 'active' })
  await ownLetters(page, 150)
  const forced = await barriersBy(page, { runOnly: hardToSee })
  await ownLetters(page, 100)
  await page.emulateMedia({ forcedColors: 'none' })
  return [...usual, ...forced.map((barrier) => `forced colours, ${barrier}`)]
}

async function barriersBy(page: Page, rules: RunOptions): Promise<string[]> {
  // What passes need not be told in full, and is not asked for: that takes as long as looking.
  const how: RunOptions = { ...rules, resultTypes: ['violations'] }
  const run = `axe.run(${JSON.stringify(how)}).then(({ violations }) => violations)`
  const violations = (await page.evaluate(run)) as AxeResults['violations']
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target})`))
}

/** The same in the few colours that somebody has chosen for all pages. */
export async function barriersInForcedColours(page: Page, look = {}): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active' })
  const found = await barriers(page, look)
  await page.emulateMedia({ forcedColors: 'none' })
  return found
}

const copies = new WeakMap<Page, Promise<Page>>()

/** The checker is a script, so a page that may run none is looked at as a copy, in which only the checker runs. */
async function barriersOfCopy(page: Page, look?: { colours?: boolean }): Promise<string[]> {
  const body = (await page.content()).replace(/<script\b[^>]*>.*?<\/script>|<\/?noscript>/gs, '')
  const copy = await (copies.get(page) ?? besides(page))
  const size = page.viewportSize()
  if (size) await copy.setViewportSize(size)
  const isForced = await page.evaluate(() => matchMedia('(forced-colors: active)').matches)
  await copy.emulateMedia({ forcedColors: isForced ? 'active' : 'none' })
  await copy.route('**/*', (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body })
      : route.continue(),
  )
  await copy.goto(page.url())
  const found = await barriers(copy, look)
  await copy.unrouteAll()
  return found
}

/** One more window, in which scripts may run, for all that this one comes to show. */
function besides(page: Page): Promise<Page> {
  const browser = page.context().browser()
  if (!browser) throw new Error('The browser is closed.')
  const opened = browser.newPage()
  copies.set(page, opened)
  return opened
}

/** Whether anything sticks out to the side. */
export const juts = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/**
 * A picture of the whole page, for people to look at: test-results/screens/NAME.png. Not where nobody looks: `npm test`
 * takes hundreds, for minutes, and judges none of them. On a busy machine Chromium now and then takes none at the first
 * try.
 */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.CI) return void (await page.evaluate('document.documentElement.offsetHeight'))
  mkdirSync(screens, { recursive: true })
  const take = () => page.screenshot({ path: `${screens}/${name}.png`, fullPage: true })
  await take().catch(take)
}

/** Presses what prints by itself, and waits until the page has asked the browser to. */
export async function pressPrint(page: Page, name: string): Promise<void> {
  await page.evaluate('window.print = () => { document.documentElement.dataset.asked = "" }')
  await page.getByRole('button', { name, exact: true }).click()
  await page.locator('html[data-asked]').waitFor()
}

/**
 * The sheets of paper that a page takes, with what is on them; for people to look at, test-results/screens/NAME.pdf.
 */
export async function printedSheets(page: Page, name: string): Promise<Sheet[]> {
  mkdirSync(screens, { recursive: true })
  const pdf = await page.pdf({
    path: `${screens}/${name}.pdf`,
    preferCSSPageSize: true,
    printBackground: true,
  })
  return sheetsOf(pdf)
}

export const printedPages = async (page: Page, name: string): Promise<number> =>
  (await printedSheets(page, name)).length
