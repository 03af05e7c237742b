import { describe, expect, test } from 'vitest'
import { atNotice } from './at-notice.ts'
import { barriers, picture } from './chromium.ts'
import { receipt, send, tell } from './resident-hands.ts'

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
    await again.getByRole('button', { name: '清掉' }).click()
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

  test('is told when there is no signal, and sends when it is back', async () => {
    const page = await stage.person()
    await page.goto(landing())
    await tell(page, { text: words })
    await page.waitForLoadState('networkidle')
    await page.context().setOffline(true)
    await send(page)
    await page.getByText('现在没有信号。您写的都在，有信号再点一次。').waitFor()
    expect(await page.locator('#text').getAttribute('readonly')).toBeNull()
    expect(await page.locator('[data-step="3"] [data-back]').isEnabled()).toBe(true)
    await page.context().setOffline(false)
    await page.getByRole('button', { name: '再送一次' }).click()
    await receipt(page)
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
