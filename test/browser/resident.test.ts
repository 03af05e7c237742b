import { count, eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { addDays, dayOf } from '../../src/clock/day.ts'
import { paths } from '../../src/paths.ts'
import { reports } from '../../src/reports/tables.ts'
import { makeQueryCode } from '../../src/sealing/query-code.ts'
import { signIn as enter } from '../cast/at-desk.ts'
import { players } from '../cast/people.ts'
import { speak } from '../cast/residents.ts'
import { ask, decide, proposeDecline } from '../cast/working.ts'
import { barriers, officePc, picture, useChromium } from './chromium.ts'
import { signIn } from './office-hands.ts'
import { type Played, startPlayed } from './played.ts'
import { lookUp, receipt, send, tell, tellPlainly } from './resident-hands.ts'
import { openReport } from './team-hands.ts'

let played: Played
beforeAll(async () => {
  played = await startPlayed()
})
afterAll(() => played.leave())
// After what it visits, so that it is closed before: the server waits for connections a browser holds in advance.
const stage = useChromium(() => played.origin)

const words = '村口的路塌了一段，校车过不去。'
const codeOf = (at = 0) => played.codes[at]?.token ?? ''
const landing = (at = 0) => played.origin + paths.code(codeOf(at))
const filed = async () => (await played.house.db.select({ n: count() }).from(reports))[0]?.n ?? 0

/** Nothing juts out to the side. */
const juts = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/** Every page a resident can come to by an address. */
const publicPages = () => [
  ['front', '/'],
  ['landing', paths.code(codeOf())],
  ['past the team', paths.aboutTeam(codeOf())],
  ['test scan', paths.code(codeOf(2))],
  ['unknown code', paths.code('0000000000000000')],
  ['by number', paths.notice(played.codes[1]?.noticeNumber ?? '')],
  ['genuine', paths.genuine],
  ['a genuine number', `${paths.genuine}?number=${played.codes[0]?.noticeNumber}`],
  ['progress', paths.progress],
  ['safer', paths.safer],
  ['use', paths.use],
  ['gone', paths.gone],
  ['no such page', '/no-such-page'],
]

describe.each([
  { lang: 'zh', scripts: true },
  { lang: 'zh', scripts: false },
  { lang: 'en', scripts: true },
  { lang: 'en', scripts: false },
] as const)('every public page at 360 px ($lang, scripts: $scripts)', ({ lang, scripts }) => {
  test('has no barrier, juts nowhere, keeps no cookie, and bears the neutral title', async () => {
    const page = await stage.person({ scripts })
    for (const [name, address = ''] of publicPages()) {
      const query = `${address.includes('?') ? '&' : '?'}lang=${lang}`
      await page.goto(played.origin + address + query)
      if (scripts && name === 'landing') await page.locator('#kind button').first().waitFor()
      await picture(page, `public-${name?.replaceAll(' ', '-')}-${lang}${scripts ? '' : '-plain'}`)
      expect(await barriers(page), name).toEqual([])
      expect(await juts(page), name).toBe(false)
      expect(await page.title(), name).toBe(lang === 'zh' ? '便民反映' : 'Local feedback')
    }
    expect(await page.context().cookies()).toEqual([])
  })
})

/** What can be pressed and is lower than a thumb needs. */
const tooLow = (page: Page, least: number, selector: string) =>
  page
    .locator(selector)
    .evaluateAll(
      (all, least) =>
        all
          .filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().height < least)
          .map((one) => `${one.textContent} ${one.getBoundingClientRect().height}`),
      least,
    )

