import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { addDays, dayOf } from '../../src/clock/day.ts'
import { paths } from '../../src/paths.ts'
import { codes } from '../../src/posters/tables.ts'
import { rounds } from '../../src/rounds/tables.ts'
import { atTeam } from '../cast/at-team.ts'
import { atNotice } from './at-notice.ts'
import { barriers } from './barriers.ts'
import { juts, picture } from './chromium.ts'
import { begin, drafts, keeps, killed, openStep, sayWhose } from './drafting.ts'
import { keysHeld, noTraces, traces, unreadable } from './held.ts'
import { phonePhoto } from './phone-photo.ts'
import { receipt, send, tell } from './resident-hands.ts'
import { added, lines, toFiles, whole } from './with-files.ts'

const { stage, played, landing, codeOf, filed, words } = atNotice()

const kept = (page: Page) => page.getByText('没写完、没送到的存在这部手机里，24 小时后自动清掉。')
const offer = (page: Page) => page.locator('#unfinished')
const text = (page: Page) => page.locator('#text').inputValue()

/** Somebody on their own phone, at the second step, whose words are kept. */
async function writer(says = words, at = 0) {
  const page = await stage.person()
  await page.goto(landing(at))
  await begin(page)
  await sayWhose(page, 'own')
  await openStep(page, 2)
  await page.locator('#text').fill(says)
  await kept(page).waitFor()
  await keeps(page, { text: says })
  return page
}

describe('whose tab is killed while they write on their own phone', () => {
  test('at the first step: has what was picked', async () => {
    const page = await stage.person()
    await page.goto(landing())
    await begin(page, 'B4')
    await sayWhose(page, 'own')
    await kept(page).waitFor()
    const again = await killed(page)
    await again.goto(landing())
    await offer(again).getByText('上次没写完，接着写吗？').waitFor()
    expect(await again.evaluate(() => document.activeElement?.id)).toBe('unfinished')
    await picture(again, 'unfinished-offer')
    expect(await barriers(again)).toEqual([])
    await again.goto(`${landing()}?lang=zh-Hant`)
    await offer(again).getByText('上次沒寫完，接着寫嗎？').waitFor()
    expect(await barriers(again)).toEqual([])
    await again.goto(landing())
    await offer(again).waitFor()
    await again.getByRole('button', { name: '接着写' }).click()
    await again.locator('[data-step="1"]:not([hidden])').waitFor()
    expect(await again.locator('#tile-B4').isChecked()).toBe(true)
    expect(await again.locator('#problem').isChecked()).toBe(true)
  })

  test('at the second step, a moment after the first key: has that too', async () => {
    const page = await stage.person()
    await page.goto(landing())
    await begin(page)
    await sayWhose(page, 'own')
    await openStep(page, 2)
    await kept(page).waitFor()
    await page.locator('#text').pressSequentially('路')
    await keeps(page, { text: '路' })
    const again = await killed(page)
    await again.goto(landing())
    await again.getByRole('button', { name: '接着写' }).click()
    await again.locator('[data-step="2"]:not([hidden])').waitFor()
    expect(await text(again)).toBe('路')
  })

  test('at the third step: has words, place and ticks, but neither phone nor name; and sends one report', async () => {
    const before = await filed()
    const page = await writer()
    await page.locator('#place').fill('第三组桥头')
    await openStep(page, 3)
    await page.locator('label.pick:has([name=reply][value=named])').click()
    await page.locator('#phone').fill('13900000055')
    await page.locator('#name').fill('韦小妹')
    for (const id of ['consent', 'afraid']) await page.locator(`label.pick:has(#${id})`).click()
    await keeps(page, { place: '第三组桥头', consent: true, afraid: true })
    const again = await killed(page)
    await again.goto(landing())
    await again.getByRole('button', { name: '接着写' }).click()
    await again.locator('[data-step="3"]:not([hidden])').waitFor()
    expect(await again.locator('[data-row=words]').innerText()).toBe(words)
    expect(await again.locator('#place').inputValue()).toBe('第三组桥头')
    expect(await again.locator('#afraid').isChecked()).toBe(true)
    expect(await again.locator('[name=reply][value=named]').isChecked()).toBe(true)
    for (const id of ['phone', 'name']) expect(await again.locator(`#${id}`).inputValue()).toBe('')
    expect(await again.locator('#consent').isChecked()).toBe(false)
    await again.locator('label.pick:has([name=reply][value=anonymous])').click()
    await send(again)
    await receipt(again)
    expect(await filed()).toBe(before + 1)

    await again.goto(landing())
    await again.getByText('回执还在这部手机里').waitFor()
    expect(await offer(again).isVisible()).toBe(false)
  })

  test('while it is sent: is asked to send once more, is offered no words to change, and has one report', async () => {
    const before = await filed()
    const page = await writer()
    await openStep(page, 3)
    let isAsked = () => {}
    const asked = new Promise<void>((done) => {
      isAsked = done
    })
    await page.route('**/c/*', async (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      await route.fetch()
      isAsked()
    })
    await send(page)
    await asked
    const again = await killed(page)
    await again.goto(landing())
    await again.getByText('可能还没送到').waitFor()
    expect(await offer(again).isVisible()).toBe(false)
    await again.getByRole('button', { name: '看回执' }).click()
    await receipt(again)
    expect(await filed()).toBe(before + 1)
  })

  test('while it is locked, before anything was sent: still has the words', async () => {
    const before = await filed()
    const page = await writer()
    await openStep(page, 3)
    await keeps(page, { text: words }, { step: 3 })
    await page.evaluate(() => {
      crypto.subtle.deriveBits = () => new Promise(() => {})
    })
    await send(page)
    await page.getByText('正在上锁').waitFor()
    const again = await killed(page)
    await again.goto(landing())
    await again.getByRole('button', { name: '接着写' }).click()
    await again.locator('[data-step="3"]:not([hidden])').waitFor()
    expect(await text(again)).toBe(words)
    expect(await filed()).toBe(before)
  })

  test('after it was refused: has the words, as they were changed', async () => {
    const page = await writer()
    await openStep(page, 3)
    await page.route('**/c/*', async (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      return route.fulfill({
        status: 413,
        contentType: 'text/html; charset=utf-8',
        body: '<!doctype html><main><div data-answer="refused"><h1>太大了，没收下。请删一些再送。</h1></div></main>',
      })
    })
    await send(page)
    await page.locator('#refused').getByText('太大了').waitFor()
    await page.locator('[data-change="2"]').first().click()
    await page.locator('#text').fill('村口的路塌了。')
    await keeps(page, { text: '村口的路塌了。' })
    const again = await killed(page)
    await again.goto(landing())
    await offer(again).waitFor()
    expect(await again.locator('#kept').isVisible()).toBe(false)
    await again.getByRole('button', { name: '接着写' }).click()
    expect(await text(again)).toBe('村口的路塌了。')
  })
})

