import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as pathOf } from 'node:path'
import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.tsx'
import type { Lang } from '../../src/i18n/speak.ts'
import { openHouse } from '../../src/node/open-house.ts'
import { serveHouse } from '../../src/node/serving.ts'
import { paths } from '../../src/paths.ts'
import { readSettings } from '../../src/settings.ts'
import { people, sessions } from '../../src/staff/tables.ts'
import { signIn as atDesk, type Place } from '../cast/at-desk.ts'
import { join } from '../cast/joining.ts'
import { players } from '../cast/people.ts'
import { openVillageIn, type Peopled } from '../cast/peopled.ts'
import { openTyped } from '../cast/recovering.ts'
import { speak } from '../cast/residents.ts'
import { said } from '../cast/words.ts'
import { barriers, barriersUnfolded } from './barriers.ts'
import { officePc, picture, useChromium } from './chromium.ts'
import * as hands from './office-hands.ts'
import { fillIn, press } from './office-hands.ts'
import { freePort } from './played.ts'
import { openReport } from './team-hands.ts'

// One sheet is lost, and the team's leader has gone: an administrator types the other two, while the house is at work.

const { zhou, wu } = players
const dataDir = mkdtempSync(pathOf(tmpdir(), 'mashang-new-sheets-'))
let place: Place
let village: Peopled
let number = ''
let leave: () => Promise<void>
const stage = useChromium(() => place.origin)

beforeAll(async () => {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const { house, settle, close } = await openHouse(
    readSettings({ PORT: String(port), PUBLIC_URL: origin, DATA_DIR: dataDir }),
  )
  const serving = await serveHouse({ house, settle })
  leave = async () => {
    await serving.close()
    close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  const app = createApp(house, { grouped: true })
  place = { house, origin, door: (address, request) => app.request(address, request) }
  village = await openVillageIn(place)
  number = (await speak(place, village.token, said.ditch)).enquiryNumber
  await join(place, village.administrator, { ...wu, roles: 'leader' }, village.ids.teams.first)
  for (const { id } of [village.leader, village.liaison])
    await house.db.update(people).set({ state: 'disabled' }).where(eq(people.id, id))
})
afterAll(() => leave())

const typeSheet = (page: Page, n: number, rows: readonly string[]) =>
  fillIn(page, Object.fromEntries(rows.map((row, at) => [`row-${n}-${at + 1}`, row])))

/** On a wide screen and a narrow one. */
async function look(page: Page, step: string, lang: Lang = 'zh') {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await picture(page, `new-sheets-${step}-${lang}-${width}`)
    const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    expect(isTooWide, `${step} at ${width}`).toBe(false)
  }
  expect(await barriers(page)).toEqual([])
}

let page: Page
test('the keys page leads to it, and two typed sheets open it in this window', async () => {
  page = await stage.person(officePc)
  await hands.signIn(page, place, zhou)
  await page.goto(place.origin + paths.officeKeys)
  await picture(page, 'new-sheets-keys')
  await page.getByRole('link', { name: '换一套新凭证' }).click()
  for (const lang of ['en', 'zh-Hant'] satisfies Lang[]) {
    await page.goto(`${place.origin}${paths.newSheets}?lang=${lang}`)
    await look(page, 'typing', lang)
    expect(await barriersUnfolded(page), lang).toEqual([])
  }
  await page.goto(`${place.origin}${paths.newSheets}?lang=zh`)
  await look(page, 'typing')

  const [one = [], , three = []] = village.sheets
  await typeSheet(page, 1, three)
  await typeSheet(page, 2, [one[1]!, one[0]!, ...one.slice(2)])
  await press(page, '开锁')
  await page.getByText('第 2 份的五行合起来不对').waitFor()
  await typeSheet(page, 2, one)
  await press(page, '开锁')
  await page.getByRole('heading', { name: '打开了' }).waitFor()
  // The digits are gone, and nothing has been sent.
  expect(await page.locator('#row-1-1').inputValue()).toBe('')
  await look(page, 'giving')
})

let fresh: hands.Papers
test('the new set is printed and read back, and the team’s key given to its new leader', async () => {
  await page.locator('#why').selectOption('sheetLost')
  await page.getByLabel(`把第一巡察组的钥匙交给${wu.name}`).check()
  await press(page, '做一套新凭证')
  await page.getByText('旧的三份先留着').waitFor({ timeout: 20_000 })
  fresh = await hands.readPapers(page)
  expect(fresh.recovery).toEqual([])
  expect(fresh.sheets.flat().filter((row) => village.sheets.flat().includes(row))).toEqual([])
  await look(page, 'printing')
  await hands.checkPapers(page, fresh)
  await page.getByRole('heading', { name: '封存' }).waitFor()
  await look(page, 'sealing')
})

test('a session that has run out is opened again in place, and then the set is stored', async () => {
  await place.house.db.delete(sessions)
  await hands.handOverSheets(page)
  await page.locator('#lock-password').fill(zhou.password)
  await press(page, '继续')
  await page.getByRole('heading', { name: '换好了' }).waitFor()
  expect(await page.getByText(`第一巡察组的钥匙交给了${wu.name}`).isVisible()).toBe(true)
  await look(page, 'done')
  await page.getByRole('link', { name: '钥匙' }).last().click()
  await page.getByText(`${zhou.name}用恢复凭证把本组的钥匙交给${wu.name}`).waitFor()
  await picture(page, 'new-sheets-said')
})

test('the new leader reads what was told before, and only the new sheets open the office', async () => {
  const leader = await stage.person(officePc)
  await hands.signIn(leader, place, wu)
  await openReport(leader, place.origin + paths.desk(village.ids.teams.first), number)
  await leader
    .getByText(said.ditch.text ?? '')
    .first()
    .waitFor()
  const administrator = await atDesk(place, zhou.username, zhou.password)
  await expect(openTyped(administrator, village.sheets.slice(0, 2))).rejects.toThrow('foreign')
  expect((await openTyped(administrator, fresh.sheets.slice(1))).office.root).toHaveLength(65)
})

test('who finds only one of them makes another set with their own keys, and the team is asked for a new lock', async () => {
  await page.goto(place.origin + paths.newSheets)
  await press(page, '不用旧凭证，重做一套')
  await page.getByText('旧的三份先留着').waitFor({ timeout: 20_000 })
  const third = await hands.readPapers(page)
  await hands.checkPapers(page, third)
  await hands.handOverSheets(page)
  await page.getByRole('heading', { name: '换好了' }).waitFor()
  expect(await page.getByText('第一巡察组：新的一套还打不开本组的反映').isVisible()).toBe(true)
  await picture(page, 'new-sheets-alone')
  await page.getByRole('link', { name: '钥匙' }).last().click()
  await page.getByText(`${zhou.name}重做了恢复凭证`).waitFor()
  const administrator = await atDesk(place, zhou.username, zhou.password)
  await expect(openTyped(administrator, fresh.sheets.slice(1))).rejects.toThrow('foreign')
  expect((await openTyped(administrator, third.sheets.slice(1))).office.root).toHaveLength(65)
})