test.each([true, false])('what is pressed is high enough for a thumb (scripts: %s)', async (scripts) => {
  const page = await stage.person({ scripts })
  for (const [name, address = ''] of publicPages()) {
    await page.goto(played.origin + address)
    if (scripts && name === 'landing') await page.locator('#kind button').first().waitFor()
    expect(await tooLow(page, 44, 'main a, main summary, .foot a'), name).toEqual([])
    expect(await tooLow(page, 60, '.btn, .exit, .link, .tile'), name).toEqual([])
  }
  await page.goto(landing())
  const fill = scripts ? tell : tellPlainly
  await fill(page, { text: words, reply: 'named', phone: '123' })
  await send(page)
  await page.locator('#mend').waitFor()
  expect(await tooLow(page, 44, 'main a, main summary')).toEqual([])
  expect(await tooLow(page, 60, '.btn, .exit, .link, .tile')).toEqual([])
  await page.locator('#phone').fill('13900000066')
  await page.locator('#name').fill('何阿婆')
  await send(page)
  await receipt(page)
  expect(await tooLow(page, 44, 'main a, main summary, .foot a, .foot button')).toEqual([])
  expect(await tooLow(page, 60, '.btn, .exit')).toEqual([])
})

test.each(['zh', 'en'])('on a narrow phone in the largest type nothing juts out (%s)', async (lang) => {
  const page = await stage.person({ width: 320, height: 568 })
  for (const [name, address = ''] of publicPages()) {
    const query = `${address.includes('?') ? '&' : '?'}lang=${lang}&size=largest`
    await page.goto(played.origin + address + query)
    expect(await juts(page), name).toBe(false)
  }
})

test.each(['zh', 'en'])('the first button of the landing page is seen at 360 × 640 (%s)', async (lang) => {
  for (const size of ['standard', 'large', 'largest']) {
    const page = await stage.person({ width: 360, height: 640 })
    await page.goto(`${landing()}?lang=${lang}&size=${size}`)
    await page.locator('#kind button').first().waitFor()
    const [strip, bottom, height] = await page.evaluate(() => {
      const button = document.querySelector('#kind button')?.getBoundingClientRect()
      return [document.querySelector<HTMLElement>('.demo')?.offsetHeight, button?.bottom, button?.height]
    })
    // A real office has no strip that says it is invented.
    expect((bottom ?? 999) - (strip ?? 0), size).toBeLessThanOrEqual(640)
    expect(height, size).toBeGreaterThanOrEqual(60)
    await page.context().close()
  }
})