test('what is not wanted any more is cleared, and stays cleared', async () => {
  const page = await writer()
  const again = await killed(page)
  await again.goto(landing())
  await again.getByRole('button', { name: '清掉重来' }).click()
  await expect.poll(() => offer(again).isVisible()).toBe(false)
  expect(await again.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  await again.reload()
  await again.locator('#kind button').first().waitFor()
  await again.waitForTimeout(500)
  expect(await offer(again).isVisible()).toBe(false)
  expect(await text(again)).toBe('')
})

test('who loses the signal while writing may go on, and is told when it is back; not where nothing is kept', async () => {
  const page = await writer()
  await page.context().setOffline(true)
  await page.getByText('没有信号也没关系，写好先存着，有信号再交。').waitFor()
  await page.locator('#text').fill(`${words}还有桥。`)
  await keeps(page, { text: `${words}还有桥。` })
  await picture(page, 'unfinished-offline')
  await page.context().setOffline(false)
  await page.getByText('有信号了，可以交了。').waitFor()
  expect(await page.getByText('没有信号也没关系').isVisible()).toBe(false)
  // What opens the page again may still have been on its way: so Chromium says that the network failed under it.
  const cutOff = stage.complaints.indexOf('An unknown error occurred when fetching the script.')
  if (cutOff >= 0) stage.complaints.splice(cutOff, 1)
  const again = await killed(page)
  await again.goto(landing())
  await again.getByRole('button', { name: '接着写' }).click()
  expect(await text(again)).toBe(`${words}还有桥。`)

  const other = await stage.person()
  await other.goto(landing())
  await begin(other)
  await sayWhose(other, 'others')
  await other.context().setOffline(true)
  await expect.poll(() => other.evaluate(() => navigator.onLine)).toBe(false)
  expect(await other.getByText('没有信号也没关系').isVisible()).toBe(false)
})

test('a day later nothing is offered any more', async () => {
  const page = await writer()
  const again = await killed(page)
  const tomorrow = Date.now() + 86_400_000 + 60_000
  await again.addInitScript((now) => {
    Date.now = () => now
  }, tomorrow)
  await again.goto(landing(), { waitUntil: 'networkidle' })
  expect(await offer(again).isVisible()).toBe(false)
  expect(await drafts(again)).toEqual([])
  await begin(again)
  await again.getByText('这是您自己的手机吗？').waitFor()
})

test('a day begins with the words, and not with whoever wrote here before', async () => {
  const earlier = await stage.person()
  await earlier.goto(landing())
  await begin(earlier)
  const page = await earlier.context().newPage()
  await earlier.close()
  const at = async (hours: number) => {
    await page.addInitScript((later) => {
      const now = Date.now.bind(Date)
      Date.now = () => now() + later
    }, hours * 3_600_000)
  }
  await at(23.9)
  await page.goto(landing())
  await begin(page)
  await openStep(page, 2)
  await page.locator('#text').fill(words)
  await page.waitForTimeout(700)
  // On top of what has passed.
  await at(0.2)
  await page.reload()
  await page.locator('[data-step="2"]:not([hidden])').waitFor()
  expect(await text(page)).toBe(words)
  await at(24)
  await page.reload()
  await page.locator('#kind button').first().waitFor()
  expect(await text(page)).toBe('')
})

test('on a slow phone what is written on while the words come back is kept, too', async () => {
  const page = await writer()
  await page.addInitScript(() => {
    const encrypt = crypto.subtle.encrypt.bind(crypto.subtle)
    crypto.subtle.encrypt = async (...given) => {
      await new Promise((done) => setTimeout(done, 500))
      return encrypt(...given)
    }
  })
  await page.reload()
  await page.locator('[data-step="2"]:not([hidden])').waitFor()
  await page.locator('#text').fill(`${words}还有桥。`)
  await keeps(page, { text: `${words}还有桥。` }, { step: 2 })
})

test('in somebody else’s phone nothing is kept: not what was written, and not that it was', async () => {
  const page = await stage.person()
  await page.goto(landing())
  await begin(page)
  await picture(page, 'unfinished-whose')
  expect(await barriers(page)).toEqual([])
  await sayWhose(page, 'others')
  await openStep(page, 2)
  await page.locator('#text').fill(words)
  await page.waitForTimeout(700)
  expect(await page.getByText('这是您自己的手机吗？').isVisible()).toBe(false)
  expect(await kept(page).isVisible()).toBe(false)
  expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0)
  expect(await drafts(page)).toEqual([])
  const again = await killed(page)
  await again.goto(landing(), { waitUntil: 'networkidle' })
  expect(await offer(again).isVisible()).toBe(false)
  await tell(again, { text: words })
  await sayWhose(again, 'others')
  await send(again)
  await receipt(again)
  expect(await drafts(again)).toEqual([])
  await again.goto(landing(), { waitUntil: 'networkidle' })
  expect(await again.locator('#kept').isVisible()).toBe(false)
})

