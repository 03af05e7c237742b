import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/paths.ts'
import { useChromium } from './chromium.ts'
import { sayWhose } from './drafting.ts'
import { noTraces, traces } from './held.ts'
import { type Played, startPlayed } from './played.ts'
import { receipt, send, tell } from './resident-hands.ts'

const ELSEWHERE = 'https://www.weather.com.cn/'

let played: Played
const stage = useChromium(() => played.origin, [ELSEWHERE])
beforeAll(async () => {
  played = await startPlayed()
})
afterAll(() => played.leave())

const words = '村口的路塌了一段，校车过不去。'

/** Somebody at the notice's page, and a weather page that answers from here. */
async function somebody() {
  const page = await stage.person()
  await page.route(`${ELSEWHERE}**`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<!doctype html><title>天气</title>晴' }),
  )
  await page.goto(played.origin + paths.code(played.codes[0]?.token ?? ''))
  return page
}
type Page = Awaited<ReturnType<typeof somebody>>

/** What this phone keeps of us, as another page of ours finds it. */
async function leftBehind(page: Page) {
  await page.goto(played.origin + paths.safer)
  return traces(page)
}

test('leaving in a hurry from the receipt leaves nothing on the phone, nor behind the back button', async () => {
  const page = await somebody()
  await tell(page, { text: words })
  await send(page)
  await receipt(page)
  const code = (await page.locator('.code b').allInnerTexts()).join('')
  expect(code).toMatch(/^\d{20}$/)
  await page.locator('[data-exit]').first().click()
  await page.waitForURL(ELSEWHERE)
  await page.goBack().catch(() => undefined)
  const shown = await page.locator('body').innerText()
  expect(shown).not.toContain(code.slice(0, 4))
  expect(shown).not.toContain(words)
  expect(await page.locator('#text').inputValue()).toBe('')
  expect(await leftBehind(page)).toEqual(noTraces)
})

test('three presses of Shift do the same from a half-written page; what types with it stays', async () => {
  const page = await somebody()
  await page.locator('#kind button').first().click()
  await page.locator('[data-step="1"]').waitFor()
  await page.locator('label[for="tile-B3"]').click()
  await page.locator('[data-step]:not([hidden]) [data-next]').click()
  await sayWhose(page, 'own')
  await page.locator('#text').fill(words)
  await page.getByText('没写完、没送到的存在这部手机里，24 小时后自动清掉。点“快速离开”马上清掉。').waitFor()
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(1)
  // Somebody who turns between Chinese and English, and writes between.
  for (const key of ['Shift', 'a', 'Shift', 'b', 'Shift']) await page.locator('#text').press(key)
  expect(page.url()).toContain(paths.code(''))
  for (const _ of [1, 2, 3]) await page.keyboard.press('Shift')
  await page.waitForURL(ELSEWHERE)
  expect(await leftBehind(page)).toEqual(noTraces)
  // As the page says that is open now.
  await page.getByText('点“快速离开”，这部手机里的草稿和回执马上清掉。').waitFor()
})

test('a browser that lets no page keep anything goes elsewhere all the same', async () => {
  const page = await somebody()
  await page.evaluate(() => {
    Storage.prototype.clear = () => {
      throw new DOMException('denied', 'SecurityError')
    }
  })
  await page.locator('[data-exit]').first().click()
  await page.waitForURL(ELSEWHERE)
  expect(await page.title()).toBe('天气')
})