describe('a resident with scripts', () => {
  test('goes back and changes, and nothing typed is lost', async () => {
    const page = await stage.person()
    await page.goto(landing())
    await tell(page, { text: words, kind: 'conduct', tile: 'B9' })
    await page.locator('[data-change="2"]').first().click()
    expect(await page.locator('#text').inputValue()).toBe(words)
    expect(await page.locator('[data-row=subject]').isVisible()).toBe(false)
    await page.locator('#subject').fill('何支书')
    await page.locator('#place').fill('第三组桥头')
    await page.locator('[data-step="2"] [data-next]').click()
    const row = (name: string) => page.locator(`[data-row=${name}]`).innerText()
    expect(await row('subject')).toBe('何支书')
    expect(await row('place')).toMatch(/村 第三组桥头$/)
    await page.goBack()
    await page.goBack()
    await page.goBack()
    await page.goBack()
    await page.locator('[data-step="1"]').waitFor()
    await page.reload()
    await page.locator('#tile-B9:checked').waitFor({ state: 'attached' })
    expect(await page.locator('#text').inputValue()).toBe(words)
  })

  test('is shown what is wrong, with each mistake leading to its field', async () => {
    const page = await stage.person()
    await page.goto(landing())
    await tell(page, { text: words, reply: 'named', phone: '123' })
    await send(page)
    await page.locator('#mend').waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('mend')
    await picture(page, 'resident-mend')
    expect(await barriers(page)).toEqual([])
    await page.locator('#mend a[href="#phone"]').click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('phone')
    expect(await page.locator('#phone').inputValue()).toBe('123')
  })

  test('reads how much is too long, sees what is mended go, and takes no mistake back to another step', async () => {
    const page = await stage.person()
    await page.goto(landing())
    await page.locator('#kind button').first().click()
    await page.locator('[data-step="1"] [data-next]').click()
    await page.locator('#mend').waitFor()
    expect(await page.locator('#tile-missing').isVisible()).toBe(true)
    await page.locator('label[for=tile-B3]').click()
    expect(await page.locator('#mend').isVisible()).toBe(false)
    expect(await page.locator('#tile-missing').isVisible()).toBe(false)
    await page.locator('[data-step="1"] [data-next]').click()

    await page.locator('#text').fill('长'.repeat(2003))
    expect(await page.locator('#left').innerText()).toBe('多了 3 字')
    await page.locator('#place').fill('长'.repeat(201))
    await page.locator('[data-step="2"] [data-next]').click()
    await page.getByText('还差 2 样').waitFor()
    await picture(page, 'resident-mend-two')
    await page.locator('#place').fill('桥头')
    await page.getByText('还差 1 样').waitFor()
    expect(await page.locator('#mend li').count()).toBe(1)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('place')
    await page.locator('[data-step="2"] [data-back]').click()
    await page.locator('[data-step="1"]').waitFor()
    expect(await page.locator('#mend').isVisible()).toBe(false)
    await page.locator('[data-step="1"] [data-next]').click()
    await page.locator('#text').fill(words)
    expect(await page.locator('#left').innerText()).toBe(`还可以写 ${2000 - words.length} 字`)
    expect(await page.locator('#text[aria-invalid]').count()).toBe(0)
  })

  test('goes a step back with our button, wherever they came from, and chronologically with the browser', async () => {
    const page = await stage.person()
    const back = () => page.locator('[data-step]:not([hidden]) [data-back]').click()
    const at = (step: number) => page.locator(`[data-step="${step}"]:not([hidden])`).waitFor()
    await page.goto(landing())
    await tell(page, { text: words })
    expect(await page.locator('[data-row=place]').innerText()).toBe(played.codes[0]?.unit)
    await page.locator('[data-change="3"]').click()
    await at(3)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('reply')
    await page.locator('[data-change="2"]').first().click()
    await back()
    await at(1)
    await page.goBack()
    await at(3)
    await back()
    await at(2)
    await page.waitForTimeout(700)
    await page.locator('.choices').getByText('English').click()
    await page.getByText('Step 2 of 3').waitFor()
    expect(await page.locator('#text').inputValue()).toBe(words)
    await back()
    await at(1)
    await back()
    await at(0)
    expect(await page.locator('.letterhead').innerText()).not.toContain('Step')
  })

  test('who cannot write leaves a number in six taps', async () => {
    const page = await stage.person()
    await page.goto(landing())
    await page.locator('#kind button').first().click()
    await picture(page, 'resident-step-1')
    await page.getByRole('button', { name: '我不会写，请给我打电话' }).click()
    await page.locator('[data-step="3"]').waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('phone')
    await page.keyboard.type('13900000044')
    await page.locator('label.pick:has(#consent)').click()
    await page.locator('label.pick:has(#afraid)').click()
    expect(await page.locator('[data-row=matter]').innerText()).toContain('说不清楚')
    expect(await page.locator('[data-row=words]').innerText()).toBe('我不会写，请给我打电话')
    const phoneOnly = page.locator('label.pick:has([name=reply][value=contactOnly])')
    expect(await phoneOnly.innerText()).toMatch(/^只留电话\s+我们打给您，听您讲$/)
    expect(await page.locator('[data-row=reply]').innerText()).toBe('只留电话 139 0000 0044')
    await picture(page, 'resident-call-me')
    expect(await barriers(page)).toEqual([])
    await page.locator('[data-change="1"]').click()
    await page.getByRole('button', { name: '我不会写，请给我打电话' }).click()
    await send(page)
    await receipt(page)
  })

  test('who makes a suggestion is not asked of courts, and what was picked for a matter is not sent', async () => {
    const page = await stage.person()
    await page.goto(landing())
    await tell(page, { text: words })
    await page.locator('label.pick:has([name=court][value=yes])').click()
    for (const step of [2, 1, 0]) {
      await page.locator('[data-step]:not([hidden]) [data-back]').click()
      await page.locator(`[data-step="${step}"]:not([hidden])`).waitFor()
    }
    await tell(page, { kind: 'suggestion', text: '路边装几盏灯。' })
    expect(await page.getByText('这件事在打官司').isVisible()).toBe(false)
    await send(page)
    const { enquiryNumber } = await receipt(page)
    const filed = await played.house.db.select().from(reports).where(eq(reports.enquiryNumber, enquiryNumber))
    expect(filed).toMatchObject([{ kind: 'suggestion', inCourt: 'unanswered' }])
  })

  test('who reads how words are used and comes back has to agree again to a number that is gone', async () => {
    const page = await stage.person()
    await page.goto(landing())
    await tell(page, { text: words, reply: 'contactOnly', phone: '13900000055' })
    await page.waitForTimeout(700)
    await page.getByText('您写的东西我们怎么用').click()
    await page.locator('h1', { hasText: '您写的东西我们怎么用' }).waitFor()
    await page.goBack()
    await page.locator('[data-step="3"]:not([hidden])').waitFor()
    expect(await page.locator('#text').inputValue()).toBe(words)
    expect(await page.locator('#phone').inputValue()).toBe('')
    expect(await page.locator('#consent').isChecked()).toBe(false)
  })

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

  test('a page that does not match the printed code is not written on', async () => {
    const page = await stage.person()
    await page.route('**/c/*', async (route) => {
      const answer = await route.fetch()
      const other = await (await fetch(landing(1))).text()
      const root = (html: string) => /data-team="([^"]+)"/.exec(html)?.[1] ?? ''
      const html = await answer.text()
      return route.fulfill({ response: answer, body: html.replace(root(html), root(other)) })
    })
    await page.goto(landing())
    await page.getByText('先别写。这个网页和纸上的码对不上。').waitFor()
    expect(await page.locator('#report').isVisible()).toBe(false)
    expect(await page.locator('.letterhead').innerText()).not.toContain('巡察组')
    expect(await page.locator('[href^="tel:"]:visible').count()).toBe(0)
    await picture(page, 'resident-wrong-chain')
  })
})

