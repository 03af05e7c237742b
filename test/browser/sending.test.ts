import { describe, expect, test } from 'vitest'
import { atNotice } from './at-notice.ts'
import { barriers } from './barriers.ts'
import { picture, pressPrint } from './chromium.ts'
import { clearKept, receipt, send, tell } from './resident-hands.ts'

const { stage, landing, filed, words } = atNotice()

describe('a resident with scripts', () => {
  test('gets the same receipt after a lost answer, a second press and a killed tab', async () => {
    const before = await filed()
    const page = await stage.person()
    await page.route('**/c/*', async (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      await route.fetch()
      return route.abort()
    })
    await page.goto(landing())
    await tell(page, { text: words })
    await send(page)
    await page.locator('[data-moment=noAnswer]').waitFor()
    await picture(page, 'resident-no-answer')
    expect(await page.locator('#text').getAttribute('readonly')).not.toBeNull()
    expect(
      await page.locator('[data-step="3"] [data-back]').evaluate((b) => getComputedStyle(b).borderStyle),
    ).toBe('dashed')
    expect(await barriers(page)).toEqual([])
    expect(await filed()).toBe(before + 1)
    await page.close()

    const again = await page.context().newPage()
    await again.goto(landing())
    await again.getByText('可能还没送到').waitFor()
    expect(await again.evaluate(() => document.activeElement?.id)).toBe('kept')
    await again.route('**/c/*', (route) => route.abort())
    await again.getByRole('button', { name: '看回执' }).click()
    await again.getByText('还没送到。您写的都在，请再点“看回执”。').waitFor()
    await again.unroute('**/c/*')
    await again.locator('#kind button').first().click()
    expect(await again.locator('#kept').isVisible()).toBe(false)
    await again.goBack()
    await again.locator('#kept').waitFor()
    await picture(again, 'resident-kept')
    expect(await barriers(again)).toEqual([])
    await again.getByRole('button', { name: '看回执' }).click()
    const first = await receipt(again)

    await again.goto(landing())
    await again.getByText('回执还在这部手机里').waitFor()
    await again.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await again.reload()
    await again.getByText('回执还在这部手机里').waitFor()
    await expect.poll(() => again.evaluate(() => scrollY)).toBe(0)
    await again.route('**/c/*', (route) => setTimeout(() => route.abort(), 500))
    await again.getByRole('button', { name: '看回执' }).dblclick()
    await again.getByText('正在取回执').waitFor()
    await again.getByText('现在没有信号。有信号再点一次。', { exact: true }).waitFor()
    await picture(again, 'resident-kept-offline')
    await again.unroute('**/c/*')
    await again.getByRole('button', { name: '看回执' }).click()
    expect(await receipt(again)).toEqual(first)
    expect(await filed()).toBe(before + 1)

    await again.goto(landing())
    await clearKept(again)
    await again.locator('#kept').waitFor({ state: 'detached' })
    await again.reload()
    await again.locator('#kind button').first().waitFor()
    expect(await again.locator('#kept').isVisible()).toBe(false)
  })

  test('presses twice and has one report', async () => {
    const before = await filed()
    const page = await stage.person()
    await page.goto(landing())
    await tell(page, { text: words })
    await page.locator('#send').dblclick()
    await receipt(page)
    expect(await filed()).toBe(before + 1)
  })

  test('whose browser is always said to be offline is told so once, and can send', async () => {
    const page = await stage.person()
    await page.addInitScript(() => Object.defineProperty(navigator, 'onLine', { get: () => false }))
    await page.goto(landing())
    await tell(page, { text: words })
    await send(page)
    await page.getByText('现在没有信号。您写的都在，有信号再点一次。').waitFor()
    expect(await page.locator('#text').getAttribute('readonly')).toBeNull()
    await page.getByRole('button', { name: '再送一次' }).click()
    await receipt(page)
  })

  test('is told when there is no signal; it waits, unless it is changed, and goes by itself when that is back', async () => {
    const before = await filed()
    const page = await stage.person()
    await page.goto(landing())
    await tell(page, { text: words })
    await page.waitForLoadState('networkidle')
    await page.context().setOffline(true)
    await send(page)
    await page.getByText('现在没有信号。您写的都在，有信号再点一次。').waitFor()
    expect(await page.locator('#text').getAttribute('readonly')).toBeNull()
    expect(await page.locator('[data-step="3"] [data-back]').isEnabled()).toBe(true)
    const waits = page.getByText('网页开着，信号一来也会自己送。')
    await waits.waitFor()
    // What is being changed is not what was to be sent.
    await page.locator('label.pick:has(#afraid)').click()
    await expect.poll(() => waits.isVisible()).toBe(false)
    await page.context().setOffline(false)
    await page.waitForTimeout(300)
    expect(await filed()).toBe(before)
    await page.context().setOffline(true)
    await send(page)
    await waits.waitFor()
    await page.context().setOffline(false)
    await receipt(page)
    expect(await filed()).toBe(before + 1)
  })

  test('is told after eight seconds that the signal is slow, and has the receipt when it comes', async () => {
    const page = await stage.person()
    await page.clock.install()
    let go = () => {}
    const slowly = new Promise<void>((resolve) => {
      go = resolve
    })
    await page.route('**/c/*', async (route) => {
      if (route.request().method() === 'POST') await slowly
      return route.continue()
    })
    await page.goto(landing())
    await tell(page, { text: words })
    await send(page)
    const slow = page.getByText('信号慢，还在送。您写的都在，不会丢。')
    await page.locator('[data-moment=sending]').waitFor()
    expect(await slow.isVisible()).toBe(false)
    await page.clock.fastForward(8000)
    await slow.waitFor()
    expect(await page.locator('[data-moment]:visible').count()).toBe(1)
    await picture(page, 'resident-slow')
    expect(await barriers(page)).toEqual([])
    go()
    await receipt(page)
    expect(await slow.count()).toBe(0)
  })

  test('is asked for group 3 of what was copied, and told whether it is right', async () => {
    const page = await stage.person()
    await page.goto(landing())
    await tell(page, { text: words })
    await send(page)
    const { code } = await receipt(page)
    const check = page.getByLabel('核对一下：第 3 组是哪四个数字？')
    const [right, different] = [page.getByText('对了，抄得没错。'), page.getByText('请再看第 3 组')]
    const tells = async () => [await right.isVisible(), await different.isVisible()]
    const third = code.slice(8, 12)
    const other = third.replace(/.$/, (digit) => String((Number(digit) + 1) % 10))
    for (const [typed, told] of [
      [third.slice(0, 3), [false, false]],
      [other, [false, true]],
      ['', [false, false]],
      [` ${third.slice(0, 2)} ${third.slice(2)}`, [true, false]],
    ] as const) {
      await check.fill(typed)
      expect(await tells(), typed).toEqual(told)
    }
    await picture(page, 'resident-check')
    expect(await barriers(page)).toEqual([])
  })

  test('prints a slip with the code’s picture and how to ask, and nothing of the rest', async () => {
    const page = await stage.person()
    await page.goto(landing())
    await tell(page, { text: words })
    await send(page)
    const { enquiryNumber } = await receipt(page)
    await page.locator('img.picture[src]').waitFor()
    await pressPrint(page, '打印小条')
    await page.emulateMedia({ media: 'print' })
    const lines = (await page.locator('body').innerText()).split('\n').filter(Boolean)
    const { host } = new URL(landing())
    expect(lines).toEqual([
      '便民回执',
      '这是您的查询码',
      expect.stringMatching(`^受理号 ${enquiryNumber}　${host}　[\\d-]{8,}$`),
      '请收好，别给别人看。',
    ])
    expect(await page.locator('img:visible').count()).toBe(1)
    await picture(page, 'resident-slip-alone')
    await page.emulateMedia({ media: 'screen' })
    expect(await page.locator('.code').isVisible()).toBe(true)
  })

  test('leaves and clears: the receipt is gone from the phone', async () => {
    const page = await stage.person()
    await page.goto(landing())
    await tell(page, {
      callMe: true,
      tile: 'unsorted',
      reply: 'contactOnly',
      phone: '13900000033',
      afraid: true,
    })
    await send(page)
    await receipt(page)
    await page.locator('img.picture[src]').waitFor()
    await page.emulateMedia({ media: 'print' })
    await picture(page, 'resident-slip')
    expect(await page.locator('.code').isVisible()).toBe(false)
    await page.getByText('便民回执', { exact: true }).waitFor()
    await page.emulateMedia({ media: 'screen' })
    await page.locator('.ask summary').click()
    await page.getByText('抄好了，离开', { exact: true }).click()
    await page.getByText('都清掉了').waitFor()
    await page.goto(landing())
    await page.locator('#kind button').first().waitFor()
    expect(await page.locator('#kept').isVisible()).toBe(false)
  })
})