/** Somebody writes of whom nothing is kept, and stays on the page whenever the browser asks. */
async function writingUnkept() {
  const page = await stage.person()
  const asked: string[] = []
  page.on('dialog', async (dialog) => {
    asked.push(dialog.type())
    await dialog.dismiss()
  })
  await page.goto(landing())
  await begin(page)
  await sayWhose(page, 'others')
  await openStep(page, 2)
  await page.locator('#text').fill(words)
  return { page, asked }
}

test('what no page would find again is asked about before the page turns, and not when somebody leaves', async () => {
  const { page, asked } = await writingUnkept()
  await page.getByRole('link', { name: '更放心的做法' }).click()
  await expect.poll(() => asked).toEqual(['beforeunload'])
  expect(await text(page)).toBe(words)
  await page.getByRole('link', { name: '离开并清除' }).click()
  await page.getByText('都清掉了').waitFor()
  expect(asked).toHaveLength(1)

  // Where they are kept, nobody is asked.
  const own = await writer()
  own.on('dialog', async (dialog) => {
    asked.push(dialog.type())
    await dialog.accept()
  })
  await own.getByRole('link', { name: 'English' }).click()
  await own.locator('html[lang=en] [data-step="2"]:not([hidden])').waitFor()
  // Before its script runs the page shows every step, and none of the words.
  await expect.poll(() => text(own)).toBe(words)
  expect(asked).toHaveLength(1)
})

