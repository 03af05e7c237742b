import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { langs } from '../../src/i18n/speak.ts'
import { atNotice } from './at-notice.ts'
import { barriers } from './barriers.ts'
import { juts, picture } from './chromium.ts'
import { begin, drafts, keeps, killed, openStep, sayWhose } from './drafting.ts'
import { receipt, send, tell } from './resident-hands.ts'
import { added, paper, pieces, whole } from './with-files.ts'

const { stage, landing, words } = atNotice()

const question = '查询码抄好了吗？离开后就看不到了。'
const asked = (page: Page) => page.locator('[data-asked]')

/** What the browser itself asks before it turns to another page; each time they stay. */
function dialogs(page: Page): string[] {
  const kinds: string[] = []
  page.on('dialog', async (dialog) => {
    kinds.push(dialog.type())
    await dialog.dismiss()
  })
  return kinds
}

async function toReceipt(page: Page, { whose, isHelper }: { whose?: 'own' | 'others'; isHelper?: boolean }) {
  await page.goto(landing())
  await tell(page, { text: words })
  if (whose) await sayWhose(page, whose)
  if (isHelper) await page.locator('label.pick:has(#forOther)').click()
  await send(page)
  return receipt(page)
}

test.each([
  { who: 'who let nothing be kept', whose: 'others', isHelper: false },
  { who: 'who writes for another on their own phone', whose: 'own', isHelper: true },
] as const)(
  '$who is asked before a link of the receipt leads away from its code',
  async ({ whose, isHelper }) => {
    const page = await stage.person()
    const { code } = await toReceipt(page, { whose, isHelper })
    const kinds = dialogs(page)
    const here = page.url()
    for (const name of ['查进度', '更放心的做法']) {
      await page.getByRole('link', { name }).click()
      await asked(page).getByText(question).waitFor()
      expect(await asked(page).count()).toBe(1)
    }
    await picture(page, `receipt-asks-${isHelper}`)
    expect(await barriers(page)).toEqual([])
    expect(await juts(page)).toBe(false)
    await asked(page).getByRole('button', { name: '再抄一下' }).click()
    expect(await asked(page).count()).toBe(0)
    expect(page.url()).toBe(here)
    expect((await receipt(page)).code).toBe(code)
    expect(kinds).toEqual([])

    // What leads away and is no link of ours, the browser asks about.
    await page.evaluate(() => setTimeout(() => location.reload()))
    await expect.poll(() => kinds).toEqual(['beforeunload'])
    expect((await receipt(page)).code).toBe(code)

    await page.getByRole('link', { name: '查进度' }).click()
    await asked(page).getByRole('link', { name: '抄好了，离开' }).click()
    await page.getByRole('heading', { name: '查进度' }).waitFor()
    expect(kinds).toHaveLength(1)
  },
)

test('who writes for another is told nothing of keeping, and has the receipt until it has been seen', async () => {
  const page = await stage.person()
  await page.goto(landing())
  await tell(page, { text: words })
  await sayWhose(page, 'own')
  await added(page, 'paper', paper, { name: '合同.pdf', mimeType: 'application/pdf' })
  await page.locator('label.pick:has(#forOther)').click()
  let isHeld = true
  await pieces(page, () => (isHeld ? 'gone' : undefined))
  await send(page)
  const { code } = await receipt(page)
  await page.getByText('没有打印机，就把查询码抄给本人。').waitFor()
  const goOn = page.getByRole('button', { name: '接着送' })
  await goOn.waitFor()
  const kept = page.getByText('这部手机把回执存一天。')
  expect(await kept.isVisible()).toBe(false)

  // Cut off before it was copied: once all has arrived the receipt can still be asked for, and then no more.
  const back = await killed(page)
  isHeld = false
  await back.goto(landing())
  await whole(back)
  const withoutKey = expect.not.objectContaining({ dek: expect.anything() })
  await expect.poll(() => drafts(back)).toEqual([withoutKey])
  await back.getByRole('button', { name: '看回执' }).click()
  expect((await receipt(back)).code).toBe(code)
  await expect.poll(() => drafts(back)).toEqual([])
  const kinds = dialogs(back)
  await back.evaluate(() => setTimeout(() => location.reload()))
  await expect.poll(() => kinds).toEqual(['beforeunload'])
})

