import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { paths } from '../../src/paths.ts'
import { atNotice } from './at-notice.ts'
import { barriers, picture } from './chromium.ts'
import { begin, keeps, killed, openStep, sayWhose } from './drafting.ts'
import { receipt, send } from './resident-hands.ts'
import { added, atTeam, lines, paper } from './with-files.ts'

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
    return { scopes, addresses: addresses.sort() }
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
  expect(await kept(page)).toEqual({
    scopes: [paths.code(codeOf())],
    addresses: [
      '/attaching?lang=zh',
      expect.stringMatching(/^\/built\/attach-\w+\.js$/),
      expect.stringMatching(/^\/built\/attaching-\w+\.css$/),
      expect.stringMatching(/^\/built\/picture-\w+\.js$/),
      expect.stringMatching(/^\/built\/report-\w+\.js$/),
      expect.stringMatching(/^\/built\/residents-\w+\.css$/),
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
  const { body, files } = await atTeam(played, enquiryNumber)
  expect(body.text).toBe(`${words}还有桥。`)
  expect(files).toMatchObject([{ state: 'whole', manifest: { name } }])
})