test('words of which nothing is kept come along into another language, and leave nothing behind there', async () => {
  const { page, asked } = await writingUnkept()
  await page.locator('#place').fill('三组')
  for (const [link, lang] of [
    ['English', 'en'],
    ['繁體', 'zh-Hant'],
  ] as const) {
    await page.locator('.foot').getByRole('link', { name: link }).click()
    await page.locator(`html[lang=${lang}] [data-step="2"]:not([hidden])`).waitFor()
    await expect.poll(() => text(page)).toBe(words)
    expect(await page.locator('#place').inputValue()).toBe('三组')
    expect(await page.locator('#tile-B3').isChecked()).toBe(true)
    // Whose phone it is was answered, and holds.
    expect(await page.locator('#keeping').isVisible()).toBe(false)
    await expect.poll(() => traces(page)).toEqual(noTraces)
    await page.locator('#text').press('End')
    await page.waitForTimeout(700)
    expect(await traces(page)).toEqual(noTraces)
  }
  expect(asked).toEqual([])

  // The other page does not come: what was put aside for it goes as soon as somebody writes on.
  await page.context().route('**/c/*?lang=en', (route) => route.fulfill({ status: 204 }))
  await page.locator('.foot').getByRole('link', { name: 'English' }).click()
  await expect.poll(() => traces(page)).toEqual({ ...noTraces, session: 1 })
  await page.locator('#text').press('x')
  await expect.poll(() => traces(page)).toEqual(noTraces)
  await page.context().unrouteAll()

  // Without a signal there is nowhere to go.
  await page.context().setOffline(true)
  await page.locator('.foot').getByRole('link', { name: 'English' }).click()
  await expect.poll(() => asked).toEqual(['beforeunload'])
  await page.context().setOffline(false)

  // A photo cannot come along: our own words ask, and whoever stays has both.
  await page.locator('#text').fill(words)
  await added(page, 'photo', (await phonePhoto(page)).bytes)
  await page.locator('.foot').getByRole('link', { name: 'English' }).click()
  const question = page.locator('#not-along')
  await question.getByText('照片、文件帶不過去').waitFor()
  await picture(page, 'unfinished-not-along')
  expect(await barriers(page)).toEqual([])
  await question.getByRole('button', { name: '先不換' }).click()
  await question.waitFor({ state: 'hidden' })
  expect(await text(page)).toBe(words)
  expect(await page.locator('.attached li').count()).toBe(1)
  expect(await traces(page)).toEqual(noTraces)
  await page.locator('.foot').getByRole('link', { name: 'English' }).click()
  await question.getByRole('button', { name: '換過去' }).click()
  await page.locator('html[lang=en] [data-step="2"]:not([hidden])').waitFor()
  await expect.poll(() => text(page)).toBe(words)
  expect(asked).toHaveLength(1)
  await expect.poll(() => traces(page)).toEqual(noTraces)
})

/** Somebody who has not said whose phone it is, with words and a photo. */
async function unanswered() {
  const page = await toFiles(await stage.person(), landing())
  await page.locator('#text').fill(words)
  await page.locator('#phone').evaluate((field: HTMLInputElement) => {
    field.value = '13900000077'
  })
  await added(page, 'photo', (await phonePhoto(page, 80, 60)).bytes)
  const keys = async () =>
    (await drafts(page)).flatMap((draft) => Object.keys(('keys' in draft && draft.keys) || {}))
  await expect.poll(async () => (await keys()).length).toBe(1)
  await keeps(page, { text: words })
  return page
}

