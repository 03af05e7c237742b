import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { atTeam } from '../cast/at-team.ts'
import { atNotice } from './at-notice.ts'
import { drafts, openStep, sayWhose } from './drafting.ts'
import { phonePhoto } from './phone-photo.ts'
import { clearKept, receipt, send, tell } from './resident-hands.ts'
import { added, pieces, toFiles } from './with-files.ts'

// Who sends more than once from the same notice within a day.

const { stage, played, landing, filed, words } = atNotice()

/** Nothing that is sent arrives until this is called. */
async function cut(context: BrowserContext) {
  await context.route('**/c/*', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.fallback(),
  )
  return () => context.unroute('**/c/*')
}

async function another(page: Page) {
  const next = await page.context().newPage()
  await page.close()
  await next.goto(landing())
  return next
}

/** Somebody whose report had no answer and never arrived, back at the notice. */
async function unanswered(text: string) {
  const page = await stage.person()
  const mend = await cut(page.context())
  await page.goto(landing())
  await tell(page, { text })
  await send(page)
  await page.locator('[data-moment=noAnswer]').waitFor()
  await mend()
  const back = await another(page)
  await back.getByText('可能还没送到').waitFor()
  return back
}

const arrivedOnes = async (page: Page) =>
  (await drafts(page)).filter((draft) => 'arrived' in draft && draft.arrived)

test('what may not have arrived is offered before what has, and then the receipt of that', async () => {
  const before = await filed()
  const page = await unanswered('第一件：村口的路塌了一段。')
  await tell(page, { text: '第二件：水渠堵了三个月。' })
  await send(page)
  const second = await receipt(page)
  expect(await filed()).toBe(before + 1)

  const back = await another(page)
  await back.getByText('可能还没送到').waitFor()
  expect(await back.getByText('回执还在这部手机里').isVisible()).toBe(false)
  await back.getByRole('button', { name: '看回执' }).click()
  const first = await receipt(back)
  expect(await filed()).toBe(before + 2)

  const again = await another(back)
  await again.getByText('回执还在这部手机里').waitFor()
  expect(await again.getByText('可能还没送到').isVisible()).toBe(false)
  await again.getByRole('button', { name: '看回执' }).click()
  expect(await receipt(again)).toEqual(first)
  const last = await another(again)
  await clearKept(last)
  await expect.poll(() => arrivedOnes(last)).toHaveLength(1)
  await last.getByRole('button', { name: '看回执' }).click()
  expect(await receipt(last)).toEqual(second)
})

test('what is cleared makes room for what was sent besides it, as it stands when it is offered first', async () => {
  const page = await unanswered('第一件：村口的路塌了一段。')
  await tell(page, { text: '第二件：水渠堵了三个月。' })
  await send(page)
  const second = await receipt(page)
  const back = await another(page)
  await back.getByText('可能还没送到').waitFor()
  const mend = await cut(back.context())
  await back.getByRole('button', { name: '看回执' }).click()
  await back.getByText('还没送到。您写的都在，请再点“看回执”。').waitFor()
  await mend()
  await clearKept(back)
  await back.getByText('回执还在这部手机里').waitFor()
  expect(await back.evaluate(() => document.activeElement?.id)).toBe('kept')
  expect(await back.getByText('可能还没送到').isVisible()).toBe(false)
  expect(await back.getByText('还没送到。您写的都在，请再点“看回执”。').isVisible()).toBe(false)
  // Asked before the next goes, too.
  await back.locator('#kept summary').click()
  await back.locator('#kept').getByRole('button', { name: '先不清' }).click()
  expect(await back.locator('#kept [data-clear]').isVisible()).toBe(false)
  await back.getByRole('button', { name: '看回执' }).click()
  expect(await receipt(back)).toEqual(second)
  const last = await another(back)
  await clearKept(last)
  await last.locator('#kept').waitFor({ state: 'detached' })
  expect(await drafts(last)).toEqual([])
})

test('what is being written outlives a reload while something sent before has not arrived', async () => {
  const page = await unanswered('第一件：村口的路塌了一段。')
  await page.locator('#kind button').first().click()
  await page.locator('label[for="tile-B3"]').click()
  await openStep(page, 2)
  await page.locator('#text').fill(words)
  await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(1)
  await page.reload()
  await page.locator('[data-step="2"]:not([hidden])').waitFor()
  expect(await page.locator('#text').inputValue()).toBe(words)
})

test('the photos of a report follow it also where another one is offered', async () => {
  const page = await unanswered('第一件：村口的路塌了一段。')
  await toFiles(page, landing())
  await sayWhose(page, 'own')
  await added(page, 'photo', (await phonePhoto(page)).bytes)
  await page.locator('#text').fill(words)
  await openStep(page, 3)
  await pieces(page, () => 'gone')
  await send(page)
  const { enquiryNumber } = await receipt(page)
  await page.getByText('照片 1：等信号').waitFor()
  await page.context().unroute('**/files/**')

  const back = await another(page)
  await back.getByText('可能还没送到').waitFor()
  await expect
    .poll(async () => (await atTeam(played.place, enquiryNumber)).files.map(({ state }) => state), {
      timeout: 30_000,
    })
    .toEqual(['whole'])
  // It says nothing of them beside what they do not belong to.
  expect(await back.locator('#on-the-way').count()).toBe(0)
  await expect
    .poll(() => arrivedOnes(back))
    .toEqual([expect.not.objectContaining({ dek: expect.anything() })])
  await clearKept(back)
  await back.getByText('回执还在这部手机里').waitFor()
})
