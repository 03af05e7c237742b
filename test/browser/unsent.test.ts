import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/paths.ts'
import { listRounds } from '../../src/rounds/store.ts'
import { listTeams } from '../../src/rounds/teams.ts'
import { players, teams } from '../cast/people.ts'
import { speak } from '../cast/residents.ts'
import { said } from '../cast/words.ts'
import { officePc, useChromium } from './chromium.ts'
import { press, signIn } from './office-hands.ts'
import { type Played, startPlayed } from './played.ts'
import { openReport, startMove } from './team-hands.ts'

// Long texts are written at the desk: no press on a link may lose them without a word.

let played: Played
let desk = ''
const stage = useChromium(() => played.origin)
beforeAll(async () => {
  played = await startPlayed()
  const { db } = played.house
  const [round] = await listRounds(db)
  const team = (await listTeams(db, round?.id ?? '')).find(({ name }) => name === teams.first.name)
  desk = `${played.origin}${paths.desk(team?.id ?? '')}`
})
afterAll(() => played.leave())

/** A person at a new report, who stays on the page whenever the browser asks. */
async function atReport(): Promise<{ page: Page; asked: string[] }> {
  const { enquiryNumber } = await speak(played.place, played.codes[0]?.token ?? '', said.road)
  const page = await stage.person(officePc)
  const asked: string[] = []
  page.on('dialog', async (dialog) => {
    asked.push(dialog.type())
    await dialog.dismiss()
  })
  await signIn(page, played, players.chen)
  await openReport(page, desk, enquiryNumber)
  return { page, asked }
}

const question = '塌在哪一段？'

test('whoever has typed in a form is asked before a link takes the page away, and not once it was sent', async () => {
  const { page, asked } = await atReport()
  await startMove(page, '请补充')
  await page.locator('#question').waitFor()
  await page.getByRole('link', { name: 'English' }).click()
  await page.locator('html[lang=en] #question').waitFor()
  await page.getByRole('link', { name: '简体' }).click()
  await page.locator('html[lang=zh-CN] #question').waitFor()
  expect(asked).toEqual([])
  await page.locator('#question').fill(question)
  await page.getByRole('link', { name: 'English' }).click()
  await expect.poll(() => asked).toHaveLength(1)
  await page.getByRole('link', { name: '取消' }).click()
  await expect.poll(() => asked).toHaveLength(2)
  expect(await page.locator('#question').inputValue()).toBe(question)
  await press(page, '问群众')
  await page.waitForURL(/said=asked/)
  await page.getByRole('link', { name: 'English' }).click()
  await page.locator('html[lang=en]').waitFor()
  expect(asked).toEqual(['beforeunload', 'beforeunload'])
})

test('what came back refused is asked about, and what was rubbed out is not', async () => {
  const { page, asked } = await atReport()
  await startMove(page, '不归本组办')
  await page.locator('#channel').fill('镇交通站')
  await press(page, '报组长审批')
  await page.locator('#main [aria-invalid=true]').first().waitFor()
  await expect.poll(() => page.locator('#channel').inputValue()).toBe('镇交通站')
  await page.getByRole('link', { name: '取消' }).click()
  await expect.poll(() => asked).toEqual(['beforeunload'])
  expect(await page.locator('#channel').inputValue()).toBe('镇交通站')

  const other = await atReport()
  await other.page.locator('#note').fill('先看水渠口。')
  await other.page.locator('#note').fill('')
  await other.page.getByRole('link', { name: 'English' }).click()
  await other.page.locator('html[lang=en]').waitFor()
  expect(other.asked).toEqual([])
})

test('what was chosen is asked about as what was typed is, until it is as it was', async () => {
  const { page, asked } = await atReport()
  await startMove(page, '受理')
  await page.locator('#risk').waitFor()
  // By hand: what a script chooses is nobody's.
  await page.locator('#risk').press('ArrowDown')
  await page.getByRole('link', { name: 'English' }).click()
  await expect.poll(() => asked).toEqual(['beforeunload'])
  await page.locator('#risk').press('ArrowUp')
  await page.getByRole('link', { name: 'English' }).click()
  await page.locator('html[lang=en] #risk').waitFor()
  expect(asked).toHaveLength(1)
})

test('a message half written outlives the sending of a note beside it', async () => {
  const { page, asked } = await atReport()
  await page.locator('#message').fill('我们在了解。')
  await page.locator('#note').fill('先看水渠口。')
  await press(page, '上锁，记下')
  await page.locator('#notes li').waitFor()
  expect(await page.locator('#message').inputValue()).toBe('我们在了解。')
  expect(asked).toEqual([])
  await page.getByRole('link', { name: 'English' }).click()
  await expect.poll(() => asked).toEqual(['beforeunload'])
  await press(page, '上锁，发给群众')
  await page.locator('.talk .ours').waitFor()
  await page.getByRole('link', { name: 'English' }).click()
  await page.locator('html[lang=en]').waitFor()
  expect(asked).toHaveLength(1)
})

test('who signs out is not asked', async () => {
  const { page, asked } = await atReport()
  await page.locator('#note').fill('先看水渠口。')
  await press(page, '退出')
  await page.waitForURL((url) => url.pathname === paths.signIn)
  expect(asked).toEqual([])
})
