import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { atNotice } from './at-notice.ts'
import { barriers } from './barriers.ts'
import { picture } from './chromium.ts'
import { begin, drafts, killed, openStep, sayWhose } from './drafting.ts'
import { hold, noTraces, traces } from './held.ts'
import { phonePhoto } from './phone-photo.ts'
import { clearKept, lookUp, receipt, send, tell } from './resident-hands.ts'
import { added, toFiles } from './with-files.ts'

// Who clears what this phone keeps while it is on its way again.

const { stage, played, landing, words } = atNotice()

/** Somebody on their own phone who sent, and had no answer. */
async function unanswered() {
  const page = await stage.person()
  const context = page.context()
  await context.route('**/c/*', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.fallback(),
  )
  await page.goto(landing())
  await tell(page, { text: words })
  await sayWhose(page, 'own')
  await send(page)
  await page.locator('[data-moment=noAnswer]').waitFor()
  return { page, context }
}

/** They are back; what is posted again waits at a gate. */
async function back() {
  const { page, context } = await unanswered()
  await context.unroute('**/c/*')
  const answer = await hold(context, '**/c/*', { method: 'POST', sent: true })
  await page.goto(landing())
  await page.getByText('可能还没送到').waitFor()
  return { page, answer }
}

/** Only that this phone is theirs, which they said. */
const cleared = { ...noTraces, kept: 1 }

const clear = async (page: Page) => {
  await clearKept(page)
  await page.locator('#kept').waitFor({ state: 'detached' })
}

test('what is cleared while it is sent again is stopped, and nothing of it is kept', async () => {
  const { page, answer } = await back()
  await page.getByRole('button', { name: '看回执' }).click()
  await expect.poll(() => answer.asked.length).toBe(1)
  const stopped = page.waitForEvent('requestfailed', (request) => request.method() === 'POST')
  await clear(page)
  await stopped
  answer.open()
  await expect.poll(() => traces(page)).toEqual(cleared)
  expect(await drafts(page)).toEqual([])
  await page.reload()
  await page.locator('#kind button').first().waitFor()
  expect(await page.locator('#kept').isVisible()).toBe(false)
})

test('what is cleared in another tab is not kept again when its answer comes', async () => {
  const { page, answer } = await back()
  await page.getByRole('button', { name: '看回执' }).click()
  await expect.poll(() => answer.asked.length).toBe(1)
  const other = await page.context().newPage()
  await other.goto(landing())
  await other.getByText('可能还没送到').waitFor()
  await clear(other)
  answer.open()
  await receipt(page)
  expect(await traces(other)).toEqual(cleared)
})

test('what is cleared in another tab is not put aside by the one that sends it again', async () => {
  const { page, context } = await unanswered()
  const other = await context.newPage()
  await other.goto(landing())
  await other.getByText('可能还没送到').waitFor()
  await clear(other)
  const posted = page.waitForEvent('requestfailed')
  await send(page)
  await posted
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([])
  expect(await traces(other)).toEqual(cleared)
})

test('files that are on their way stop when they are cleared', async () => {
  const first = await toFiles(await stage.person(), landing())
  await sayWhose(first, 'own')
  await added(first, 'photo', (await phonePhoto(first)).bytes)
  await first.locator('#text').fill(words)
  await openStep(first, 3)
  const pieces = await hold(first.context(), '**/files/**', { method: 'PUT' })
  await send(first)
  await receipt(first)
  await expect.poll(() => pieces.asked.length).toBe(1)
  const page = await killed(first)
  await page.goto(landing())
  await page.locator('#kept #on-the-way').waitFor()
  await expect.poll(() => pieces.asked.length).toBe(2)
  const stopped = page.waitForEvent('requestfailed', (request) => request.method() === 'PUT')
  await clear(page)
  await stopped
  pieces.open()
  await expect.poll(() => drafts(page)).toEqual([])
  await expect.poll(() => traces(page)).toEqual(cleared)
  expect(pieces.asked).toHaveLength(2)
})

test('who leaves and clears is asked before the receipt of another report goes along, wherever that is', async () => {
  const first = await stage.person()
  const sent: string[] = []
  const tellOne = async (page: Page) => {
    await page.goto(landing())
    await tell(page, { text: words })
    await send(page)
    sent.push((await receipt(page)).code)
  }
  await tellOne(first)
  await first.goto(landing())
  await begin(first)
  await first.getByRole('link', { name: '离开并清除' }).click()
  await first.locator('[data-others]').waitFor()
  expect(await first.evaluate(() => document.activeElement?.matches('[data-others]'))).toBe(true)
  await picture(first, 'leave-others')
  expect(await barriers(first)).toEqual([])
  await first.getByText('先不清').last().click()
  await first.locator('[data-others]').waitFor({ state: 'hidden' })
  // What was begun there is kept for minutes, unless this phone is another's.
  await sayWhose(first, 'others')
  await expect.poll(() => drafts(first)).toMatchObject([{ code: sent[0] }])

  const page = await first.context().newPage()
  const question = page.locator('[data-others]')
  const named = () =>
    question.getByText('这部手机里还有另外的回执。查询码会跟着清掉，以后找不回来。').waitFor()
  await tellOne(page)
  await page.getByText('抄好了，离开并清除').click()
  // In the one question that is asked.
  await page.getByText('查询码抄好了吗？离开后就看不到了。').waitFor()
  await named()
  await picture(page, 'receipt-leave-others')
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: '再抄一下' }).click()
  await question.waitFor({ state: 'hidden' })
  expect(await drafts(page)).toHaveLength(2)

  // That is the latest, and it is seen to go where the first is offered in its place.
  await page.goto(landing())
  await clearKept(page)
  await page.locator('#kept').getByText('那一份清掉了，这里还有一份。').waitFor()
  expect(await drafts(page)).toMatchObject([{ code: sent[0] }])
  await picture(page, 'kept-another')

  await lookUp(page, played.origin, sent[1] ?? '')
  await page.getByText('离开并清除').click()
  await named()
  await page.getByRole('link', { name: '清掉，离开' }).click()
  await page.getByText('都清掉了').waitFor()
  await expect.poll(() => traces(page)).toEqual(noTraces)
})
