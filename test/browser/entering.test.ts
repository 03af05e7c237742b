import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/paths.ts'
import { listRounds } from '../../src/rounds/store.ts'
import { listTeams } from '../../src/rounds/teams.ts'
import { players, teams } from '../cast/people.ts'
import { lookUp } from '../cast/residents.ts'
import { barriers } from './barriers.ts'
import { officePc, picture, printedPages, useChromium } from './chromium.ts'
import { barriersInOtherLanguages } from './each-language.ts'
import { sendEmpty, sendPastBubbles } from './empty-submit.ts'
import { fillIn, press, signIn } from './office-hands.ts'
import { type Played, startPlayed } from './played.ts'
import { choose } from './team-hands.ts'

// A call is entered by hand, and the slip is printed. Each test goes on where the one before it ended.

let played: Played
let desk = ''
let page: Page
let code = ''
const stage = useChromium(() => played.origin)
const text = '抽水站的水泵坏了一个多月，晚稻等着用水。'

async function look(name: string) {
  await picture(page, `entering-${name}`)
  expect(await barriers(page), name).toEqual([])
}

beforeAll(async () => {
  played = await startPlayed()
  const [round] = await listRounds(played.house.db)
  const all = await listTeams(played.house.db, round?.id ?? '')
  desk = `${played.origin}${paths.desk(all.find(({ name }) => name === teams.first.name)?.id ?? '')}`
}, 120_000)
afterAll(() => played.leave())

test('what is missing is said, and every word stays', async () => {
  page = await stage.person(officePc)
  await signIn(page, played, players.chen)
  await page.goto(desk)
  await page.getByRole('link', { name: '登记来信来电来访' }).click()
  await look('form')
  expect(await barriersInOtherLanguages(page), 'form').toEqual([])
  expect(await sendEmpty(page, 'entering')).toBe('refused')
  await press(page, '登记')
  const mistakes = page.locator('.box[role=alert] li')
  // In the order of the form, with what is sealed among them; each goes when it is mended.
  await expect
    .poll(() => mistakes.allInnerTexts())
    .toEqual([
      '渠道：请选渠道。',
      '单位：请选单位。',
      '种类：请选种类。',
      expect.stringContaining('类别'),
      '内容：请写内容。',
    ])
  await choose(page, 'channel', '来电')
  await expect.poll(() => mistakes.count()).toBe(4)
  await choose(page, 'kind', '干部')
  await fillIn(page, { text, subject: '管水的人', place: '抽水站', name: '阿婆' })
  await press(page, '登记')
  await page.locator('[data-why=contact]').filter({ visible: true }).waitFor()
  await fillIn(page, { phone: '13900000031' })
  await press(page, '登记')
  // A telephone is kept only with their consent.
  await page.locator('[data-why=consent]').filter({ visible: true }).waitFor()
  expect(await page.locator('#phone').inputValue()).toBe('13900000031')
  await look('consent')
  await page.locator('#consent').check()
  await press(page, '登记')
  await page.getByRole('link', { name: '请选单位。' }).waitFor()
  for (const [id, words] of [
    ['text', text],
    ['subject', '管水的人'],
    ['phone', '13900000031'],
    ['name', '阿婆'],
  ] as const)
    expect(await page.locator(`#${id}`).inputValue()).toBe(words)
  expect(await page.locator('#consent').isChecked()).toBe(true)
  await look('refused')
})

test('the slip has the code in squares, alone on one page', async () => {
  await choose(page, 'unit', '青塘村')
  await choose(page, 'tile', '补贴没到手')
  const sent = page.waitForRequest((request) => request.method() === 'POST')
  await press(page, '登记')
  const body = decodeURIComponent((await sent).postData() ?? '')
  expect(body).toContain('channel=call')
  expect(body).not.toMatch(/水泵|13900000031|阿婆|管水/)
  await page.getByText('请现在打印或念给本人抄').waitFor()
  code = (await page.locator('[data-digits=slip] b').allInnerTexts()).join('')
  expect(code).toMatch(/^\d{20}$/)
  await page.locator('[data-symbol] svg').waitFor()
  await look('slip')
  const inOthers = barriersInOtherLanguages(page, async (beside) => {
    for (const [name, chosen] of Object.entries({ channel: 'call', kind: 'problem' }))
      await beside.locator(`#${name}`).selectOption(chosen)
    await choose(beside, 'unit', '青塘村')
    await beside.locator('#tile').selectOption({ index: 1 })
    await fillIn(beside, { text })
    await sendPastBubbles(beside.locator('[data-enter]'))
    await beside.locator('[data-symbol] svg').waitFor()
  })
  expect(await inOthers, 'slip').toEqual([])
  expect(await printedPages(page, 'entering-slip')).toBe(1)
  expect(await page.locator('.slip').innerText()).not.toMatch(/巡察|水泵/)
  expect((await lookUp(played.place, code)).html).toContain('收到了')
})

test('and is not to be had again, while the report waits in the queue', async () => {
  await page.getByRole('link', { name: '打开这一件' }).click()
  await page.locator('#words').getByText(text).waitFor()
  await page.goBack()
  expect(await page.content()).not.toContain(code)
  expect(await page.locator('[data-slip]').count()).toBe(0)
})

test('its handling sheet has facts, words, steps and empty boxes, and never the telephone', async () => {
  await page.goto(desk)
  await page.getByRole('row', { name: '来电' }).getByRole('link').first().click()
  await page.getByRole('link', { name: '打印处理笺' }).click()
  const sheet = page.locator('.handling')
  await sheet.getByText(text).waitFor()
  await look('handling-sheet')
  expect(await sheet.innerText()).toMatch(/青塘村.*来电.*陈静 · 登记.*组长批示/s)
  expect(await sheet.innerText()).not.toContain('13900000031')
  expect(await page.locator('.watermark text').textContent()).toContain(players.chen.name)
  expect(await printedPages(page, 'entering-handling-sheet')).toBe(2)
  // No heading stands alone at the foot of a page.
  const keeps = (part: string) => sheet.locator(part).evaluate((one) => getComputedStyle(one).breakBefore)
  expect(await keeps('.words')).toBe('avoid')
})
