import { readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/paths.ts'
import { listCodes } from '../../src/posters/store.ts'
import { codes } from '../../src/posters/tables.ts'
import { listRounds } from '../../src/rounds/store.ts'
import { listTeams } from '../../src/rounds/teams.ts'
import { createUnit, listUnits } from '../../src/rounds/units.ts'
import { assign, hand } from '../cast/bare-office.ts'
import { players } from '../cast/people.ts'
import { printed, readBy, seenAt, shown } from '../paper/raster.ts'
import { barriers } from './barriers.ts'
import { type Device, officePc, picture, printedPages, useChromium } from './chromium.ts'
import { barriersInOtherLanguages } from './each-language.ts'
import { press, signIn } from './office-hands.ts'
import { type Played, startPlayed } from './played.ts'

const VILLAGES = 45

let played: Played
let roundId = ''
let before = 0
const stage = useChromium(() => played.origin)
beforeAll(async () => {
  played = await startPlayed()
  const { db } = played.house
  roundId = (await listRounds(db))[0]?.id ?? ''
  before = (await listCodes(db, roundId)).length
  const team = played.codes.length > 0 ? (await listTeams(db, roundId))[0] : undefined
  for (let n = 1; n <= VILLAGES; n++) {
    const name = `河湾第${n}村`
    await createUnit(db, `river-${n}`, { name, shortName: name, type: 'village', parentId: null }, hand)
    await assign(db, roundId, `river-${n}`, team?.id ?? '')
  }
})
afterAll(() => played.leave())

const made = async () => (await listCodes(played.house.db, roundId)).length - before

async function office(device?: Device): Promise<Page> {
  const page = await stage.person(device)
  await signIn(page, played, players.zhou)
  return page
}

test('a whole round is minted group by group, and goes on in a new tab where the old one was closed', async () => {
  const first = await office(officePc)
  await first.goto(played.origin + paths.codes(roundId))
  await first.getByRole('link', { name: `给全轮做码（还差 ${VILLAGES} 个）` }).click()
  await picture(first, 'mint-round')
  expect(await barriers(first)).toEqual([])
  expect(await barriersInOtherLanguages(first)).toEqual([])
  // The second group never arrives: the line is cut after the first.
  let groups = 0
  await first.route(`**${paths.mintRound(roundId)}`, (route) => {
    if (route.request().method() === 'POST' && groups++ > 0) return route.abort()
    return route.continue()
  })
  await press(first, '开始做')
  await first.locator('[data-mint-round] [data-offline]').waitFor()
  expect(await first.locator('main').getByRole('status').first().textContent()).toContain('做好 ')
  expect(await made()).toBe(20)
  await picture(first, 'mint-round-cut')
  await first.close()

  const again = await office(officePc)
  await again.goto(played.origin + paths.mintRound(roundId))
  await press(again, '开始做')
  await again.getByText('能做的码都做好了。').waitFor()
  expect(await made()).toBe(VILLAGES)
  const units = (await listCodes(played.house.db, roundId)).map(({ unitId }) => unitId)
  expect(new Set(units.filter((id) => id.startsWith('river-'))).size).toBe(VILLAGES)
})

/** 碓臼镇 with 龘靐村 below it, under their heads, as WPS saves a CSV: in GB18030. */
const asSaved =
  'b5a5cebbc3fbb3c62cc0e0d0cd2cc9cfbcb6b5a5cebb0d0aedd4becad5f22cd5f22c0d0afd93ec68b4e52cb4e52cedd4becad5f20d0a'

test('a table chosen as a file is looked at first, kept at one press, and changes nothing a second time', async () => {
  const page = await office(officePc)
  const choose = async (name: string, buffer: Buffer) => {
    await page.goto(played.origin + paths.importUnits)
    await page.locator('#file').setInputFiles({ name, mimeType: 'text/csv', buffer })
    await press(page, '预览')
  }
  await choose('村.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'))
  await page.getByText('文件打不开，可能不是表格').waitFor()
  await choose('村.csv', Buffer.from(asSaved, 'hex'))
  await page.getByText('新登记 2 个').waitFor()
  expect(await barriers(page)).toEqual([])
  const again = async (beside: Page) => {
    const file = { name: '村.csv', mimeType: 'text/csv', buffer: Buffer.from(asSaved, 'hex') }
    await beside.locator('#file').setInputFiles(file)
    await beside.locator('main form [type=submit]').first().click()
    await beside.locator('main table').first().waitFor()
  }
  expect(await barriersInOtherLanguages(page, again, played.origin + paths.importUnits)).toEqual([])
  await press(page, '导入')
  await page.getByRole('link', { name: '龘靐村' }).first().waitFor()
  await choose('村.csv', Buffer.from(asSaved, 'hex'))
  await page.getByText('表里的都已经有了，不用导入。').waitFor()
  expect((await listUnits(played.house.db)).filter(({ name }) => /龘靐村|碓臼镇/.test(name))).toHaveLength(2)
})