describe('who does not say whose phone it is', () => {
  test('has the words while the tab lives, is promised no more, and has them for a day once it is theirs', async () => {
    const page = await stage.person()
    await page.goto(landing())
    await begin(page)
    await openStep(page, 2)
    await page.locator('#text').fill(words)
    await page.waitForTimeout(700)
    expect(await kept(page).isVisible()).toBe(false)
    await later(page, 11)
    await page.reload()
    await page.locator('[data-step="2"]:not([hidden])').waitFor()
    expect(await text(page)).toBe(words)
    await sayWhose(page, 'own')
    await kept(page).waitFor()
    const again = await killed(page)
    await later(again, 23 * 60)
    await again.goto(landing())
    await again.getByRole('button', { name: '接着写' }).click()
    expect(await text(again)).toBe(words)
  })

  test('is told once it is sent that a day is kept of it, not ten minutes; and is asked again when it is refused', async () => {
    const page = await stage.person()
    await page.goto(landing())
    await tell(page, { text: words })
    const asked = page.getByText('没回答前，草稿关页后只存十分钟。')
    await asked.waitFor()
    let isGone = true
    await page.route('**/c/*', (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      if (isGone) return route.abort()
      return route.fulfill({
        status: 413,
        contentType: 'text/html; charset=utf-8',
        body: '<!doctype html><main><div data-answer="refused"><h1>太大了，没收下。请删一些再送。</h1></div></main>',
      })
    })
    await send(page)
    await page.getByText('还没送到。您写的都在，请再送一次。').waitFor()
    await page.getByText('没写完、没送到的存在这部手机里，24 小时后自动清掉。').waitFor()
    expect(await asked.isVisible()).toBe(false)
    await picture(page, 'resident-undelivered-kept')
    expect(await barriers(page)).toEqual([])
    expect(await juts(page)).toBe(false)
    isGone = false
    await send(page)
    await page.locator('#refused').getByText('太大了').waitFor()
    await asked.waitFor()
    expect(await kept(page).isVisible()).toBe(false)
    await sayWhose(page, 'others')
    expect(await drafts(page)).toEqual([])
  })

  test('has words and photo when the tab is killed, for ten minutes from the last change, and is asked then', async () => {
    const page = await unanswered()
    // Neither the page that opens without a signal, nor that this phone is anybody's, nor a key to be read.
    expect(await traces(page)).toMatchObject({ kept: 2, pages: 0 })
    expect(new Set(await keysHeld(page))).toEqual(new Set([unreadable]))
    expect(JSON.stringify(await drafts(page))).not.toContain('13900000077')
    const next = await killed(page)
    await later(next, 9)
    await next.goto(landing())
    await offer(next).getByText('上次没写完，接着写吗？').waitFor()
    expect(await next.locator('main').innerText()).not.toContain(words)
    expect(await text(next)).toBe('')
    await next.getByRole('button', { name: '接着写' }).click()
    await lines(next).getByText('照片 1').waitFor()
    expect(await text(next)).toBe(words)
    await next.getByText('这是您自己的手机吗？').waitFor()
    expect(await kept(next).isVisible()).toBe(false)
    // From that change on there are ten minutes more.
    await expect.poll(() => drafts(next)).toHaveLength(1)
    const again = await killed(next)
    await later(again, 18)
    await again.goto(landing())
    await again.getByRole('button', { name: '接着写' }).click()
    await lines(again).getByText('照片 1').waitFor()
    await openStep(again, 3)
    await send(again)
    const { enquiryNumber } = await receipt(again)
    await whole(again)
    const { body, files } = await atTeam(played.place, enquiryNumber)
    expect(body).toMatchObject({ text: words, files: 'photo' })
    expect(files).toMatchObject([{ state: 'whole' }])
    await again.goto(landing())
    await again.getByText('回执还在这部手机里').waitFor()
    expect(await offer(again).isVisible()).toBe(false)
  })

  test('has nothing eleven minutes after, neither on a page that was open before nor on one that is opened then', async () => {
    const page = await unanswered()
    const next = await killed(page)
    await next.goto(landing())
    await offer(next).waitFor()
    await next.evaluate(() => {
      const now = Date.now() + 11 * 60_000
      Date.now = () => now
    })
    await next.getByRole('button', { name: '接着写' }).click()
    await offer(next).waitFor({ state: 'hidden' })
    expect(await text(next)).toBe('')
    await later(next, 11)
    await next.goto(landing(), { waitUntil: 'networkidle' })
    expect(await offer(next).isVisible()).toBe(false)
    await expect.poll(() => drafts(next)).toEqual([])
  })

  test('and then that it is another’s has nothing of it there at once, whichever tab it was written in', async () => {
    const page = await unanswered()
    const next = await page.context().newPage()
    await next.goto(landing(1))
    await begin(next)
    await sayWhose(next, 'others')
    await expect.poll(() => traces(next)).toMatchObject({ session: 0, kept: 0 })
    // The other tab has its words as long as it lives, and puts them nowhere else.
    await page.locator('#text').fill(`${words}还有桥。`)
    await page.waitForTimeout(700)
    expect((await traces(page)).kept).toBe(0)
    expect(await text(page)).toBe(`${words}还有桥。`)
    // Nor once their time would be over.
    await page.evaluate(() => {
      const now = Date.now() + 11 * 60_000
      Date.now = () => now
    })
    await page.locator('#text').fill(`${words}还有渠。`)
    await page.waitForTimeout(700)
    expect((await traces(page)).kept).toBe(0)
  })

  test('and clears them in another tab is not offered them again, when the first is loaded once more', async () => {
    const page = await unanswered()
    const next = await page.context().newPage()
    await next.goto(landing())
    await next.getByRole('button', { name: '清掉重来' }).click()
    await offer(next).waitFor({ state: 'hidden' })
    await page.reload()
    await page.locator('#text').waitFor()
    expect(await text(page)).toBe(words)
    await page.waitForTimeout(700)
    await page.close()
    await next.goto(landing(), { waitUntil: 'networkidle' })
    expect(await offer(next).isVisible()).toBe(false)
    expect(await drafts(next)).toEqual([])
  })

  test('finds on a page that takes nothing any more only what this tab wrote', async () => {
    const page = await unanswered()
    const { db } = played.house
    await db.update(rounds).set({ pausedReason: '换系统' })
    const next = await page.context().newPage()
    await next.goto(landing(), { waitUntil: 'networkidle' })
    await next.getByText('暂时停收').first().waitFor()
    expect(await offer(next).isVisible()).toBe(false)
    await db.update(rounds).set({ pausedReason: null })
  })
})