describe('a resident without scripts', () => {
  test('is told to close the page they leave to, and that a person is named only for conduct', async () => {
    const page = await stage.person({ scripts: false })
    await page.goto(landing())
    await page.getByRole('heading', { name: '您要讲的是' }).waitFor()
    await page.getByText('反映人的时候填。').waitFor()
    await page.goto(played.origin + paths.gone)
    await page.getByText('请关掉这个网页。').waitFor()
    const withScripts = await stage.person()
    await withScripts.goto(landing())
    await withScripts.locator('#kind button').first().waitFor()
    expect(await withScripts.getByRole('heading', { name: '您要讲的是' }).isVisible()).toBe(false)
  })

  test('has their words back with what is wrong, and then a receipt', async () => {
    const page = await stage.person({ scripts: false })
    await page.goto(`${landing()}?lang=en`)
    await tellPlainly(page, { text: words, reply: 'named', phone: '123', name: '何阿婆' })
    await send(page)
    await page.locator('#mend').waitFor()
    await picture(page, 'resident-mend-plain')
    expect(await barriers(page)).toEqual([])
    expect(await page.locator('#text').inputValue()).toBe(words)
    const before = await filed()
    await page.locator('#place').fill('桥头')
    await page.getByRole('button', { name: 'larger' }).click()
    await page.locator('html[data-size=largest]').waitFor()
    await page.getByRole('button', { name: '中文' }).click()
    await page.getByText('还差 1 样').waitFor()
    await picture(page, 'resident-mend-plain-larger')
    expect(await barriers(page)).toEqual([])
    expect(await juts(page)).toBe(false)
    expect(await page.locator('#text').inputValue()).toBe(words)
    expect(await page.locator('#place').inputValue()).toBe('桥头')
    await page.locator('#phone').fill('13900000022')
    await page.getByRole('button', { name: '标准' }).click()
    await page.locator('html[data-size=standard]').waitFor()
    expect(await page.locator('#mend').isVisible()).toBe(false)
    expect(await filed()).toBe(before)
    await send(page)
    await receipt(page)
  })

  test('reads the answer in another size and language, and loses nothing of what is being added', async () => {
    const { code } = await speak(played.place, codeOf(), { text: words })
    const page = await stage.person({ scripts: false })
    await lookUp(page, played.origin, code)
    await page.locator('#more').fill('夜里更黑。')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByText('Nothing new yet.').waitFor()
    await page.getByRole('button', { name: 'large', exact: true }).click()
    await page.locator('html[data-size=large]').waitFor()
    await picture(page, 'progress-plain-large')
    expect(await barriers(page)).toEqual([])
    expect(await page.locator('#more').inputValue()).toBe('夜里更黑。')
    await page.locator('#add button').click()
    await page.getByText('Your addition has arrived.').waitFor()
  })

  test('who goes back and sends the same form again has one report', async () => {
    const before = await filed()
    const page = await stage.person({ scripts: false })
    await page.goto(landing())
    await tellPlainly(page, { text: words })
    await send(page)
    const first = await receipt(page)
    await page.reload()
    expect(await receipt(page)).toEqual(first)
    expect(await filed()).toBe(before + 1)
  })
})

