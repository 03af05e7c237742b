import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { atTeam } from '../cast/at-team.ts'
import { atNotice } from './at-notice.ts'
import { barriers } from './barriers.ts'
import { juts, picture } from './chromium.ts'
import { begin, drafts, killed, openStep, sayWhose } from './drafting.ts'
import { phonePhoto } from './phone-photo.ts'
import { receipt, send } from './resident-hands.ts'
import { added, lines, paper, pieces, toFiles, whole } from './with-files.ts'

const { stage, played, landing, words } = atNotice()

/** Somebody at the words, where files are added. */
const atWords = async () => toFiles(await stage.person(), landing())

test('photos arrive whole though the line is cut twice, and the receipt waits for none of them', async () => {
  const page = await atWords()
  for (const _ of [1, 2]) await added(page, 'photo', (await phonePhoto(page)).bytes)
  await page.locator('#text').fill(words)
  await openStep(page, 3)
  let isHeld = true
  const asked = await pieces(page, (at) =>
    isHeld ? 'gone' : at === 4 ? 'gone' : at === 6 ? 'lost' : undefined,
  )
  await send(page)
  const { enquiryNumber } = await receipt(page)
  const box = page.locator('#on-the-way')
  await box.getByText('照片 1：等信号').waitFor()
  await box.getByText('照片 2：还没送').waitFor()
  await box.getByText('话已经收到了。照片送完前，先别清除。').waitFor()
  await picture(page, 'attaching-waiting')
  expect(await barriers(page)).toEqual([])
  asked.splice(0)
  isHeld = false
  await box.getByRole('button', { name: '接着送' }).click()
  await whole(page)
  expect(new Set(asked).size).toBeLessThan(asked.length)
  const { body, files } = await atTeam(played.place, enquiryNumber)
  expect(body.files).toBe('photo photo')
  expect(files.map(({ state, manifest }) => `${state} ${manifest?.order}`)).toEqual(['whole 0', 'whole 1'])
})

test('a tab that is killed after the receipt: whoever comes back finds the rest on its way, from where it was', async () => {
  const page = await atWords()
  await sayWhose(page, 'own')
  for (const _ of [1, 2]) await added(page, 'photo', (await phonePhoto(page)).bytes)
  await page.locator('#text').fill(words)
  await openStep(page, 3)
  const asked = await pieces(page, (at) => (at > 1 ? 'gone' : undefined))
  await send(page)
  const { enquiryNumber } = await receipt(page)
  await page.getByText('照片 1：等信号').waitFor()
  const arrived = asked.slice(0, 1)
  const next = await killed(page)
  await page.context().unrouteAll()
  const asking = await pieces(next, () => undefined)
  await next.goto(landing())
  await next.locator('#kept #on-the-way').waitFor()
  await whole(next)
  await picture(next, 'attaching-back')
  expect(asking.filter((one) => arrived.includes(one))).toEqual([])
  const { files } = await atTeam(played.place, enquiryNumber)
  expect(files.map(({ state }) => state)).toEqual(['whole', 'whole'])
  // Neither key nor words nor pictures are left.
  await expect.poll(() => drafts(next)).toEqual([expect.not.objectContaining({ dek: expect.anything() })])
  await next.getByRole('button', { name: '看回执' }).click()
  expect((await receipt(next)).enquiryNumber).toBe(enquiryNumber)
})

test.each([
  [409, '文件 1', '有 1 件没送到。可以以后用查询码再补。'],
  [409, '照片 1', '有 1 张没送到。可以以后用查询码再补。'],
  [410, '文件 1', '没送完的已经清掉，话还在。'],
])(
  'what is not taken any more (%i, %s) says so beside the receipt, and what to do',
  async (status, name, sentence) => {
    const page = await atWords()
    if (name === '照片 1') await added(page, 'photo', (await phonePhoto(page, 80, 60)).bytes)
    else await added(page, 'paper', paper, { name: '合同.pdf', mimeType: 'application/pdf' })
    await page.locator('#text').fill(words)
    await openStep(page, 3)
    await page.context().route('**/files/**', (route) => {
      if (route.request().method() === 'GET') return route.fallback()
      return route.fulfill({ status, contentType: 'application/json', body: '{}' })
    })
    await send(page)
    await receipt(page)
    await page.getByText(sentence).waitFor()
    await page.getByText(`${name}：没送到`).waitFor()
    expect(await page.getByRole('button', { name: '接着送' }).isVisible()).toBe(false)
    expect(await barriers(page)).toEqual([])
  },
)