/** So many minutes go by before the next page is opened. */
const later = (page: Page, minutes: number) =>
  page.addInitScript((past) => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + past
  }, minutes * 60_000)

test.each([
  { where: 'the same notice', at: 0 },
  { where: 'another', at: 1 },
])(
  'the next person with the phone is asked anew, at $where: it keeps nothing of theirs, and what its owner wrote',
  async ({ at }) => {
    const page = await writer()
    await page.close()
    const next = await page.context().newPage()
    await next.goto(landing(at))
    await begin(next, 'B4')
    await next.getByText('这是您自己的手机吗？').waitFor()
    await openStep(next, 2)
    await next.locator('#text').fill('邻居写的。')
    await keeps(next, { text: '邻居写的。' })
    expect(await drafts(next)).toHaveLength(2)
    await sayWhose(next, 'others')
    await next.locator('#text').fill('邻居又写的。')
    await next.waitForTimeout(700)
    expect(await next.evaluate(() => sessionStorage.length)).toBe(0)
    expect(await drafts(next)).toMatchObject([{ words: { text: words } }])
    await next.close()

    const owner = await page.context().newPage()
    await owner.goto(landing())
    await owner.getByRole('button', { name: '接着写' }).click()
    expect(await text(owner)).toBe(words)
    // They have answered for these words: also when they read them in a tab that begins anew.
    for (const _ of [1, 2]) {
      await kept(owner).waitFor()
      expect(await owner.getByText('这是您自己的手机吗？').isVisible()).toBe(false)
      await owner.reload()
      await owner.locator('[data-step="2"]:not([hidden])').waitFor()
    }
    await owner.locator('#text').fill(`${words}还有桥。`)
    await keeps(owner, { text: `${words}还有桥。` })
  },
)

test('two tabs of one code keep both drafts: neither is written over, and both can be gone on with', async () => {
  const one = await writer('第一个页面写的。')
  const two = await one.context().newPage()
  await two.goto(landing())
  await offer(two).waitFor()
  await begin(two)
  await sayWhose(two, 'own')
  await openStep(two, 2)
  await two.locator('#text').fill('第二个页面写的。')
  await keeps(two, { text: '第二个页面写的。' })
  const again = await outlives(one, two, '第一个页面又写的。')
  await again.goto(landing())
  await again.getByRole('button', { name: '接着写' }).click()
  expect(await text(again)).toBe('第一个页面又写的。')
  await openStep(again, 3)
  await send(again)
  await receipt(again)
  await again.goto(landing())
  await again.getByRole('button', { name: '接着写' }).click()
  expect(await text(again)).toBe('第二个页面写的。')
})

test('what was begun anew and left empty stands behind what has words or files, and hides neither', async () => {
  const page = await toFiles(await stage.person(), landing())
  await sayWhose(page, 'own')
  await added(page, 'photo', (await phonePhoto(page)).bytes)
  // The photo, its draft, whose phone it is, and the page.
  await expect.poll(async () => (await traces(page)).kept).toBe(4)
  const again = await killed(page)
  await again.goto(landing())
  await offer(again).waitFor()
  await begin(again, 'B4')
  await sayWhose(again, 'own')
  await keeps(again, { 'tile-B4': true })
  // Also where the same tab goes back.
  await again.reload()
  await again.locator('[data-step="1"]:not([hidden]) [data-back]').click()
  await offer(again).waitFor()
  const last = await killed(again)
  await last.goto(landing())
  await last.getByRole('button', { name: '接着写' }).click()
  await last.locator('[data-step="2"]:not([hidden]) .attached li').waitFor()
  expect(await last.locator('#tile-B3').isChecked()).toBe(true)
  await last.locator('#text').fill(words)
  await keeps(last, { text: words })
  expect(await drafts(last)).toHaveLength(2)

  const clearing = await killed(last)
  await clearing.goto(landing())
  await clearing.getByRole('button', { name: '清掉重来' }).click()
  await offer(clearing).getByText('那一份清掉了，这里还有一份。').waitFor()
  expect(await drafts(clearing)).toMatchObject([{ words: { 'tile-B4': true } }])
  await clearing.getByRole('button', { name: '清掉重来' }).click()
  await offer(clearing).waitFor({ state: 'hidden' })
})

