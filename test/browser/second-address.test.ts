import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lang, langs } from '../../src/i18n/speak.ts'
import { theOffice } from '../../src/office/store.ts'
import { offices } from '../../src/office/tables.ts'
import { paths } from '../../src/paths.ts'
import { noticeDrawer } from '../../src/posters/notice-drawer.tsx'
import type { Paper } from '../../src/posters/paper.ts'
import { addressSymbol } from '../../src/ui/qr.ts'
import { players } from '../cast/people.ts'
import { barriers } from './barriers.ts'
import { officePc, picture, printedSheets, useChromium } from './chromium.ts'
import { signIn } from './office-hands.ts'
import { type Played, startPlayed } from './played.ts'

const SECOND = 'https://fanying.lanchuan.example.org'
/** With what stands around it, more than a line. */
const LONG = 'bm.lanchuanxuncha.example.gov.cn'

let played: Played
const stage = useChromium(() => played.origin)
beforeAll(async () => {
  played = await startPlayed()
})
afterAll(() => played.leave())

async function office(): Promise<Page> {
  const page = await stage.person(officePc)
  await signIn(page, played, players.zhou)
  return page
}

const stored = async () => (await theOffice(played.house.db)).secondAddress

test('the office sets a second address, its browser signs it, and it is on the notice until it is taken away', async () => {
  const page = await office()
  const notice = played.origin + paths.printNotice(played.codes[0]?.token ?? '')
  await page.goto(played.origin + paths.settings)
  const field = page.getByLabel('第二个网址')
  const save = () =>
    page.locator('form', { has: field }).getByRole('button', { name: '保存', exact: true }).click()
  await field.fill(`${SECOND}/mashang`)
  await save()
  await page.locator('#second-wrong').waitFor()
  expect(await field.inputValue()).toBe(`${SECOND}/mashang`)
  expect(await stored()).toBeNull()
  await field.fill(` ${SECOND.replace('https', 'HTTPS')}/ `)
  await save()
  await page.getByRole('cell', { name: SECOND }).waitFor()
  for (const lang of langs.toReversed()) {
    await page.goto(`${played.origin}${paths.settings}?lang=${lang}`)
    expect(await barriers(page, { colours: lang === 'zh' }), lang).toEqual([])
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 })
      await picture(page, `second-address-${lang}-${width}`)
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 })

  for (const lang of ['zh', 'en']) {
    await page.goto(`${notice}?in=${lang}`)
    await page.getByRole('button', { name: '打印', exact: true }).waitFor()
    expect(await page.getByText(new URL(SECOND).host).isVisible()).toBe(true)
    expect(await printedSheets(page, `second-address-notice-${lang}`)).toHaveLength(1)
  }

  // Somebody writes an address into the database: nothing is printed at all.
  const signed = await stored()
  await played.house.db.update(offices).set({ secondAddress: 'https://evil.example' })
  await page.goto(notice)
  await page.locator('[data-forged]').first().waitFor()
  expect(await page.getByRole('button', { name: '打印', exact: true }).isVisible()).toBe(false)
  await played.house.db.update(offices).set({ secondAddress: signed })

  await page.goto(played.origin + paths.settings)
  await field.fill('')
  await save()
  await page.getByText('存好了。').waitFor()
  expect(await stored()).toBeNull()
})

/** With as much as the forms take, with addresses too wide for large letters, and with just the room for those. */
const fills = {
  longest: { unit: 40, postal: 80, box: 60, scope: 60, letterhead: 44 },
  wide: { unit: 3, postal: 9, box: 4, scope: 0, letterhead: 12 },
  large: { unit: 13, postal: 14, box: 8, scope: 0, letterhead: 20 },
}
type Fill = keyof typeof fills