describe('a plain form that cannot be taken now', () => {
  test('too long: is told what to do, and the words are on the page before', async () => {
    const page = await stage.person({ scripts: false })
    await page.goto(landing())
    await tellPlainly(page, { text: '长'.repeat(200_000) })
    await send(page)
    await page.getByText('太大了，没收下。').waitFor()
    await picture(page, 'plain-too-large')
    expect(await barriers(page)).toEqual([])
    await page.goBack()
    expect(await page.locator('#text').inputValue()).toHaveLength(200_000)
  })

  test.each([
    ['the storage is busy', 'SQLITE_BUSY: database is locked', '这会儿没收下。'],
    ['something broke', 'as it never should', '出了毛病，是我们的问题。'],
  ])('%s: one press sends the same once more, and it is one report', async (_, fault, sentence) => {
    const before = await filed()
    const page = await stage.person({ scripts: false })
    await page.goto(landing())
    await tellPlainly(page, { text: words, reply: 'contactOnly', phone: '13900000077' })
    const batch = vi.spyOn(played.house.db, 'batch').mockRejectedValue(new Error(fault))
    await send(page)
    await page.getByText(sentence).first().waitFor()
    batch.mockRestore()
    await picture(page, `plain-fault-${sentence.length}`)
    expect(await barriers(page)).toEqual([])
    expect(await filed()).toBe(before)
    await page.getByRole('button', { name: '再送一次' }).click()
    await receipt(page)
    expect(await filed()).toBe(before + 1)
  })

  test('too many ask at once: what was to be added stays, and one press adds it', async () => {
    const { code } = await speak(played.place, codeOf(), { text: words })
    const page = await stage.person({ scripts: false })
    await lookUp(page, played.origin, code)
    await page.locator('#more').fill('夜里更黑。')
    let go = () => {}
    const slow = new Promise<void>((resolve) => {
      go = resolve
    })
    const derive = crypto.subtle.deriveBits.bind(crypto.subtle)
    const stretching = vi.spyOn(crypto.subtle, 'deriveBits').mockImplementation(async (...asked) => {
      await slow
      return derive(...asked)
    })
    const body = new URLSearchParams({ code: makeQueryCode() })
    const crowd = Array.from({ length: 11 }, () =>
      fetch(played.origin + paths.progress, { method: 'POST', body }),
    )
    // Of eleven one is sent away, and then no place is left.
    expect((await Promise.race(crowd)).status).toBe(429)
    await page.locator('#add button').click()
    await page.getByText('现在查的人多').waitFor()
    stretching.mockRestore()
    go()
    await Promise.all(crowd)
    await picture(page, 'plain-slowed')
    expect(await barriers(page)).toEqual([])
    expect(await page.locator('#more').inputValue()).toBe('夜里更黑。')
    await page.locator('#add button').click()
    await page.getByText('补充的话收到了').waitFor()
  })
})