test('a tab that lives on keeps its words when another goes on with them', async () => {
  const one = await writer()
  const two = await one.context().newPage()
  await two.goto(landing())
  await two.getByRole('button', { name: '接着写' }).click()
  await two.locator('#text').fill('改过的。')
  await keeps(two, { text: '改过的。' })
  const again = await outlives(one, two, `${words}还有桥。`)
  await again.goto(landing())
  await again.getByRole('button', { name: '接着写' }).click()
  expect(await text(again)).toBe(`${words}还有桥。`)
  await again.close()
  const other = await at(one.context().newPage())
  for (const says of ['改过的。', `${words}还有桥。`]) await keeps(other, { text: says })
  expect(await drafts(other)).toHaveLength(2)
})

/** Writes last, then both tabs are closed and another is opened. */
async function outlives(one: Page, two: Page, says: string): Promise<Page> {
  await one.locator('#text').fill(says)
  await keeps(one, { text: says })
  await two.close()
  await one.close()
  return one.context().newPage()
}

/** At a page of ours that writes nothing. */
async function at(opened: Promise<Page>) {
  const page = await opened
  await page.goto(played.origin + paths.safer)
  return page
}

test('a tab in which nothing more is written does not become the latest when what it loads comes late', async () => {
  const one = await writer()
  const two = await one.context().newPage()
  let release = () => {}
  const released = new Promise<void>((done) => {
    release = done
  })
  await two.route('**/attach-*.js', async (route) => {
    await released
    await route.continue()
  })
  await two.goto(landing())
  await two.getByRole('button', { name: '接着写' }).click()
  await two.locator('#text').fill('改过的。')
  await keeps(two, { text: '改过的。' })
  await one.locator('#text').fill(`${words}还有桥。`)
  await keeps(one, { text: `${words}还有桥。` })
  release()
  await two.locator('#add-photo').waitFor({ state: 'attached' })
  await two.waitForTimeout(1000)
  const again = await one.context().newPage()
  await again.goto(landing())
  await again.getByRole('button', { name: '接着写' }).click()
  expect(await text(again)).toBe(`${words}还有桥。`)
})

test('the page of another code, and the other door of this one, do not show it', async () => {
  const page = await writer()
  const again = await killed(page)
  for (const address of [landing(1), `${landing()}/office`]) {
    await again.goto(address, { waitUntil: 'networkidle' })
    expect(await again.locator('#kind button').count()).toBe(3)
    expect(await offer(again).isVisible()).toBe(false)
    expect(await text(again)).toBe('')
  }
  await again.goto(landing())
  await offer(again).waitFor()
})

describe('who leaves', () => {
  test('is told of other words that go along, is elsewhere at once, has nothing kept, and finds nothing behind the back button', async () => {
    const page = await writer()
    const other = await page.context().newPage()
    await other.goto(landing(1))
    await begin(other)
    await sayWhose(other, 'own')
    await openStep(other, 2)
    await other.locator('#text').fill('另一件事。')
    await keeps(other, { text: '另一件事。' })
    await page.bringToFront()
    await picture(page, 'unfinished-writing')
    expect(await barriers(page)).toEqual([])
    await page.getByRole('link', { name: '离开并清除' }).click()
    await page.getByText('这部手机里还有另外没写完、没送完的，也会清掉。').waitFor()
    expect(await page.getByText('另外的回执').isVisible()).toBe(false)
    await picture(page, 'leave-unfinished')
    await page.locator('[data-others] [data-leave]').click()
    await page.getByText('都清掉了').waitFor()
    for (let back = 0; back < 4; back++) {
      await page.goBack({ waitUntil: 'load' }).catch(() => null)
      if (page.url() === 'about:blank') break
      await page.waitForLoadState('networkidle')
      expect(await page.locator('body').innerText()).not.toContain('校车')
      expect(await text(page)).toBe('')
      expect(await offer(page).isVisible()).toBe(false)
    }
    // The other tab says that it keeps nothing any more, and does not bring the store to life.
    await other.bringToFront()
    await other.locator('#text').fill('另一件事，再写。')
    await other.getByText('手机存不下草稿，请这次写完。').waitFor()
    expect(await drafts(other)).toEqual([])
  })
})

