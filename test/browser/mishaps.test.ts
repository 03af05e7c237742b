import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { atTeam } from '../cast/at-team.ts'
import { atNotice } from './at-notice.ts'
import { begin, keeps, killed, openStep, sayWhose } from './drafting.ts'
import { receipt, send } from './resident-hands.ts'
import { added, lines, paper } from './with-files.ts'

const { stage, played, landing, filed, words } = atNotice()

/** 250 kbit/s, and a third of a second each way. */
async function onSlowLine(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  const bytes = 250_000 / 8
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 300,
    downloadThroughput: bytes,
    uploadThroughput: bytes,
  })
  return page
}

const comeBack = async (page: Page) => {
  const next = await onSlowLine(await killed(page))
  await next.goto(landing())
  return next
}

/** What becomes of each thing that is sent: a fault of ours, or it arrives and nobody hears of it. */
async function fates(page: Page, of: RegExp, what: ('fault' | 'lost')[]) {
  await page.context().route(of, async (route) => {
    if (route.request().method() === 'GET') return route.fallback()
    const fate = what.shift()
    if (fate === 'fault') return route.fulfill({ status: 500, contentType: 'text/html', body: 'a fault' })
    if (!fate) return route.fallback()
    await route.fetch()
    return route.abort()
  })
}

test('on 2G, killed, failed, cut off and pressed twice at every step: words and file are there, and it is one report', async () => {
  const before = await filed()
  const page = await onSlowLine(await stage.person())
  await page.goto(landing())
  await begin(page)
  await sayWhose(page, 'own')
  await openStep(page, 2)
  await added(page, 'paper', paper, { name: '合同.pdf', mimeType: 'application/pdf' })
  await page.locator('#text').fill(words)
  await keeps(page, { text: words })

  // While it is written.
  const writing = await comeBack(page)
  await writing.getByRole('button', { name: '接着写' }).dblclick()
  await lines(writing).getByText('文件 1').waitFor()
  expect(await writing.locator('#text').inputValue()).toBe(words)
  await openStep(writing, 3)
  await keeps(writing, { text: words }, { step: 3 })

  // While it is sent: by a fault first, then its answer is lost.
  await fates(writing, /\/c\/\w+$/, ['fault', 'lost'])
  await writing.locator('#send').dblclick()
  await writing.getByText('还没送到。您写的都在，请再送一次。').waitFor()
  expect(await filed()).toBe(before)
  await send(writing)
  await expect.poll(filed).toBe(before + 1)
  await writing.locator('[data-moment=noAnswer]').waitFor()
  expect(await writing.locator('#text').inputValue()).toBe(words)

  // Before its file has followed, of which a piece meets a fault, and the answer to another is lost.
  const sending = await comeBack(writing)
  await fates(sending, /\/files\//, ['fault', 'lost', 'lost'])
  await sending.getByRole('button', { name: '看回执' }).dblclick()
  const { enquiryNumber } = await receipt(sending)
  await sending.getByText('文件 1：等信号').waitFor()
  const following = await comeBack(sending)
  await following.getByText('都送到了。').waitFor({ timeout: 45_000 })
  await following.getByRole('button', { name: '看回执' }).dblclick()
  expect((await receipt(following)).enquiryNumber).toBe(enquiryNumber)

  expect(await filed()).toBe(before + 1)
  const { body, files } = await atTeam(played.place, enquiryNumber)
  expect(body.text).toBe(words)
  expect(files).toMatchObject([{ state: 'whole', content: paper, manifest: { name: '合同.pdf' } }])
})
