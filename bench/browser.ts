import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core'
import { ensureChromium, quiet } from '../tools/chromium.mjs'
import { afterwards } from './stage.ts'

let launched: Promise<Browser> | undefined

async function launch(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: ensureChromium()[0],
    chromiumSandbox: false,
    args: quiet,
  })
  afterwards(() => browser.close())
  return browser
}

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
const officePc = { viewport: { width: 1280, height: 900 } }

/** A browser that has never been here, and its page. */
export async function newcomer<T>(
  device: 'phone' | 'officePc',
  visit: (page: Page, cdp: CDPSession) => Promise<T>,
): Promise<T> {
  launched ??= launch()
  const screen = device === 'phone' ? phone : officePc
  const context = await (await launched).newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...screen,
  })
  try {
    const page = await context.newPage()
    return await visit(page, await context.newCDPSession(page))
  } finally {
    await context.close()
  }
}

/** From the landing page through the steps, up to the button that sends. */
export async function toLastStep(page: Page, words: string): Promise<void> {
  await page.click('#kind button')
  await page.click('[data-step="1"] .tile')
  await page.click('[data-step="1"] [data-next]')
  await page.fill('#text', words)
  await page.click('[data-step="2"] [data-next]')
}
