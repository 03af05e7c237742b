import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { addDays, dayOf } from '../../src/clock/day.ts'
import { langs } from '../../src/i18n/speak.ts'
import { paths } from '../../src/paths.ts'
import { codes } from '../../src/posters/tables.ts'
import { rounds } from '../../src/rounds/tables.ts'
import { atNotice } from './at-notice.ts'
import {
  barriers,
  barriersAsItStands,
  barriersInForcedColours,
  barriersOnlyInForcedColours,
  sweep,
} from './barriers.ts'
import { juts, picture } from './chromium.ts'
import { barriersInOtherLanguages } from './each-language.ts'
import { lostInLargeType } from './large-type.ts'
import { outOfOrder } from './reading-order.ts'
import { receipt, send, tell, tellPlainly } from './resident-hands.ts'

const { stage, played, codeOf, landing, words } = atNotice()

/** Every page a resident can come to by an address. */
const publicPages = () => [
  ['front', '/'],
  ['landing', paths.code(codeOf())],
  ['past the team', paths.aboutTeam(codeOf())],
  ['test scan', paths.code(codeOf(2))],
  ['unknown code', paths.code('0000000000000000')],
  ['by number', paths.notice(played.codes[1]?.noticeNumber ?? '')],
  ['genuine', paths.genuine],
  ['something wrong with a notice', `${paths.wrongNotice}?number=${played.codes[0]?.noticeNumber}`],
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
    if (scripts) await sweep(page)
    for (const [name, address = ''] of publicPages()) {
      const query = `${address.includes('?') ? '&' : '?'}lang=${lang}`
      await page.goto(played.origin + address + query)
      if (scripts && name === 'landing') await page.locator('#kind button').first().waitFor()
      await picture(page, `public-${name?.replaceAll(' ', '-')}-${lang}${scripts ? '' : '-plain'}`)
      expect(await barriersAsItStands(page), name).toEqual([])
      expect(await juts(page), name).toBe(false)
      expect(await outOfOrder(page), name).toEqual([])
      // One look is for all that is harder to bear at once. Without scripts only the long form is another page.
      const look = async () => {
        if (!scripts && name !== 'landing') return
        // The smallest phone with the largest letters lays a page out in its own way: that is looked at whole once.
        const whole = lang === 'zh' && scripts
        const seen = whole ? barriersInForcedColours : barriersOnlyInForcedColours
        const found = await seen(page, { colours: lang === 'zh' })
        expect(found, `${name}, large`).toEqual([])
      }
      expect(await lostInLargeType(page, look), name).toEqual([])
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

test('in traditional characters they have no barrier, and lose nothing in the largest letters', async () => {
  const page = await stage.person()
  await sweep(page)
  for (const [name, address = ''] of publicPages()) {
    await page.goto(`${played.origin}${address}${address.includes('?') ? '&' : '?'}lang=zh-Hant`)
    const look = async () =>
      expect(await barriersOnlyInForcedColours(page, { colours: false }), name).toEqual([])
    expect(await barriersAsItStands(page, { colours: false }), name).toEqual([])
    expect(await lostInLargeType(page, look), name).toEqual([])
  }
  const plain = await stage.person({ scripts: false })
  await plain.goto(`${landing()}?lang=zh-Hant`)
  expect(await barriers(plain, { colours: false })).toEqual([])
})

test('what they show only once it is needed has no barrier in the other languages', async () => {
  const page = await stage.person()
  for (const address of [
    landing(),
    played.origin + paths.aboutTeam(codeOf()),
    played.origin + paths.progress,
  ]) {
    await page.goto(address)
    expect(await barriersInOtherLanguages(page), address).toEqual([])
  }
})

test.each(langs)('what is missing or wrong in their forms is said without a barrier (%s)', async (lang) => {
  const page = await stage.person()
  const form = page.locator('form:has(#number)')
  for (const [name, address, number] of [
    ['front, empty', paths.front, ''],
    ['front, unknown', paths.front, '000000'],
    ['genuine, empty', paths.genuine, ''],
    ['genuine, unknown', paths.genuine, '000000'],
    ['something wrong with a notice, empty', paths.wrongNotice, ''],
  ] as const) {
    await page.goto(`${played.origin}${address}?lang=${lang}`)
    await form.locator('#number').fill(number)
    await form.locator('[type=submit]').click()
    await page.locator('main :is([role=alert], .box.bad)').waitFor()
    expect(await barriers(page), name).toEqual([])
    expect(await juts(page), name).toBe(false)
  }
  await page.locator('[name=what]').first().check()
  await form.locator('[type=submit]').click()
  await page.locator('main [role=status]').waitFor()
  expect(await barriers(page), 'thanks').toEqual([])
  expect(await juts(page)).toBe(false)
})

test.each(langs)('the first button of the landing page is seen at 360 × 640 (%s)', async (lang) => {
  for (const size of ['standard', 'large', 'largest']) {
    const page = await stage.person({ width: 360, height: 640 })
    await page.goto(`${landing()}?lang=${lang}&size=${size}`)
    await page.locator('#kind button').first().waitFor()
    const [strip, bottom, height] = await page.evaluate(() => {
      const button = document.querySelector('#kind button')?.getBoundingClientRect()
      return [
        document.querySelector<HTMLElement>('.demo:not([data-wechat])')?.offsetHeight,
        button?.bottom,
        button?.height,
      ]
    })
    // A real office has no strip that says it is invented.
    expect((bottom ?? 999) - (strip ?? 0), size).toBeLessThanOrEqual(640)
    expect(height, size).toBeGreaterThanOrEqual(60)
    await page.context().close()
  }
})

test('a notice that takes nothing just now says so to whoever needs the largest letters', async () => {
  const { db } = played.house
  const today = dayOf(new Date())
  const page = await stage.person()
  const look = async (says: string) => {
    for (const lang of langs) {
      await page.goto(`${landing()}?lang=${lang}`)
      if (lang === 'zh') await page.getByText(says).first().waitFor()
      expect(await page.locator('#kind button').count(), says).toBe(0)
      const barred = async () =>
        expect(await barriersAsItStands(page, { colours: lang === 'zh' }), says).toEqual([])
      expect(await lostInLargeType(page, barred), `${says} ${lang}`).toEqual([])
      expect(await outOfOrder(page), says).toEqual([])
    }
  }
  await db.update(rounds).set({ pausedReason: '发大水，先转移' })
  await look('发大水，先转移')
  await db.update(rounds).set({ pausedReason: null, intakeClosesOn: addDays(today, -1) })
  await look('已经截止')
  await db.update(rounds).set({ intakeClosesOn: addDays(today, 30), intakeOpensOn: addDays(today, 2) })
  await look('开始')
  await db.update(codes).set({ state: 'revoked' })
  await look('这张公告停用了')
})
