import type { Page } from 'playwright-core'
import { paths } from '../src/paths.ts'
import { newcomer, toLastStep } from './browser.ts'
import { atMost, type Figure } from './figure.ts'
import { theOffice } from './office.ts'
import { median } from './spread.ts'

const REPORTS = 5
const words = '村口到学校的路灯坏了三个月，放学天黑，孩子们摸黑走。去年也报过一次，没有人来修。'

/** From the press on send to the receipt with its query code, in one browser on the same machine. */
export async function sendReceipt(): Promise<Figure[]> {
  const { origin, token } = await theOffice()
  const sent: Awaited<ReturnType<typeof send>>[] = []
  for (let n = 0; n < REPORTS; n++) {
    sent.push(await newcomer('phone', (page) => send(page, origin + paths.code(token))))
  }
  const middle = (of: (one: (typeof sent)[number]) => number) => median(sent.map(of))
  return [
    atMost(0.6, {
      name: 'send-receipt',
      value: middle(({ receipt }) => receipt) / 1000,
      unit: 's',
      // What it cannot be faster than: stretching the query code.
      limit: middle(({ stretch }) => stretch) / 1000,
    }),
    atMost(50, { name: 'send-server', value: middle(({ server }) => server), unit: 'ms' }),
  ]
}

async function send(page: Page, address: string) {
  await page.addInitScript(watch)
  await page.goto(address)
  await toLastStep(page, words)
  const stretch = await page.evaluate(stretchOnce)
  await page.click('#send')
  await page.waitForFunction(() => performance.getEntriesByName('receipt').length > 0)
  return { stretch, ...(await page.evaluate(times)) }
}

/** Runs in the page: marks the press and the first frame that shows a receipt with digits in it. */
function watch() {
  const press = ({ target, timeStamp }: Event) => {
    if (target instanceof Element && target.closest('#send'))
      performance.mark('pressed', { startTime: timeStamp })
  }
  addEventListener('click', press, true)
  const look = () => {
    if (document.querySelector('[data-answer="receipt"] .code b')?.textContent) performance.mark('receipt')
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

function times() {
  const [pressed] = performance.getEntriesByName('pressed')
  const [receipt] = performance.getEntriesByName('receipt')
  const posted = performance
    .getEntriesByType('resource')
    .find((entry) => entry instanceof PerformanceResourceTiming && entry.initiatorType === 'xmlhttprequest')
  if (!pressed || !receipt || !(posted instanceof PerformanceResourceTiming))
    throw new Error('nothing was sent')
  return {
    receipt: receipt.startTime - pressed.startTime,
    server: posted.responseStart - posted.requestStart,
  }
}

async function stretchOnce() {
  const began = performance.now()
  const key = await crypto.subtle.importKey('raw', new Uint8Array(20), 'PBKDF2', false, ['deriveBits'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(16), iterations: 100_000 }
  await crypto.subtle.deriveBits(how, key, 256)
  return performance.now() - began
}
