import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { paths } from '../../src/paths.ts'
import { reports } from '../../src/reports/tables.ts'
import { players } from '../cast/people.ts'
import { atNotice } from './at-notice.ts'
import { barriers } from './barriers.ts'
import { officePc, picture } from './chromium.ts'
import { sayWhose } from './drafting.ts'
import { hold } from './held.ts'
import { signIn } from './office-hands.ts'
import { phonePhoto } from './phone-photo.ts'
import { receipt, send, tell, tellPlainly } from './resident-hands.ts'
import { openReport } from './team-hands.ts'
import { added, toFiles, whole } from './with-files.ts'

const { stage, played, landing, words } = atNotice()

/** How a tile's picture is drawn: which file, and how far along it. */
const pictures = (page: Page) =>
  page.locator('.tile').evaluateAll((tiles) =>
    tiles.map((tile) => {
      const { maskImage, maskPosition } = getComputedStyle(tile, '::before')
      return [maskImage.replace(/^.*\/built/, '').replace(/-\w+\.svg.*/, ''), maskPosition]
    }),
  )

test.each([true, false])('every tile has a picture of its own (scripts: %s)', async (scripts) => {
  const page = await stage.person({ scripts })
  const since = stage.requests.length
  const drawings = () => stage.requests.slice(since).filter((address) => address.endsWith('.svg'))
  await page.goto(landing())
  if (scripts) {
    await page.locator('#kind button').first().click({ trial: true })
    expect(drawings(), 'before they are to be seen').toEqual([])
    await page.locator('#kind button').first().click()
  }
  await expect.poll(drawings).toHaveLength(1)
  const found = await pictures(page)
  expect(found).toHaveLength(13)
  expect(new Set(found.map(([file]) => file))).toEqual(new Set(['/pictures']))
  expect(new Set(found.map(([, along]) => along)).size).toBe(13)
})

const weChat =
  'Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/86.0 Mobile Safari/537.36 MicroMessenger/8.0.40'
const strip = '[data-wechat]'

test('WeChat is told how to leave it, by the page and in one line, and nobody else is', async () => {
  for (const lang of ['zh', 'en']) {
    const inWeChat = await stage.person({ agent: weChat, height: 640 })
    const said =
      lang === 'zh'
        ? '想更稳妥，点右上角，用浏览器打开。'
        : 'For more safety, open in the browser from the top right.'
    for (const address of [landing(), played.origin + paths.progress, played.origin + paths.genuine]) {
      await inWeChat.goto(`${address}?lang=${lang}`)
      await inWeChat.locator(strip).getByText(said).waitFor()
      expect(await barriers(inWeChat)).toEqual([])
    }
    for (const size of lang === 'zh' ? ['standard', 'large', 'largest'] : ['standard', 'large']) {
      await inWeChat.goto(`${landing()}?lang=${lang}&size=${size}`)
      await inWeChat.locator('#kind button').first().waitFor()
      await picture(inWeChat, `wechat-${lang}-${size}`)
      const [bottom, demo] = await inWeChat.evaluate(() => [
        document.querySelector('#kind button')?.getBoundingClientRect().bottom ?? 999,
        document.querySelector('.demo:not([data-wechat])')?.getBoundingClientRect().height ?? 0,
      ])
      // A real office has no strip that says it is invented.
      expect((bottom ?? 999) - (demo ?? 0), `${lang} ${size}`).toBeLessThanOrEqual(640)
    }
    await inWeChat.context().close()
  }
  const elsewhere = await stage.person()
  await elsewhere.goto(landing())
  await elsewhere.locator('#kind button').first().waitFor()
  expect(await elsewhere.locator(strip).isVisible()).toBe(false)
  const plain = await stage.person({ agent: weChat, scripts: false })
  await plain.goto(landing())
  expect(await plain.locator(strip).isVisible()).toBe(false)
})

