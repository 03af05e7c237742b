import type { CDPSession } from 'playwright-core'
import { paths } from '../src/paths.ts'
import { newcomer, toLastStep } from './browser.ts'
import { atMost, beside, type Figure } from './figure.ts'
import { theOffice } from './office.ts'

const KIB = 1024

/** All that crosses the wire, headers too: until the page stands, and until it needs nothing more to seal a report. */
export async function pageWeight(): Promise<Figure[]> {
  const { origin, token } = await theOffice()
  const address = origin + paths.code(token)
  return newcomer('phone', async (page, cdp) => {
    const wire = await tap(cdp)
    await page.goto(address, { waitUntil: 'networkidle' })
    const landed = wire.sum()
    const requests = wire.sizes.size
    await toLastStep(page, '村口的路灯坏了三个月。')
    // What seals comes while the last step is read.
    await page.waitForTimeout(500)
    return [
      atMost(24, { name: 'page-weight', value: landed / KIB, unit: 'KiB' }),
      atMost(4, { name: 'page-requests', value: requests, unit: 'requests' }),
      atMost(14, { name: 'page-html', value: (wire.sizes.get(address) ?? Number.NaN) / KIB, unit: 'KiB' }),
      beside({ name: 'page-to-send', value: wire.sum() / KIB, unit: 'KiB' }),
    ]
  })
}

/** The bytes of all answers by their address, as they came. */
async function tap(cdp: CDPSession) {
  const asked = new Map<string, string>()
  const sizes = new Map<string, number>()
  let arrived = 0
  cdp.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (!request.url.startsWith('data:')) asked.set(requestId, request.url)
  })
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const url = asked.get(requestId)
    if (!url) return
    arrived++
    sizes.set(url, (sizes.get(url) ?? 0) + encodedDataLength)
  })
  await cdp.send('Network.enable')
  const sum = () => {
    if (arrived < asked.size) throw new Error(`not all arrived of ${[...asked.values()].join(' ')}`)
    return [...sizes.values()].reduce((all, size) => all + size, 0)
  }
  return { sizes, sum }
}
