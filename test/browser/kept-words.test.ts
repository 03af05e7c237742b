import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dayOf } from '../../src/clock/day.ts'
import { langs } from '../../src/i18n/speak.ts'
import { paths } from '../../src/paths.ts'
import { reports } from '../../src/reports/tables.ts'
import { rounds } from '../../src/rounds/tables.ts'
import { barriers } from './barriers.ts'
import { picture, useChromium } from './chromium.ts'
import { type Played, startPlayed } from './played.ts'
import { clearKept, receipt, send, tell } from './resident-hands.ts'

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
  expect(await big.getAttribute('aria-current')).toBe('true')
  expect(await barriers(page)).toEqual([])

  const code = (await page.locator('.code b').allInnerTexts()).join('')
  const asker = await stage.person()
  await asker.goto(played.origin + paths.progress)
  await asker.locator('#code').fill(code)
  await asker.locator('#ask button').click()
  await asker.getByText('为保护您，这里不显示您写的话。').waitFor()
  await asker.locator('#more').fill('还有一张条子。')
  const number = await page.getByText('报受理号').first().innerText()
  await played.house.db
    .update(reports)
    .set({ state: 'archived' })
    .where(eq(reports.enquiryNumber, number.match(/\d{6}/)![0]))
  await asker.locator('#add button[type=submit]').click()
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

/** How many entries this phone holds, by store; undefined when no page has made any. */
const held = (page: Page) =>
  page.evaluate(async () => {
    if ((await indexedDB.databases()).length === 0) return undefined
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => {
        request.onsuccess = () => resolve(request.result)
      })
    const database = await done(indexedDB.open('kept'))
    const count = (name: string) => done(database.transaction(name).objectStore(name).count())
    const counts = { drafts: await count('drafts'), words: await count('words') }
    database.close()
    return counts
  })

/** A day goes by for what this phone keeps. */
const letExpire = (page: Page) =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => {
        request.onsuccess = () => resolve(request.result)
      })
    const database = await done(indexedDB.open('kept'))
    for (const name of ['drafts', 'words']) {
      const store = database.transaction(name, 'readwrite').objectStore(name)
      for (const key of await done(store.getAllKeys())) {
        const kept = await done(store.get(key))
        await done(store.put({ ...kept, until: Date.now() - 1 }, key))
      }
    }
    database.close()
  })

describe('who sent on the last evening and comes back when the round has closed', () => {
  /** Somebody whose answer never came, whether or not the report had arrived. */
  async function withoutAnswer(arrives: boolean) {
    const page = await stage.person()
    await page.route('**/c/*', async (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      if (arrives) await route.fetch()
      return route.abort()
    })
    await page.goto(landing())
    await tell(page, { text: words })
    await send(page)
    await page.locator('[data-moment=noAnswer]').waitFor()
    await page.unroute('**/c/*')
    return page
  }

  test('has the receipt with its code, or the words; either can be cleared, and goes by itself after a day', async () => {
    const [arrived, lost] = [await withoutAnswer(true), await withoutAnswer(false)]
    const yesterday = addDays(dayOf(new Date()), -1)
    await played.house.db.update(rounds).set({ intakeClosesOn: yesterday })

    for (const page of [arrived, lost]) {
      await page.goto(landing())
      await page.getByRole('heading', { name: '已经截止' }).waitFor()
      await page.getByText('可能还没送到').waitFor()
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('kept')
    }
    await picture(arrived, 'kept-closed')
    for (const lang of langs) {
      await arrived.goto(`${landing()}?lang=${lang}`)
      await arrived.locator('#kept').waitFor()
      expect(await barriers(arrived), lang).toEqual([])
    }
    await arrived.goto(landing())
    await arrived.getByRole('button', { name: '看回执' }).click()
    const { code } = await receipt(arrived)
    await arrived.goto(landing())
    await arrived.getByText('回执还在这部手机里').waitFor()
    await arrived.getByRole('button', { name: '看回执' }).click()
    expect((await receipt(arrived)).code).toBe(code)
    await arrived.goto(landing())
    await clearKept(arrived)
    await expect.poll(() => held(arrived)).toMatchObject({ drafts: 0 })
    await arrived.reload()
    await arrived.getByRole('heading', { name: '已经截止' }).waitFor()
    expect(await arrived.locator('#kept').isVisible()).toBe(false)

    await lost.getByRole('button', { name: '看回执' }).click()
    await lost.locator('#kept-told').getByText('没收下。您写的还在').waitFor()
    expect(await lost.locator('#kept').getByLabel('您写的').inputValue()).toBe(words)
    await picture(lost, 'kept-closed-refused')
    expect(await barriers(lost)).toEqual([])
    expect(await held(lost)).toEqual({ drafts: 1, words: 1 })
    await letExpire(lost)
    await lost.goto(played.origin + paths.safer)
    await expect.poll(() => held(lost)).toEqual({ drafts: 0, words: 0 })
  })

  test('a page that keeps nothing makes no store on the phone', async () => {
    const page = await stage.person()
    for (const address of [landing(), played.origin + paths.safer]) {
      await page.goto(address, { waitUntil: 'networkidle' })
      expect(await held(page)).toBeUndefined()
    }
  })
})