test('in English, wide and narrow', async () => {
  for (const [width, name] of [
    [360, 'narrow'],
    [1280, 'wide'],
  ] as const) {
    const page = await stage.person({ width })
    await page.goto(`${landing()}?lang=en`)
    await begin(page)
    await page.getByText('Is this your own phone?').waitFor()
    await picture(page, `unfinished-whose-en-${name}`)
    await page.getByRole('button', { name: 'Yes, keep my draft' }).click()
    await page
      .getByText('What is unfinished or undelivered stays on this phone and is cleared after 24 hours.')
      .waitFor()
    await openStep(page, 2)
    await page.locator('#text').fill('The road has sunk.')
    await keeps(page, { text: 'The road has sunk.' })
    await picture(page, `unfinished-writing-en-${name}`)
    expect(await juts(page)).toBe(false)
    const again = await killed(page)
    await again.goto(`${landing()}?lang=en`)
    await again.getByRole('button', { name: 'Continue' }).waitFor()
    await again.getByRole('button', { name: 'Clear' }).waitFor()
    await picture(again, `unfinished-offer-en-${name}`)
    expect(await juts(again)).toBe(false)
    expect(await barriers(again)).toEqual([])
  }
})

test('without scripts nothing is asked, promised or kept', async () => {
  const page = await stage.person({ scripts: false })
  await page.goto(landing())
  for (const id of ['unfinished', 'leave']) expect(await page.locator(`#${id}`).isVisible()).toBe(false)
  expect(await page.locator('#text').getAttribute('name')).toBe('text')
})

describe('whose notice takes nothing any more when they come back', () => {
  test('reads what they wrote, and whom to call: withdrawn, paused, closed', async () => {
    const page = await writer()
    await page.locator('#place').fill('第三组桥头')
    await keeps(page, { place: '第三组桥头' })
    const again = await killed(page)
    const { db } = played.house
    const [code] = await db.select().from(codes).where(eq(codes.token, codeOf()))
    const reads = async (says: string, name: string) => {
      await again.goto(landing())
      await again.getByText(says).first().waitFor()
      await offer(again).waitFor()
      await expect.poll(() => offer(again).getByLabel('您写的').inputValue()).toBe(`${words}\n\n第三组桥头`)
      expect(await again.locator('main a[href^="tel:"]').count()).toBe(1)
      await picture(again, `unfinished-${name}`)
      expect(await barriers(again)).toEqual([])
      expect(await juts(again)).toBe(false)
    }
    await db.update(codes).set({ state: 'revoked' }).where(eq(codes.token, codeOf()))
    await reads('这张公告停用了', 'revoked')
    await db.update(codes).set({ state: code!.state }).where(eq(codes.token, codeOf()))
    await db.update(rounds).set({ pausedReason: '换系统' })
    await reads('暂时停收', 'paused')
    await db.update(rounds).set({ pausedReason: null })

    await again.goto(landing())
    await again.getByRole('button', { name: '接着写' }).click()
    expect(await text(again)).toBe(words)
    const later = await killed(again)
    await db.update(rounds).set({ intakeClosesOn: addDays(dayOf(new Date()), -1) })
    await later.goto(landing())
    await later.getByRole('heading', { name: '已经截止' }).waitFor()
    await expect.poll(() => offer(later).getByLabel('您写的').inputValue()).toContain(words)
    await later.getByRole('button', { name: '清掉' }).click()
    await offer(later).waitFor({ state: 'hidden' })
    expect(await drafts(later)).toEqual([])
    await db.update(rounds).set({ intakeClosesOn: addDays(dayOf(new Date()), 30) })
  })

  test('also in the tab of whoever did not say whose phone it is, and does not bring back what is cleared', async () => {
    const page = await stage.person()
    await page.goto(landing())
    await begin(page)
    await openStep(page, 2)
    await page.locator('#text').fill(words)
    await page.waitForTimeout(700)
    const { db } = played.house
    await db.update(rounds).set({ pausedReason: '换系统' })
    await page.reload()
    await page.getByText('暂时停收').first().waitFor()
    await offer(page).waitFor()
    expect(await offer(page).getByLabel('您写的').inputValue()).toBe(words)
    await page.getByRole('button', { name: '清掉' }).click()
    await offer(page).waitFor({ state: 'hidden' })
    await db.update(rounds).set({ pausedReason: null })
    await page.reload()
    await page.locator('#kind button').first().waitFor()
    expect(await text(page)).toBe('')
  })
})
