import { join } from 'node:path'
import Database from 'libsql'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/paths.ts'
import { office, players } from '../cast/people.ts'
import { barriers, barriersUnfolded } from './barriers.ts'
import { officePc, picture, printedPages, useChromium } from './chromium.ts'
import * as hands from './office-hands.ts'
import { fillIn, press } from './office-hands.ts'
import { type Server, startServer } from './server.ts'

// Set-up with every slip that can be mended, and the way back for who forgot a password.

let server: Server
const stage = useChromium(() => server.origin)
beforeAll(async () => {
  server = await startServer({ PUBLIC_URL: undefined })
})
afterAll(() => server.leave())

let page: Page
let papers: hands.Papers
const isShown = (step: number) => page.locator(`[data-step="${step}"]`).isVisible()

test('what was typed is not lost by a press on another language', async () => {
  const first = await stage.person(officePc)
  const asked: string[] = []
  first.on('dialog', async (dialog) => {
    asked.push(dialog.type())
    await dialog.dismiss()
  })
  await first.goto(`${server.origin}${paths.setup}?secret=${server.setupSecret}`)
  await first.getByRole('link', { name: '繁體' }).click()
  await first.locator('html[lang=zh-Hant]').waitFor()
  expect(await barriersUnfolded(first)).toEqual([])
  await first.getByRole('link', { name: 'English' }).click()
  await first.locator('html[lang=en]').waitFor()
  expect(await barriersUnfolded(first)).toEqual([])
  await first.getByRole('link', { name: '简体' }).click()
  await first.locator('html[lang=zh-CN]').waitFor()
  for (const box of await first.locator('[data-ready] input').all()) await box.check()
  await press(first, '都准备好了')
  await first.locator('#fullName').fill(office.fullName)
  expect(asked).toEqual([])
  await first.getByRole('link', { name: 'English' }).click()
  await expect.poll(() => asked).toEqual(['beforeunload'])
  expect(await first.locator('#fullName').inputValue()).toBe(office.fullName)
  await first.context().close()
})

test('an address that is none is refused where it is typed, and a spelling is tidied before it is signed', async () => {
  page = await stage.person(officePc)
  await hands.enterOffice(page, server, { ...office, publicUrl: 'https://sc.example.cn/mashang' })
  await page.getByText('网址不对').waitFor()
  expect(await isShown(1)).toBe(true)
  await picture(page, 'setup-address')
  expect(await barriers(page)).toEqual([])
  await page.locator('#publicUrl').fill('HTTPS://SC.Example.cn:443/')
  await page.locator('#phone').focus()
  expect(await page.locator('#publicUrl').inputValue()).toBe('https://sc.example.cn')
  expect(await page.getByText('网址不对').isVisible()).toBe(false)
  await press(page, '下一步')
  await page.locator('#new-password').waitFor()
  expect(await barriers(page)).toEqual([])
})

test('closed with the papers made but not checked, it has kept nothing, and says so until it is begun anew', async () => {
  const unfinished = page.getByText('上次没有做完，什么也没有保存。请从头再来，并销毁上次印的纸。')
  expect(await unfinished.isVisible()).toBe(false)
  await hands.makePapers(page)
  page.once('dialog', (dialog) => dialog.accept())
  await page.reload()
  await unfinished.waitFor()
  expect(await isShown(0)).toBe(true)
  expect((await page.locator('[data-digits] b').allTextContents()).join('')).toBe('')
  await picture(page, 'setup-unfinished')
  expect(await barriers(page)).toEqual([])
  const database = new Database(join(server.dataDir, 'mashang.db'), { readonly: true })
  const count = (table: string) => database.prepare(`select * from ${table}`).all().length
  expect(['offices', 'people', 'grants', 'steps'].map(count)).toEqual([0, 0, 0, 0])
  database.close()
  await hands.enterOffice(page, server, { ...office, publicUrl: 'https://sc.example.cn' })
  expect(await unfinished.isVisible()).toBe(false)
})

test('each paper is one page, and checking begins once they were printed or copied', async () => {
  papers = await hands.makePapers(page)
  expect(await printedPages(page, 'setup-sheets')).toBe(4)
  const check = page.getByRole('button', { name: '印好了，去核对' })
  expect(await check.isDisabled()).toBe(true)
  await page.getByLabel('我是手抄的').check()
  expect(await check.isDisabled()).toBe(false)
  await page.getByLabel('我是手抄的').uncheck()
  expect(await check.isDisabled()).toBe(true)
  await press(page, '打印三张和个人恢复码')
  expect(await check.isDisabled()).toBe(false)
  expect(await page.locator('[data-paper="2"]').innerText()).toContain(office.shortName)
  await picture(page, 'setup-sheets')
  expect(await barriers(page)).toEqual([])
})

test('going back from the last steps loses nothing, and an address mended late is signed anew', async () => {
  await hands.checkPapers(page, papers)
  await page.locator('[data-place]').first().fill('保密柜')
  expect(await barriers(page)).toEqual([])
  await press(page, '返回')
  expect(await isShown(4)).toBe(true)
  expect(await barriers(page)).toEqual([])
  await press(page, '返回，再印一次')
  expect(await hands.rowsOn(page, 'sheet-1')).toEqual(papers.sheets[0])
  await press(page, '返回改办公室')
  await page.locator('#publicUrl').fill(`${server.origin.replace('http', 'HTTP')}/`)
  await press(page, '下一步')
  expect(await hands.rowsOn(page, 'recovery')).toEqual(papers.recovery)
  await hands.checkPapers(page, papers)
  expect(await page.locator('[data-place]').first().inputValue()).toBe('保密柜')
  await hands.seal(page)
  expect(await page.evaluate(() => localStorage.getItem('setup-begun'))).toBeNull()
})

test('a forgotten password: the old code counts until the new one is kept, and the page says so', async () => {
  const { username } = players.zhou
  const password = 'a sentence nobody else would think of'
  const forgetful = await stage.person(officePc)
  await forgetful.goto(server.origin + paths.recoverPassword)
  const [first = '', second = ''] = papers.recovery
  await fillIn(forgetful, { username, 'row-1': first, 'row-2': second })
  await fillIn(forgetful, { 'new-password': password, again: password })
  await press(forgetful, '换密码')
  await forgetful.getByText('保存以后旧的才作废，先别撕').waitFor({ timeout: 20_000 })
  expect(await forgetful.getByText('请当场撕掉').isVisible()).toBe(false)
  await picture(forgetful, 'forgotten-new-code')
  expect(await printedPages(forgetful, 'forgotten-new-code')).toBe(1)
  const [, last = ''] = await hands.rowsOn(forgetful, 'recovery')
  await press(forgetful, '印好了，收起来')
  await forgetful.locator('#last-row').fill(last)
  await press(forgetful, '保存')
  await forgetful.getByText('旧的恢复码作废了，请当场撕掉。').waitFor({ timeout: 20_000 })
  await picture(forgetful, 'forgotten-done')
  expect(await barriers(forgetful)).toEqual([])
  await forgetful.getByRole('link', { name: '撕掉了，继续' }).click()
  await forgetful.getByRole('heading', { name: '准备清单' }).waitFor()
})
