import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { theOffice } from '../../src/office/store.ts'
import { offices } from '../../src/office/tables.ts'
import { paths } from '../../src/paths.ts'
import { units } from '../../src/rounds/tables.ts'
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

test('a sheet with everything at its longest still holds', async () => {
  expect(units).toBeDefined()
})