test('a size that is chosen goes along from page to page, by its address and by nothing else', async () => {
  const page = await stage.person()
  await page.goto(landing())
  await page.getByRole('link', { name: '更大', exact: true }).click()
  const size = () => page.evaluate(() => document.documentElement.dataset.size)
  await expect.poll(size).toBe('largest')
  await tell(page, { text: words })
  await send(page)
  await receipt(page)
  expect(await size()).toBe('largest')
  await page.getByRole('button', { name: '大', exact: true }).click()
  expect(await size()).toBe('large')
  await page.getByText('抄好了，离开并清除').click()
  await page.getByText('抄好了，离开', { exact: true }).click()
  await page.getByRole('heading', { name: '都清掉了' }).waitFor()
  expect(await size()).toBe('large')
  await page.getByRole('link', { name: '更放心的做法' }).click()
  await page.getByRole('heading', { name: '更放心的做法' }).waitFor()
  expect(await size()).toBe('large')
  expect(await page.context().cookies()).toEqual([])
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
})

const helped = { text: words, reply: 'contactOnly', phone: '13900000031' } as const
const tickForOther = (page: Page) => page.locator('label.pick:has(#forOther)').click()
const slipToThem = '请把小条交给本人，您手机里的会清掉。'
/** How many reports this browser keeps, words and receipts. */
const keptHere = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        const opening = indexedDB.open('kept')
        opening.onupgradeneeded = () => opening.transaction?.abort()
        opening.onerror = () => done(0)
        opening.onsuccess = () => {
          const all = opening.result.transaction('drafts').objectStore('drafts').getAllKeys()
          all.onsuccess = () => {
            opening.result.close()
            done(all.result.filter((key) => key !== 'own').length)
          }
        }
      }),
  )

test.each([true, false])(
  'who writes for another gives the slip away and keeps nothing (scripts: %s)',
  async (scripts) => {
    const page = await stage.person({ scripts })
    await page.goto(landing())
    await (scripts ? tell : tellPlainly)(page, helped)
    if (scripts) expect(await page.locator('#helper').isVisible()).toBe(false)
    await tickForOther(page)
    await page.locator('#helper').fill('12')
    await send(page)
    await page.locator('#mend').getByText('电话好像不对').waitFor()
    expect(await barriers(page)).toEqual([])
    await page.locator('#helper').fill('13900000032')
    await send(page)
    const { enquiryNumber } = await receipt(page)
    await page.getByText(slipToThem).waitFor()
    await picture(page, `helper-receipt-${scripts ? '' : 'plain'}`)
    if (scripts) await expect.poll(() => keptHere(page)).toBe(0)

    const [row] = await played.house.db.select().from(reports).where(eq(reports.enquiryNumber, enquiryNumber))
    expect(row).toMatchObject({ forOther: true, identityMode: 'contactOnly' })
    const leader = await stage.person(officePc)
    await signIn(leader, played, players.li)
    await openReport(leader, played.origin + paths.desk(row?.teamId ?? ''), enquiryNumber)
    await leader.getByText('替人写').first().waitFor()
    await leader.locator('#contact input[type=radio]').first().check()
    await leader.locator('#contact button[type=submit]').first().click()
    await expect.poll(() => leader.locator('#contact [data-field=phone]').textContent()).toBe('13900000031')
    expect(await leader.locator('#contact [data-field=helper]').textContent()).toBe('13900000032')
  },
)

test('a file for another stays on the phone until it has followed, whoever looks meanwhile, and goes then', async () => {
  const page = await toFiles(await stage.person(), landing())
  await sayWhose(page, 'own')
  await added(page, 'photo', (await phonePhoto(page)).bytes)
  await page.locator('#text').fill(words)
  await page.locator('[data-step]:not([hidden]) [data-next]').click()
  await tickForOther(page)
  const pieces = await hold(page.context(), '**/files/**', { method: 'PUT' })
  await send(page)
  await receipt(page)
  await expect.poll(() => pieces.asked.length).toBe(1)
  await page.reload()
  await expect.poll(() => pieces.asked.length).toBe(2)
  const before = await keptHere(page)
  expect(before).toBeGreaterThan(1)
  await page.getByRole('button', { name: '看回执' }).click()
  await receipt(page)
  expect(await keptHere(page)).toBe(before)
  pieces.open()
  await whole(page)
  await expect.poll(() => keptHere(page)).toBe(0)
})

test('who writes for themselves is told nothing of a slip for somebody else', async () => {
  const page = await stage.person()
  await page.goto(landing())
  await tell(page, { text: words })
  await send(page)
  await receipt(page)
  expect(await page.getByText(slipToThem).count()).toBe(0)
  expect(await keptHere(page)).toBe(1)
})
