import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Lang } from '../../src/i18n/speak.ts'
import { theOffice } from '../../src/office/store.ts'
import { offices } from '../../src/office/tables.ts'
import { paths } from '../../src/paths.ts'
import { noticeDrawer } from '../../src/posters/notice-drawer.tsx'
import type { Paper } from '../../src/posters/paper.ts'
import { addressSymbol } from '../../src/ui/qr.ts'
import { players } from '../cast/people.ts'
import { barriers, officePc, picture, printedSheets, useChromium } from './chromium.ts'
import { press, signIn } from './office-hands.ts'
import { type Played, startPlayed } from './played.ts'

const SECOND = 'https://fanying.lanchuan.example.org'

let played: Played
const stage = useChromium(() => played.origin)
beforeAll(async () => {
  played = await startPlayed()
})
afterAll(() => played.leave())

async function office(scripts = true): Promise<Page> {
  const page = await stage.person({ ...officePc, scripts })
  await signIn(page, played, players.zhou)
  return page
}

const stored = async () => (await theOffice(played.house.db)).secondAddress

test('the office sets a second address, its browser signs it, and it is on the notice until it is taken away', async () => {
  const page = await office()
  const notice = played.origin + paths.printNotice(played.codes[0]?.token ?? '')
  await page.goto(played.origin + paths.settings)
  const field = page.getByLabel('第二个网址')
  await field.fill(`${SECOND}/mashang`)
  await press(page, '保存')
  await page.locator('#second-wrong').waitFor()
  expect(await field.inputValue()).toBe(`${SECOND}/mashang`)
  expect(await stored()).toBeNull()
  await field.fill(` ${SECOND.replace('https', 'HTTPS')}/ `)
  await press(page, '保存')
  await page.getByRole('cell', { name: SECOND }).waitFor()
  expect(await barriers(page)).toEqual([])
  for (const lang of ['en', 'zh']) {
    await page.goto(`${played.origin}${paths.settings}?lang=${lang}`)
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
  await press(page, '保存')
  await page.getByText('存好了。').waitFor()
  expect(await stored()).toBeNull()
})

const words = (lang: Lang) => (most: number) =>
  (lang === 'zh' ? '岚' : 'Lanchuan ').repeat(most).slice(0, most)

/** With as much as the forms take, or as little as is usual. */
function sheetOf(lang: Lang, isLongest: boolean, second: string | undefined): string {
  const of = words(lang)
  const all = isLongest ? { unit: 40, postal: 80, box: 60 } : { unit: 3, postal: 9, box: 4 }
  const paper: Paper = {
    ...{ token: '7K3M9QZX0A1BCDEF', number: '123450', sheets: 1, letterhead: of(isLongest ? 44 : 12) },
    ...{ unit: of(all.unit), postal: of(all.postal), box: of(all.box), type: 'village' },
    ...{ scope: isLongest ? of(60) : undefined, phone: '0000-6123400', closes: '2027-01-05' },
    ...{ hours: isLongest ? '工作日 8:30–12:00，14:30–17:30' : '工作日', second },
    ...{ domain: 'xunchaban.lanchuan.example.cn', symbol: addressSymbol(SECOND, '/C/7K3M9QZX0A1BCDEF') },
  }
  return noticeDrawer(lang, { demo: true, today: '2026-11-24' })(paper, 1)
}

test.each([
  ['zh', true],
  ['zh', false],
  ['en', true],
  ['en', false],
] as const)(
  'a sheet in %s holds with both addresses, everything at its longest: %s',
  async (lang, isLongest) => {
    const page = await office()
    const address = played.origin + paths.printNotice(played.codes[0]?.token ?? '')
    for (const second of [undefined, new URL(SECOND).host]) {
      await page.route(address, async (route) => {
        const response = await route.fetch()
        const sheet = sheetOf(lang, isLongest, second)
        const body = (await response.text()).replace(/<section class="sheet.*<\/section>/s, () => sheet)
        await route.fulfill({ response, body })
      })
      await page.goto(address)
      await page.getByRole('button', { name: '打印', exact: true }).waitFor()
      await picture(page, `sheet-${lang}-${isLongest ? 'longest' : 'usual'}-${second ? 2 : 1}`)
      const spilt = await page.locator('.notice').evaluate((sheet) => {
        const right = (part: string) => sheet.querySelector(part)?.getBoundingClientRect().right ?? 0
        const beside = Math.round(right('.notice-frame') - right('.notice-head'))
        return [sheet.scrollWidth - sheet.clientWidth, sheet.scrollHeight - sheet.clientHeight, beside]
      })
      expect([second, spilt]).toEqual([second, [0, 0, 0]])
      await page.unroute(address)
    }
  },
)
