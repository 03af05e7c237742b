import type { Page } from 'playwright-core'
import { paths } from '../src/paths.ts'
import { players } from '../test/cast/people.ts'
import { newcomer } from './browser.ts'
import { press } from './clients.ts'
import { atMost, beside, type Figure } from './figure.ts'
import { theOffice } from './office.ts'
import { sealMany } from './residents.ts'
import { median } from './spread.ts'

const ROWS = 50
const LOOKS = 5

/**
 * The leader's browser opens a page of the queue: from the moment the team's key is at hand to the last first sentence.
 */
export async function openFifty(): Promise<Figure[]> {
  const office = await theOffice()
  await press(office.origin, await sealMany(office, ROWS), 4)
  const looks = await newcomer('officePc', async (page) => {
    await page.addInitScript(watch)
    await signIn(page, office.origin)
    const looks: Awaited<ReturnType<typeof look>>[] = []
    for (let n = 0; n <= LOOKS; n++) looks.push(await look(page, office.origin + paths.desk(office.team)))
    // The first look warms up.
    return looks.slice(1)
  })
  const middle = (of: (one: (typeof looks)[number]) => number) => median(looks.map(of))
  const limit = middle(({ agreements }) => agreements)
  return [
    atMost(150, { name: 'open-50', value: middle(({ rows }) => rows), unit: 'ms', limit }),
    beside({ name: 'open-50-page', value: middle(({ whole }) => whole), unit: 'ms' }),
  ]
}

async function signIn(page: Page, origin: string) {
  await page.goto(origin + paths.signIn)
  await page.fill('#username', players.li.username)
  await page.fill('#password', players.li.password)
  await page.click('form[data-sign-in] [type=submit]')
  await page.waitForURL((url) => url.pathname !== paths.signIn)
}

async function look(page: Page, queue: string) {
  await page.goto(queue)
  await page.waitForFunction(() => performance.getEntriesByName('opened').length > 0)
  const { shown, ...took } = await page.evaluate(times)
  if (shown !== ROWS) throw new Error(`${shown} rows were opened, not ${ROWS}`)
  return { ...took, agreements: await page.evaluate(agreeFiftyTimes) }
}

/** Runs in the page: marks the import of the team's private key, and the frame in which every sealed row is open. */
function watch() {
  const imports = crypto.subtle.importKey.bind(crypto.subtle) as (...given: unknown[]) => Promise<CryptoKey>
  crypto.subtle.importKey = async (...given: unknown[]) => {
    const key = await imports(...given)
    if (given[0] === 'pkcs8') performance.mark('key')
    return key
  }
  const look = () => {
    const rows = document.querySelectorAll('[data-queue] [data-row]')
    const opened = document.querySelectorAll('[data-queue] [data-row] [data-opened]')
    if (rows.length > 0 && rows.length === opened.length)
      performance.mark('opened', { detail: opened.length })
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

function times() {
  const [key] = performance.getEntriesByName('key')
  const [opened] = performance.getEntriesByName('opened')
  if (!key || !(opened instanceof PerformanceMark)) throw new Error('no key was imported')
  return { shown: Number(opened.detail), rows: opened.startTime - key.startTime, whole: opened.startTime }
}

/** What it cannot be faster than: fifty agreements on P-256, one for each row. */
async function agreeFiftyTimes() {
  const curve = { name: 'ECDH', namedCurve: 'P-256' }
  const own = await crypto.subtle.generateKey(curve, true, ['deriveBits'])
  const raw = await crypto.subtle.exportKey('raw', own.publicKey)
  const began = performance.now()
  const agree = async () => {
    const other = await crypto.subtle.importKey('raw', raw, curve, true, [])
    await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own.privateKey, 256)
  }
  await Promise.all(Array.from({ length: 50 }, agree))
  return performance.now() - began
}
