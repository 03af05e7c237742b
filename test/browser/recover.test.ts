import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Lang } from '../../src/i18n/speak.ts'
import { paths } from '../../src/paths.ts'
import { players } from '../cast/people.ts'
import { barriers, barriersUnfolded } from './barriers.ts'
import { officePc, picture, useChromium } from './chromium.ts'
import * as hands from './office-hands.ts'
import { fillIn, press } from './office-hands.ts'
import { type Server, startServer } from './server.ts'

// The office is set up, its machine and its only administrator's memory are gone, and two sheets give it back.

const { xu } = players
const machine = mkdtempSync(join(tmpdir(), 'mashang-recovered-'))
let server: Server
let papers: hands.Papers
const stage = useChromium(() => server.origin)
const onMachine = { DATA_DIR: machine }

beforeAll(async () => {
  server = await startServer({ PUBLIC_URL: undefined })
})
afterAll(async () => {
  await server.leave()
  rmSync(machine, { recursive: true, force: true })
})

const addressIn = (log: string) => /http:\S+secret=\S+/.exec(log)?.[0] ?? ''
const typeSheet = (page: Page, n: number, rows: readonly string[]) =>
  fillIn(page, Object.fromEntries(rows.map((row, at) => [`row-${n}-${at + 1}`, row])))

test('a copy of the database is all that is left of the first machine', async () => {
  papers = await hands.setUp(await stage.person(officePc), server)
  await server.stop()
  copyFileSync(join(server.dataDir, 'mashang.db'), join(machine, 'mashang.db'))
  await server.leave()
})

let page: Page
test('a slip of the pen is told at its row, and sheets that open nothing are told apart', async () => {
  server = await startServer(onMachine, 'dist/recover.mjs')
  page = await stage.person(officePc)
  for (const lang of ['en', 'zh-Hant', 'zh'] satisfies Lang[]) {
    await page.goto(`${addressIn(server.log())}&lang=${lang}`)
    if (lang !== 'zh') expect(await barriersUnfolded(page), lang).toEqual([])
  }
  const [one = [], two = []] = papers.sheets
  await typeSheet(page, 1, one)
  await typeSheet(page, 2, two)
  const wrong = page.getByText('第 2 份第 3 行不对')
  const [, , third = ''] = two
  await page.locator('#row-2-3').fill(third.slice(0, 19) + ((Number(third[19]) + 1) % 10))
  expect(await wrong.isVisible()).toBe(true)
  await picture(page, 'recover-sheets')
  expect(await barriers(page)).toEqual([])
  await page.locator('#row-2-3').fill(third)
  expect(await wrong.isVisible()).toBe(false)

  await typeSheet(page, 2, one)
  await press(page, '开锁')
  await page.getByText('两次写的是同一份').waitFor()
  await typeSheet(page, 2, [two[1]!, two[0]!, ...two.slice(2)])
  await press(page, '开锁')
  await page.getByText('第 2 份的五行合起来不对').waitFor()
  await typeSheet(page, 2, two)
  await press(page, '开锁')
  await page.getByRole('heading', { name: '新的管理员' }).waitFor()
})

test('a new administrator is made, and a new set of sheets that must be read back', async () => {
  const { name, username, password } = xu
  const account = { why: 'machine', name, 'new-password': password, again: password }
  await fillIn(page, { ...account, username: players.zhou.username })
  await press(page, '做钥匙')
  await page.getByText('这个用户名有人用了').waitFor()
  await picture(page, 'recover-account')
  expect(await barriers(page)).toEqual([])
  await fillIn(page, { username })
  await press(page, '做钥匙')
  await page.getByText('旧的三份先留着').waitFor({ timeout: 20_000 })
  const fresh = await hands.readPapers(page)
  expect(fresh.sheets.flat().filter((row) => papers.sheets.flat().includes(row))).toEqual([])
  await picture(page, 'recover-printing')
  expect(await barriers(page)).toEqual([])
  await hands.checkPapers(page, fresh)
  await page.getByRole('heading', { name: '封存' }).waitFor()
  papers = fresh
})

test('three new keepers have it, the page is void, and the server has ended', async () => {
  await page.locator('[data-keeper="2"] [data-who]').fill('巡察办主任')
  await hands.handOverSheets(page)
  await page.getByText('同一个人不要拿两份').last().waitFor()
  await page.locator('[data-keeper="2"] [data-who]').fill('领导小组副组长')
  await press(page, '完成')
  await page.getByText(`用 ${xu.username} 登录`).waitFor()
  await picture(page, 'recover-done')
  expect(await barriers(page)).toEqual([])
  await expect.poll(() => fetch(server.origin).catch(() => 'gone')).toBe('gone')
  expect(server.log()).toContain('找回了')
})

test('the product starts on the recovered data, and the new administrator is let in', async () => {
  await server.leave()
  server = await startServer(onMachine)
  const office = await stage.person(officePc)
  await hands.signIn(office, server, xu)
  await office.getByRole('heading', { name: '准备清单' }).waitFor()
  expect(new URL(office.url()).pathname).toBe(paths.office)
})

test('the new sheets open the office the next time', async () => {
  await server.leave()
  server = await startServer(onMachine, 'dist/recover.mjs')
  const again = await stage.person(officePc)
  await again.goto(addressIn(server.log()))
  const [, two = [], three = []] = papers.sheets
  await typeSheet(again, 1, three)
  await typeSheet(again, 2, two)
  await press(again, '开锁')
  await again.getByRole('heading', { name: '新的管理员' }).waitFor()
  expect(await again.getByText('这两份不是这个数据库的').isVisible()).toBe(false)
})