function sheetOf(lang: Lang, fill: Fill, hasSecond: boolean): string {
  const { unit, postal, box, scope, letterhead } = fills[fill]
  const least = lang === 'en' && fill === 'large' ? 4 : 1
  const of = (most: number) =>
    (lang === 'zh' ? '岚' : 'Lanchuan ').repeat(most).slice(0, Math.ceil(most / least))
  const [domain, second] =
    fill === 'large'
      ? ['sc.example.cn', 'fy.example.org']
      : ['xunchaban.lanchuan.example.cn', fill === 'wide' ? LONG : new URL(SECOND).host]
  const paper: Paper = {
    token: '7K3M9QZX0A1BCDEF',
    number: '123450',
    sheets: 1,
    letterhead: of(letterhead),
    unit: of(unit),
    postal: of(postal),
    box: of(box),
    scope: of(scope) || undefined,
    type: 'village',
    phone: '0000-6123400',
    closes: '2027-01-05',
    domain,
    second: hasSecond ? second : undefined,
    hours: lang === 'zh' ? '工作日 8:30–12:00，14:30–17:30' : '8–18',
    symbol: addressSymbol(SECOND, '/C/7K3M9QZX0A1BCDEF'),
  }
  return noticeDrawer(lang, { demo: true, today: '2026-11-24' })(paper, 1)
}

const sheets = (['zh', 'en'] as const).flatMap((lang) =>
  (Object.keys(fills) as Fill[]).map((fill) => [lang, fill] as const),
)
test.each(sheets)('a sheet holds with one address and with two: %s, %s', async (lang, fill) => {
  const page = await office()
  const address = played.origin + paths.printNotice(played.codes[0]?.token ?? '')
  for (const hasSecond of [false, true]) {
    await page.route(address, async (route) => {
      const response = await route.fetch()
      const sheet = sheetOf(lang, fill, hasSecond)
      const body = (await response.text()).replace(/<section class="sheet.*<\/section>/s, () => sheet)
      await route.fulfill({ response, body })
    })
    await page.goto(address)
    await page.getByRole('button', { name: '打印', exact: true }).waitFor()
    await picture(page, `sheet-${lang}-${fill}-${hasSecond ? 2 : 1}`)
    expect(await page.locator('.notice.tight').count()).toBe(fill === 'large' ? 0 : 1)
    const spilt = await page.locator('.notice').evaluate((sheet) => {
      const right = (part: string) => sheet.querySelector(part)?.getBoundingClientRect().right ?? 0
      const beside = Math.round(right('.notice-frame') - right('.notice-head'))
      return [sheet.scrollWidth - sheet.clientWidth, sheet.scrollHeight - sheet.clientHeight, beside]
    })
    // In pixels; one may be the rounding of a millimetre.
    expect(Math.max(...spilt), `${hasSecond} ${spilt}`).toBeLessThanOrEqual(1)
    if (hasSecond) await expectWholeLines(page)
    const cut = (all: Element[]) => all.filter((one) => one.getClientRects().length > 1).length
    if (fill === 'wide') expect(await page.locator('.notice-ways b').evaluateAll(cut)).toBe(0)
    await page.unroute(address)
  }
})

/** Beside two addresses no line begins with a comma, and 或 stands with the one it brings. */
async function expectWholeLines(page: Page) {
  const lines = await page
    .locator('.notice-ways li')
    .nth(1)
    .evaluate((li) => {
      const found = new Map<number, string>()
      const texts = document.createTreeWalker(li, NodeFilter.SHOW_TEXT)
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        for (const [at, letter] of [...(text.nodeValue ?? '')].entries()) {
          const range = new Range()
          range.setStart(text, at)
          range.setEnd(text, at + 1)
          const { bottom } = range.getBoundingClientRect()
          const line = [...found.keys()].find((one) => Math.abs(one - bottom) < 6) ?? bottom
          found.set(line, (found.get(line) ?? '') + letter)
        }
      }
      return [...found.values()].map((line) => line.trim())
    })
  expect(lines.length).toBeGreaterThan(2)
  for (const line of lines) expect(line).not.toMatch(/^[，,]|^(或|or)$/)
}