describe('a resident who asks how it goes', () => {
  test.each([
    {
      lang: 'zh',
      asks: '巡察组问：',
      question: '是哪一个组？\n大概哪一天？',
      added: '补充的话收到了。',
    },
    {
      lang: 'en',
      asks: 'The team asks: ',
      question: 'Which group is it?\nAbout which day?',
      added: 'Your addition has arrived.',
    },
  ])('reads the whole question once and answers it; the team sees the same ($lang)', async (spoken) => {
    const { lang, asks, question, added } = spoken
    const page = await stage.person()
    const look = async (name: string) => {
      await picture(page, `journey-${name}-${lang}`)
      expect(await barriers(page), name).toEqual([])
      expect(await juts(page), name).toBe(false)
      if (lang === 'zh' || name === 'step-3') return
      // A name, and the way to the other language, stand as they are.
      const left = (await page.locator('body').innerText()).replaceAll(/第一巡察组|中文/g, '')
      expect(left, name).not.toMatch(/[\u4e00-\u9fff]/)
    }
    await page.goto(`${landing()}?lang=${lang}`)
    await tell(page, { text: words })
    await look('step-3')
    await send(page)
    const { code, enquiryNumber } = await receipt(page)
    await look('receipt')
    const { username, password } = players.chen
    const chen = await enter(played.place, username, password)
    await ask(played.place, chen, enquiryNumber, question, addDays(dayOf(new Date()), 14))

    await lookUp(page, played.origin, code, lang)
    await expect.poll(() => page.locator('#answer .said').allInnerTexts()).toEqual([question])
    expect(await page.locator('#asked').innerText()).toBe(`${asks}${question}`)
    await look('question')

    const desk = await stage.person(officePc)
    await signIn(desk, played, players.chen)
    const [report] = await played.house.db
      .select()
      .from(reports)
      .where(eq(reports.enquiryNumber, enquiryNumber))
    await openReport(desk, played.origin + paths.desk(report?.teamId ?? ''), enquiryNumber)
    await expect.poll(() => desk.locator('#sees [data-slot=question]').innerText()).toBe(question)

    await page.locator('#more').fill('第三组，上周五。')
    await page.locator('#add button').click()
    await page.getByText(added).waitFor()
    await look('answered')
  })

  test('can dial the number of whoever it is for', async () => {
    const { code, enquiryNumber } = await speak(played.place, codeOf(), { text: words })
    const [chen, li] = await Promise.all(
      [players.chen, players.li].map(({ username, password }) => enter(played.place, username, password)),
    )
    if (!chen || !li) throw new Error('nobody at the desk')
    await proposeDecline(played.place, chen, enquiryNumber, 'courtMatter', '法院诉讼服务热线', '0700-12368')
    await decide(played.place, li, enquiryNumber)
    const page = await stage.person()
    await lookUp(page, played.origin, code)
    const number = page.getByRole('link', { name: '0700-12368' })
    expect(await number.getAttribute('href')).toBe('tel:070012368')
    await picture(page, 'progress-declined')
  })
})

test('a picture whose code leads nowhere is asked about once', async () => {
  const page = await stage.person()
  let asked = 0
  page.on('request', (request) => {
    if (request.method() === 'POST') asked++
  })
  await page.goto(`${played.origin}${paths.progress}#${makeQueryCode()}`)
  await page.getByText('没有查到。请一组一组再看一遍。').waitFor()
  await page.waitForTimeout(2000)
  expect(asked).toBe(1)
  await page.locator('#ask button').click()
  await expect.poll(() => asked).toBe(2)
})

test('a wrong digit is told before anything is sent', async () => {
  const page = await stage.person()
  await page.goto(played.origin + paths.progress)
  const asked = stage.requests.length
  const code = page.locator('#code')
  const invalid = () => code.getAttribute('aria-invalid')
  await code.pressSequentially('１２３４5678901234567')
  expect(await code.inputValue()).toBe('1234 5678 9012 3456 7')
  await page.locator('#ask button').click()
  await page.getByText('一共 20 个数字，现在是 17 个。').waitFor()
  expect(await invalid()).toBe('true')
  await page.keyboard.type('890')
  expect(await code.inputValue()).toBe('1234 5678 9012 3456 7890')
  await page.keyboard.press('Control+Home')
  for (const key of ['Delete', '1', 'ArrowRight', 'ArrowRight', 'ArrowRight', '9', 'Backspace'])
    await page.keyboard.press(key)
  expect(await code.inputValue()).toBe('1234 5678 9012 3456 7890')
  await page.locator('#ask button').click()
  await page.getByText('有一个数字可能抄错了').waitFor()
  expect(await invalid()).toBe('true')
  expect(stage.requests.slice(asked)).toEqual([])
  await picture(page, 'progress-wrong-digit')
})
