import type { CDPSession, Page } from 'playwright-core'
import { paths } from '../src/paths.ts'
import { newcomer } from './browser.ts'
import { atMost, type Figure } from './figure.ts'
import { theOffice } from './office.ts'
import { median } from './spread.ts'

const RATE = 400_000 / 8 // bytes a second
const VISITS = 5

/** A cheap phone in a bad place: from the scan until the first button leads to the first step. */
export async function formUsable(): Promise<Figure[]> {
  const { origin, token } = await theOffice()
  const visits: { usable: number; arrived: number }[] = []
  for (let n = 0; n < VISITS; n++) {
    visits.push(await newcomer('phone', (page, cdp) => visit(page, cdp, origin + paths.code(token))))
  }
  const value = median(visits.map(({ usable }) => usable)) / 1000
  // The limit is the network's: when the last byte of page, style and script had arrived.
  const limit = median(visits.map(({ arrived }) => arrived)) / 1000
  return [atMost(2, { name: 'form-usable', value, unit: 's', limit })]
}

async function visit(page: Page, cdp: CDPSession, address: string) {
  await cdp.send('Network.enable')
  const throughput = { downloadThroughput: RATE, uploadThroughput: RATE }
  await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: 400, ...throughput })
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.addInitScript(pressTheFirstButton)
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0)
  return page.evaluate(() => {
    const [usable] = performance.getEntriesByName('usable')
    const [painted] = performance.getEntriesByName('first-contentful-paint')
    const loaded = [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ]
    const arrivals = loaded
      .filter(
        (entry) =>
          entry instanceof PerformanceResourceTiming && entry.responseEnd <= (usable?.startTime ?? 0),
      )
      .map((entry) => (entry instanceof PerformanceResourceTiming ? entry.responseEnd : 0))
    return {
      usable: Math.max(usable?.startTime ?? 0, painted?.startTime ?? 0),
      arrived: Math.max(...arrivals),
    }
  })
}

/** Runs in the page, frame by frame, as an eager thumb would. */
function pressTheFirstButton() {
  const look = () => {
    const button = document.querySelector<HTMLElement>('#kind button')
    if (button && button.getClientRects().length > 0) button.click()
    const step = document.querySelector<HTMLElement>('[data-step="1"]')
    if (button && step && !step.hidden && step.getClientRects().length > 0) performance.mark('usable')
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