test('who leaves by the button that clears has been asked once, and by no browser', async () => {
  const page = await stage.person()
  await toReceipt(page, { whose: 'others' })
  const kinds = dialogs(page)
  await page.getByText('抄好了，离开并清除').click()
  await page.getByRole('link', { name: '抄好了，离开' }).click()
  await page.getByRole('heading', { name: '都清掉了' }).waitFor()
  expect(kinds).toEqual([])
})

test('whose phone keeps the receipt is not asked, finds it again, and clears it only when told what goes', async () => {
  const page = await stage.person()
  const { code } = await toReceipt(page, { whose: 'own' })
  const kinds = dialogs(page)
  await page.getByRole('link', { name: '查进度' }).click()
  await page.getByRole('heading', { name: '查进度' }).waitFor()
  expect(kinds).toEqual([])
  for (const lang of langs.toReversed()) {
    await page.goto(`${landing()}?lang=${lang}`)
    await page.locator('#kept summary').click()
    await page.locator('#kept [data-clear]').waitFor()
    await picture(page, `kept-clear-asks-${lang}`)
    expect(await barriers(page), lang).toEqual([])
  }
  await page.locator('#kept').getByText('查询码会跟着清掉，以后找不回来。').waitFor()
  await page.getByRole('button', { name: '先不清' }).click()
  expect(await page.locator('#kept [data-clear]').isVisible()).toBe(false)
  await page.getByRole('button', { name: '看回执' }).click()
  expect((await receipt(page)).code).toBe(code)
})

test('a day later the phone has neither the receipt nor the line that leads to it', async () => {
  const page = await stage.person()
  await toReceipt(page, { whose: 'own' })
  await page.goto(landing())
  await page.getByText('回执还在这部手机里').waitFor()
  expect(await drafts(page)).toHaveLength(1)
  const tomorrow = Date.now() + 86_400_000 + 60_000
  await page.addInitScript((now) => {
    Date.now = () => now
  }, tomorrow)
  await page.goto(landing())
  await page.locator('#kind button').first().waitFor()
  await expect.poll(() => drafts(page)).toEqual([])
  expect(await page.locator('#kept').isVisible()).toBe(false)
})

test.each(['own', 'others'] as const)(
  'a size is taken on where one is, and nothing typed is lost (%s)',
  async (whose) => {
    const page = await stage.person()
    const kinds = dialogs(page)
    await page.goto(landing())
    await begin(page)
    await sayWhose(page, whose)
    await openStep(page, 2)
    expect(await page.getByText('青塘村不用再写。').isVisible()).toBe(true)
    await page.locator('#text').fill(words)
    await openStep(page, 3)
    await page.locator('label.pick:has([name=reply][value=named])').click()
    await page.locator('#phone').fill('13900000077')
    await page.locator('#name').fill('韦小妹')
    await page.locator('label.pick:has(#consent)').click()
    for (const [name, size] of [
      ['更大', 'largest'],
      ['标准', 'standard'],
      ['大', 'large'],
    ] as const) {
      await page.getByRole('link', { name, exact: true }).click()
      await page.locator(`html[data-size=${size}] [data-step="3"]:not([hidden])`).waitFor()
      expect(await page.locator('.choices [aria-current=true]').allInnerTexts()).toEqual([name])
      expect(await page.locator('#phone').inputValue()).toBe('13900000077')
      expect(await page.locator('#name').inputValue()).toBe('韦小妹')
      expect(await page.locator('#consent').isChecked()).toBe(true)
    }
    expect(new URL(page.url()).search).toBe('?size=large')
    expect(kinds).toEqual([])
    await page.getByText('交出去以前，电话和姓名不存。').waitFor()
    await picture(page, `size-in-place-${whose}`)
    expect(await barriers(page)).toEqual([])
    if (whose === 'others') return
    await keeps(page, { text: words })
    await page.getByRole('link', { name: 'English' }).click()
    await page.locator('html[lang=en][data-size=large] [data-step="3"]:not([hidden])').waitFor()
    await expect.poll(() => page.locator('#text').inputValue()).toBe(words)
    expect(await page.locator('#phone').inputValue()).toBe('')
    await page.getByText('are not kept until you send').waitFor()
  },
)