test('two PDFs are told apart by name and size, by whoever chose them and on no receipt', async () => {
  const page = await toFiles(await stage.person(), landing())
  const long = 'IMG_20260512_103000_village_assembly_road_repairs_second_revision.pdf'
  const mimeType = 'application/pdf'
  await added(page, 'paper', paper, { name: '合同.pdf', mimeType })
  await added(page, 'paper', Buffer.concat([paper, Buffer.alloc(2.5 * 2 ** 20)]), { name: long, mimeType })
  await lines(page).nth(0).getByText('合同.pdf · 0.1 兆', { exact: true }).waitFor()
  await lines(page).nth(1).getByText(`${long} · 2.6 兆`, { exact: true }).waitFor()
  await picture(page, 'resident-two-papers')
  expect(await juts(page)).toBe(false)
  expect(await barriers(page)).toEqual([])
  await page.locator('#text').fill(words)
  await openStep(page, 3)
  expect(await page.locator('dd.added').innerText()).toBe('文件 1、文件 2')
  await send(page)
  await receipt(page)
  await whole(page)
  expect(await page.content()).not.toMatch(/合同|assembly/)
})

test('what was chosen is there again, with the words, on a phone that keeps them, and is gone when it was left', async () => {
  const page = await atWords()
  await added(page, 'photo', (await phonePhoto(page)).bytes)
  await sayWhose(page, 'own')
  await added(page, 'paper', paper, { name: '合同.pdf', mimeType: 'application/pdf' })
  await page.locator('#text').fill(words)
  await expect.poll(() => drafts(page)).toMatchObject([{ words: { text: words } }])
  const next = await killed(page)
  await next.goto(landing())
  await next.getByRole('button', { name: '接着写' }).click()
  await lines(next).nth(1).waitFor()
  expect(await lines(next).locator('b').allTextContents()).toEqual(['照片 1', '文件 1'])
  await lines(next).nth(0).getByRole('button', { name: '不要这张' }).click()
  await expect.poll(() => lines(next).count()).toBe(1)
  // It goes from the page at once, and from the phone a moment later.
  await expect.poll(() => keptFiles(next)).toEqual([true])
  const again = await killed(next)
  await again.goto(landing())
  await again.getByRole('button', { name: '接着写' }).click()
  await lines(again).getByText('文件 1').waitFor()
  await openStep(again, 3)
  await send(again)
  const { enquiryNumber } = await receipt(again)
  await whole(again)
  const { files } = await atTeam(played.place, enquiryNumber)
  expect(files).toMatchObject([{ kind: 'paper', manifest: { name: '合同.pdf' }, content: paper }])
  await again.goto(landing())
  await begin(again)
  await openStep(again, 2)
  await again.locator('#attach').waitFor()
  expect(await lines(again).count()).toBe(0)
})

/** What stands in the store besides words, by whether it brings its own key along. */
const keptFiles = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<boolean[]>((done) => {
        const opening = indexedDB.open('kept')
        opening.onsuccess = () => {
          const asked = opening.result.transaction('drafts').objectStore('drafts').getAll()
          asked.onsuccess = () => {
            opening.result.close()
            done(asked.result.filter((kept) => 'body' in kept).map((kept) => kept.inTab !== true))
          }
        }
      }),
  )

