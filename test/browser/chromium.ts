import { mkdirSync } from 'node:fs'
import { type Browser, chromium, type Page, type Request } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { findChromium, quiet } from '../../tools/chromium.mjs'
import { type Sheet, sheetsOf } from '../paper/pdf.ts'

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

let running: Promise<Browser> | undefined

/** One for all files that a worker runs one after the other; it ends with the worker. */
function theChromium(): Promise<Browser> {
  running ??= launch().catch((fault) => {
    running = undefined
    throw fault
  })
  return running
}

async function launch() {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('Chromium is missing: npm test installs it, or set CHROMIUM.')
  // Where the machine names no encoding, Chromium takes no Chinese name for a file.
  const env = { ...process.env, LC_ALL: 'C.UTF-8' }
  const browser = await chromium.launch({ executablePath, chromiumSandbox: false, args: quiet, env })
  browser.once('disconnected', () => {
    running = undefined
  })
  return browser
}

/**
 * Chromium for one file of tests, which leaves nobody's profile behind. After each test nothing may have been asked of
 * any host but `allowed`, and no page may have complained: not of an error, and not of a breach of its own policy.
 * `elsewhere`: addresses that a page leaves for and that the test itself answers.
 */
export function useChromium(allowed: () => string, elsewhere: readonly string[] = []): Stage {
  let browser: Browser
  const requests: string[] = []
  const complaints: string[] = []
  let looked = 0

  beforeAll(async () => {
    browser = await theChromium()
  })
  afterAll(async () => {
    await Promise.all(browser?.contexts().map((context) => context.close()) ?? [])
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

/** Whether anything sticks out to the side. */
export const juts = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/**
 * A picture of the whole page, for people to look at: test-results/screens/NAME.png. Only where PICTURES is set, for
 * somebody who looks: a whole run would take hundreds, for minutes, and judges none of them. On a busy machine Chromium
 * now and then takes none at the first try.
 */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.PICTURES) return void (await page.evaluate('document.documentElement.offsetHeight'))
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