test('all codes come as one ZIP that the browser packs, each leading to its own page', async () => {
  const page = await office(officePc)
  await page.goto(played.origin + paths.codes(roundId))
  const button = page.getByRole('button', { name: '下载二维码' })
  await button.waitFor()
  await picture(page, 'codes-of-round')
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()])
  const files = unzipSync(readFileSync(await file.path()))
  const live = (await listCodes(played.house.db, roundId)).filter(({ state }) => state !== 'revoked')
  expect(Object.keys(files)).toHaveLength(2 * live.length + 1)
  expect(live.length).toBeGreaterThan(40)
  for (const { noticeNumber, token } of live) {
    const says = played.origin + paths.printedCode(token)
    expect(readBy(seenAt(shown(files[`png/${noticeNumber}.png`]!), 200)), `${noticeNumber}.png`).toBe(says)
    const svg = strFromU8(files[`svg/${noticeNumber}.svg`]!)
    expect(readBy(printed(svg, 200)), `${noticeNumber}.svg`).toBe(says)
  }
})

test('the round prints a page for each sheet, in A4 and A3, and nothing once one code is forged', async () => {
  const page = await office(officePc)
  const live = (await listCodes(played.house.db, roundId)).filter(({ state }) => state !== 'revoked')
  for (const [query, pages] of [
    ['', live.length],
    ['?size=a3', live.length],
    ['?what=tents', live.length],
    ['?what=cards', 2 * live.length],
  ] as const) {
    await page.goto(played.origin + paths.printRound(roundId) + query)
    await page.getByRole('button', { name: '打印', exact: true }).waitFor()
    const name = `print-round-${query.replace(/\W/g, '') || 'a4'}`
    expect([query, await printedPages(page, name)]).toEqual([query, pages])
  }
  // Somebody writes another certificate into the database: the server leaves it out, the list shows no way to print.
  const [one, two] = live
  const { db } = played.house
  await db.update(codes).set({ certificate: two!.certificate }).where(eq(codes.token, one!.token))
  await page.goto(played.origin + paths.codes(roundId))
  await page.getByText('先别打印，也别打包：有 1 个码').waitFor()
  expect(await page.getByRole('button', { name: '下载二维码' }).isVisible()).toBe(false)
  await page.goto(played.origin + paths.printRound(roundId))
  await page.getByText('1 个码和总钥匙对不上').waitFor()
  await db.update(codes).set({ certificate: one!.certificate }).where(eq(codes.token, one!.token))
})

test('somebody with a phone checks a notice and writes down where it hangs', async () => {
  const page = await office()
  const [code] = await listCodes(played.house.db, roundId)
  await page.goto(played.origin + paths.checkSheets)
  await page.getByLabel('公告号').fill(code!.noticeNumber)
  await page.getByLabel('张号').fill('2')
  await press(page, '查')
  await page.getByText('真的，').waitFor()
  await page.getByLabel('贴在哪里').fill('渡口小卖部门口')
  await picture(page, 'check-sheet')
  expect(await barriers(page)).toEqual([])
  await press(page, '贴好了')
  await page.getByText('记下了。').waitFor()
  await page.getByText('渡口小卖部门口').waitFor()
  await page.getByRole('link', { name: '看各张' }).click()
  await page.getByRole('row', { name: '渡口小卖部门口' }).getByText('● 贴着').waitFor()
  await picture(page, 'sheets-of-notice')
  expect(await barriers(page)).toEqual([])
})