test('before somebody says whose phone it is, what was chosen opens by its tab or its words alone; on another’s nothing stays', async () => {
  const page = await atWords()
  await added(page, 'photo', (await phonePhoto(page)).bytes)
  await page.locator('#text').fill(words)
  // Who finds the phone finds no key to it, once the tab is closed and its words are gone.
  await expect.poll(() => keptFiles(page)).toEqual([false])
  // Nor in what a browser writes down of a tab: 32 bytes of a key are locked there, with 16 that vouch for them.
  const inTab = () =>
    page.evaluate(() =>
      Object.entries(sessionStorage)
        .filter(([name]) => name !== 'words')
        .map(([, kept]) => kept),
    )
  expect((await inTab()).map((kept) => Buffer.from(kept, 'base64url').length)).toEqual([48])
  await page.waitForTimeout(500)
  await page.reload()
  await lines(page).getByText('照片 1').waitFor()
  expect(await page.locator('#text').inputValue()).toBe(words)
  await sayWhose(page, 'own')
  await expect.poll(() => keptFiles(page)).toEqual([true])

  const other = await atWords()
  await added(other, 'photo', (await phonePhoto(other)).bytes)
  await expect.poll(() => keptFiles(other)).toEqual([false])
  await sayWhose(other, 'others')
  await expect.poll(() => keptFiles(other)).toEqual([])
  await added(other, 'paper', paper)
  expect(await keptFiles(other)).toEqual([])
  await other.locator('#text').fill(words)
  await openStep(other, 3)
  await send(other)
  const { enquiryNumber } = await receipt(other)
  await whole(other)
  expect(await keptFiles(other)).toEqual([])
  expect(await other.getByText('这部手机把回执存一天。').isVisible()).toBe(false)
  await openStep(page, 3)
  await send(page)
  await receipt(page)
  await page.getByText('这部手机把回执存一天。点“快速离开”马上清掉。').waitFor()
  const { files } = await atTeam(played.place, enquiryNumber)
  expect(files.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['photo whole', 'paper whole'])
})

test('what was chosen goes along, also where a weak line brings the words back first and the files not at once', async () => {
  const page = await atWords()
  await added(page, 'paper', paper)
  await page.locator('#text').fill(words)
  await expect.poll(() => keptFiles(page)).toEqual([false])
  await page.waitForTimeout(500)
  const parts = '**/built/attach*'
  await page.route(parts, (route) => route.abort())
  await page.reload()
  await expect.poll(() => page.locator('#text').inputValue()).toBe(words)
  // Begun once more before they came, they are still the draft's.
  await page.reload()
  await expect.poll(() => page.locator('#text').inputValue()).toBe(words)
  await openStep(page, 3)
  await send(page)
  await page.getByText('还没送到。您写的都在，请再送一次。').waitFor()
  await page.unroute(parts)
  await send(page)
  const { enquiryNumber } = await receipt(page)
  await whole(page)
  const { body, files } = await atTeam(played.place, enquiryNumber)
  expect(body).toMatchObject({ text: words, files: 'paper' })
  expect(files).toMatchObject([{ state: 'whole', content: paper }])
})

test('what was not taken, for the page is an old one, is there again on the new one: words and files', async () => {
  const page = await atWords()
  await added(page, 'paper', paper)
  await page.locator('#text').fill(words)
  await openStep(page, 3)
  await page.route('**/c/*', (route) => {
    const request = route.request()
    if (request.method() !== 'POST') return route.continue()
    return route.continue({ postData: JSON.stringify({ ...request.postDataJSON(), tile: 'none' }) })
  })
  await send(page)
  await page.locator('#refused').getByText('您写的都在').waitFor()
  // As before it was sent: with the tab and its words goes the key.
  await expect.poll(() => keptFiles(page)).toEqual([false])
  await page.unroute('**/c/*')
  await page.getByRole('link', { name: '重新打开' }).click()
  await lines(page).getByText('文件 1').waitFor({ state: 'attached' })
  expect(await page.locator('#text').inputValue()).toBe(words)
})
