import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { paths } from '../../src/paths.ts'
import { rounds } from '../../src/rounds/tables.ts'
import { atTeam } from '../cast/at-team.ts'
import { atNotice } from './at-notice.ts'
import { barriers } from './barriers.ts'
import { picture } from './chromium.ts'
import { begin, keeps, killed, openStep, sayWhose } from './drafting.ts'
import { receipt, send } from './resident-hands.ts'
import { added, lines, paper } from './with-files.ts'

const { stage, played, landing, codeOf, filed, words } = atNotice()

const name = '合同.pdf'

/** What this phone could open without a signal: for whom workers stand, and every address that is kept. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const path = (address: string) => address.replace(location.origin, '')
    const scopes = (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => path(scope))
    const addresses: string[] = []
    for (const set of await caches.keys())
      for (const { url } of await (await caches.open(set)).keys()) addresses.push(path(url))
    return { scopes: scopes.sort(), addresses: addresses.sort() }
  })
const nothing = { scopes: [], addresses: [] }

/** Somebody on their own phone whose words are kept, and the page with them. */
async function writer() {
  const page = await stage.person()
  await page.goto(landing())
  await begin(page)
  await sayWhose(page, 'own')
  await openStep(page, 2)
  await page.locator('#text').fill(words)
  await keeps(page, { text: words })
  await expect
    .poll(async () => (await kept(page)).addresses, { timeout: 10_000 })
    .toContain(paths.code(codeOf()))
  return page
}

test('without a signal the page opens again, is written on, waits, and sends one report by itself', async () => {
  const before = await filed()
  const page = await writer()
  // While a page is kept anew the one before it is there as well.
  await expect
    .poll(() => kept(page))
    .toEqual({
      scopes: [paths.printedCode(codeOf()), paths.code(codeOf())],
      addresses: [
        '/attaching?lang=zh-CN',
        expect.stringMatching(/^\/built\/aloud-\w+\.js$/),
        expect.stringMatching(/^\/built\/attach-\w+\.js$/),
        expect.stringMatching(/^\/built\/attaching-\w+\.css$/),
        expect.stringMatching(/^\/built\/picture-\w+\.js$/),
        expect.stringMatching(/^\/built\/pictures-\w+\.svg$/),
        expect.stringMatching(/^\/built\/report-\w+\.js$/),
        expect.stringMatching(/^\/built\/residents-\w+\.css$/),
        expect.stringMatching(/^\/built\/tiles-\w+\.css$/),
        expect.stringMatching(/^\/built\/work-\w+\.js$/),
        paths.code(codeOf()),
      ],
    })
  await page.context().setOffline(true)
  const again = await killed(page)
  await again.goto(landing())
  await again.getByRole('button', { name: '接着写' }).click()
  expect(await again.locator('#text').inputValue()).toBe(words)
  await added(again, 'paper', paper, { name, mimeType: 'application/pdf' })
  await again.locator('#text').fill(`${words}还有桥。`)
  await keeps(again, { text: `${words}还有桥。` })
  const third = await killed(again)
  // Scanned once more: its printed address.
  await third.goto(played.origin + paths.printedCode(codeOf()))
  expect(third.url()).toBe(landing())
  await third.goto(`${landing()}?size=large`)
  await third.getByRole('button', { name: '接着写' }).click()
  await lines(third).getByText('文件 1').waitFor()
  await openStep(third, 3)
  await send(third)
  await third.getByText('现在没有信号。您写的都在，有信号再点一次。网页开着，信号一来也会自己送。').waitFor()
  await picture(third, 'offline-waiting')
  expect(await barriers(third)).toEqual([])
  expect(await filed()).toBe(before)

  await third.context().setOffline(false)
  const { enquiryNumber } = await receipt(third)
  await third.getByText('都送到了。').waitFor({ timeout: 30_000 })
  expect(await filed()).toBe(before + 1)
  const { body, files } = await atTeam(played.place, enquiryNumber)
  expect(body.text).toBe(`${words}还有桥。`)
  expect(files).toMatchObject([{ state: 'whole', manifest: { name } }])
})

/** At a page of ours that writes nothing, and cares for what is out of date. */
async function elsewhere(page: Page) {
  await page.goto(played.origin + paths.safer)
  return page
}

test('what opens without a signal goes with the draft: cleared, left, out of date, or never there', async () => {
  const cleared = await killed(await writer())
  await cleared.goto(landing(), { waitUntil: 'networkidle' })
  await cleared.getByRole('button', { name: '清掉重来' }).click()
  await expect.poll(() => kept(cleared)).toEqual(nothing)
  await cleared.reload({ waitUntil: 'networkidle' })
  expect(await kept(cleared)).toEqual(nothing)

  // Written on once more it is kept once more, until they leave.
  await begin(cleared)
  await sayWhose(cleared, 'own')
  await expect.poll(async () => (await kept(cleared)).addresses).toContain(paths.code(codeOf()))
  await cleared.getByRole('link', { name: '离开并清除' }).click()
  await cleared.getByText('都清掉了').waitFor()
  expect(await kept(cleared)).toEqual(nothing)

  const late = await elsewhere(await writer())
  expect(await kept(late)).not.toEqual(nothing)
  const tomorrow = Date.now() + 86_400_000 + 60_000
  await late.addInitScript((now) => {
    Date.now = () => now
  }, tomorrow)
  await elsewhere(late)
  await expect.poll(() => kept(late)).toEqual(nothing)

  const others = await stage.person()
  await others.goto(landing())
  await begin(others)
  await sayWhose(others, 'others')
  await openStep(others, 2)
  await others.locator('#text').fill(words)
  await others.locator('#attach').waitFor()
  await others.waitForTimeout(700)
  expect(await kept(others)).toEqual(nothing)
})

test('with a signal it is the page as it is now; without an answer as it was last whole', async () => {
  const page = await writer()
  const { db } = played.house
  await db.update(rounds).set({ pausedReason: '换系统' })
  await page.goto(landing())
  await page.getByText('暂时停收').waitFor()
  await db.update(rounds).set({ pausedReason: null })
  await page.goto(landing())
  await page.locator('#text').waitFor()
  await expect
    .poll(async () => (await kept(page)).addresses.filter((one) => one.endsWith('.css')))
    .toHaveLength(3)

  // A fault says nothing of the notice, and half of a page is not kept.
  await page.context().route(/\/(c|attaching)\b/, (route) => route.fulfill({ status: 500, body: 'a fault' }))
  const again = await killed(page)
  await again.goto(landing())
  await again.getByRole('button', { name: '接着写' }).click()
  expect(await again.locator('#text').inputValue()).toBe(words)
  await again.locator('#attach').waitFor()
})

test('who gets to the words without a signal is told what photos wait for, and has the buttons when it is back', async () => {
  const page = await stage.person()
  await page.goto(landing())
  await page.locator('#kind button').first().waitFor()
  await page.context().setOffline(true)
  await begin(page)
  await openStep(page, 2)
  const told = page.getByText('加照片要有信号，信号来了就能加。')
  await told.waitFor()
  await picture(page, 'offline-unattached')
  expect(await barriers(page)).toEqual([])
  await page.context().setOffline(false)
  await page.locator('label[for=add-photo]').waitFor()
  expect(await told.isVisible()).toBe(false)
})
