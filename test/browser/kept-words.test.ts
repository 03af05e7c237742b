import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/paths.ts'
import { reports } from '../../src/reports/tables.ts'
import { barriers, useChromium } from './chromium.ts'
import { type Played, startPlayed } from './played.ts'
import { receipt, send, tell } from './resident-hands.ts'

let played: Played
const stage = useChromium(() => played.origin)
beforeAll(async () => {
  played = await startPlayed()
})
afterAll(() => played.leave())
const words = '村口的路塌了一段，校车过不去。'
const landing = () => played.origin + paths.code(played.codes[0]?.token ?? '')

test('busy holds the words; sizes in place; too late gives the words back', async () => {
  const page = await stage.person()
  const posts: string[] = []
  await page.route('**/c/*', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    posts.push(route.request().postData() ?? '')
    if (posts.length > 1) return route.continue()
    return route.fulfill({
      status: 503,
      contentType: 'text/html; charset=utf-8',
      body: '<!doctype html><main><div data-answer="busy"><h1>这会儿没收下。您写的都在，过几分钟再点一次。</h1></div></main>',
    })
  })
  await page.goto(landing())
  await tell(page, { text: words })
  const small = page.getByText('反映村干部的事，请家里人帮忙')
  expect(await small.isVisible()).toBe(false)
  await page.locator('label.pick:has(#forOther)').click()
  expect(await small.isVisible()).toBe(true)
  await send(page)
  await page.locator('#refused').getByText('这会儿没收下').waitFor()
  expect(await page.locator('#text').getAttribute('readonly')).not.toBeNull()
  await page.getByRole('button', { name: '再送一次' }).click()
  await receipt(page)
  expect(posts[1]).toBe(posts[0])

  const big = page.getByRole('button', { name: '更大' })
  await big.click()
  expect(await page.locator('html').getAttribute('data-size')).toBe('largest')
  expect(await big.getAttribute('aria-pressed')).toBe('true')
  expect(await barriers(page)).toEqual([])

  const code = (await page.locator('.code b').allInnerTexts()).join('')
  const asker = await stage.person()
  await asker.goto(played.origin + paths.progress)
  await asker.locator('#code').fill(code)
  await asker.locator('#ask button').click()
  await asker.getByText('还没有新的情况').waitFor()
  await asker.locator('#more').fill('还有一张条子。')
  const number = await page.getByText('报受理号').first().innerText()
  await played.house.db
    .update(reports)
    .set({ state: 'archived' })
    .where(eq(reports.enquiryNumber, number.match(/\d{6}/)![0]))
  await asker.locator('#add button').click()
  await asker.getByText('这件事已经结束').waitFor()
  expect(await asker.locator('#kept').inputValue()).toBe('还有一张条子。')
  expect(await barriers(asker)).toEqual([])
})

test('what breaks before anything was posted leaves words that can be changed and a sentence', async () => {
  const page = await stage.person()
  await page.goto(landing())
  await tell(page, { text: words })
  await page.evaluate(() => {
    const derive = crypto.subtle.deriveBits.bind(crypto.subtle)
    let n = 0
    crypto.subtle.deriveBits = ((...a: Parameters<typeof derive>) =>
      n++ === 0 ? Promise.reject(new Error('x')) : derive(...a)) as typeof derive
  })
  await send(page)
  await page.locator('[data-moment=noAnswer]').waitFor()
  expect(await page.locator('#text').getAttribute('readonly')).toBeNull()
  await page.getByRole('button', { name: '再送一次' }).click()
  await receipt(page)
})
