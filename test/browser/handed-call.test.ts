import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/paths.ts'
import { reports } from '../../src/reports/tables.ts'
import { listRounds } from '../../src/rounds/store.ts'
import { listTeams } from '../../src/rounds/teams.ts'
import { signIn as sit } from '../cast/at-desk.ts'
import { enterReport } from '../cast/entering.ts'
import { players, teams } from '../cast/people.ts'
import { speak } from '../cast/residents.ts'
import { said } from '../cast/words.ts'
import { barriers } from './barriers.ts'
import { officePc, picture, useChromium } from './chromium.ts'
import { barriersInOtherLanguages } from './each-language.ts'
import { press, signIn } from './office-hands.ts'
import { type Played, startPlayed } from './played.ts'
import { choose, openReport } from './team-hands.ts'

// A leader hands one call to a member, whose own key opens it for a day.

let played: Played
let desk = ''
let number = ''
let leader: Page
const stage = useChromium(() => played.origin)
const { li, chen, wu } = players

async function look(page: Page, name: string) {
  await picture(page, `handed-call-${name}`)
  expect(await barriers(page), name).toEqual([])
}

/** In every other language, once the contact was asked for there, too. */
async function lookInOthers(page: Page, name: string, why: 'callBack' | 'reply') {
  const inOthers = barriersInOtherLanguages(page, async (beside) => {
    await beside.locator(`#contact [value=${why}]`).check()
    await beside.locator('#contact [type=submit]').first().click()
    await beside.locator('[data-held-contact] [data-field=phone]', { hasText: /\d\d/ }).waitFor()
  })
  expect(await inOthers, name).toEqual([])
}

async function seat(player: typeof li | typeof wu): Promise<Page> {
  const page = await stage.person(officePc)
  await signIn(page, played, player)
  await openReport(page, desk, number)
  return page
}

beforeAll(async () => {
  played = await startPlayed()
  const [round] = await listRounds(played.house.db)
  const all = await listTeams(played.house.db, round?.id ?? '')
  desk = `${played.origin}${paths.desk(all.find(({ name }) => name === teams.first.name)?.id ?? '')}`
  number = (await speak(played.place, played.codes[0]?.token ?? '', said.subsidy)).enquiryNumber
}, 120_000)
afterAll(() => played.leave())

test('the leader opens the contact and hands the call over', async () => {
  const page = await seat(li)
  // Each time is on record, and what is handed over belongs to the last.
  await lookInOthers(page, 'handing', 'callBack')
  await page.locator('#contact').getByText('回电', { exact: true }).check()
  await press(page, '查看联系方式')
  await page.locator('[data-held-contact]').getByText(said.subsidy.phone).waitFor()
  await choose(page, 'hand-member', wu.name)
  await look(page, 'handing')
  await press(page, '交办')
  await page.getByText('已交办回电').waitFor()
  await page.getByText(`交办回电：${wu.name}`).waitFor()
  await look(page, 'handed')
  expect(await barriersInOtherLanguages(page), 'handed').toEqual([])
  expect(await page.content()).not.toContain(said.subsidy.phone)
  leader = page
})

test('an address in place of a telephone is written to, and nobody is told to call it', async () => {
  const { place } = played
  const [known] = await played.house.db.select().from(reports).where(eq(reports.enquiryNumber, number))
  const team = known?.teamId ?? ''
  const liaison = await sit(place, chen.username, chen.password)
  const address = '石桥头村三组 12 号'
  const letter = { channel: 'letter', unit: known?.unitId ?? '', text: '水渠又堵了。', phone: address }
  const { enquiryNumber } = await enterReport(place, liaison, team, letter)
  await openReport(leader, desk, enquiryNumber)
  await leader.locator('#contact').getByText('留了联系方式').waitFor()
  await leader.locator('#contact').getByText('答复', { exact: true }).check()
  await press(leader, '查看联系方式')
  await leader.locator('[data-held-contact]').getByText(address).waitFor()
  await look(leader, 'address')
  await lookInOthers(leader, 'address', 'reply')
  const shown = await leader.locator('[data-held-contact]').innerText()
  expect(shown).toContain('回信地址')
  expect(shown).not.toMatch(/电话|没有同意|您好|交办回电/)
})

test('the member sees it, is asked why each time, and sees it again', async () => {
  const page = await seat(wu)
  for (const time of ['seen', 'seen-again']) {
    await page.getByText('组长交办回电').waitFor()
    expect(await page.content()).not.toContain(said.subsidy.phone)
    await look(page, `yours-${time}`)
    await page.locator('#contact').getByText('回电', { exact: true }).check()
    await press(page, '查看联系方式')
    await page.locator('[data-held-contact]').getByText(said.subsidy.phone).waitFor()
    await look(page, time)
    await page.reload()
  }
  expect(await barriersInOtherLanguages(page), 'yours').toEqual([])
  await lookInOthers(page, 'seen', 'callBack')
})
