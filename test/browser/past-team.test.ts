import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/paths.ts'
import { OFFICE } from '../../src/staff/roles.ts'
import { players } from '../cast/people.ts'
import { barriers } from './barriers.ts'
import { officePc, picture, useChromium } from './chromium.ts'
import { barriersInOtherLanguages } from './each-language.ts'
import { signIn } from './office-hands.ts'
import { type Played, startPlayed } from './played.ts'
import { lookUp, receipt, send, tell, tellPlainly } from './resident-hands.ts'
import { openAtTeam, openReport } from './team-hands.ts'

let played: Played
const stage = useChromium(() => played.origin)
beforeAll(async () => {
  played = await startPlayed()
}, 120_000)
afterAll(() => played.leave())

test.each([
  { scripts: true, words: '巡察组有人在村干部家吃饭。' },
  { scripts: false, words: '巡察组的人收了两条烟。' },
])('what is told of the team is read by the office (scripts: $scripts)', async ({ scripts, words }) => {
  const token = played.codes[0]?.token ?? ''
  const page = await stage.person({ scripts })
  await page.goto(played.origin + paths.code(token))
  await page.getByRole('link', { name: '想反映巡察组的人？' }).click()
  await picture(page, `past-team-${scripts}`)
  const telling = {
    kind: 'conduct',
    tile: 'O6',
    text: words,
    reply: 'contactOnly',
    phone: '13800000000',
  } as const
  await (scripts ? tell(page, telling) : tellPlainly(page, telling))
  expect(await page.locator('main').innerText()).toContain('交给岚川市委巡察办')
  await send(page)
  const { code, enquiryNumber } = await receipt(page)
  await picture(page, `past-team-receipt-${scripts}`)
  expect(await page.locator('main').innerText()).toContain('交到岚川市委巡察办了')

  const office = await stage.person(officePc)
  await signIn(office, played, players.zhou)
  await office.goto(played.origin + paths.office)
  await office.getByRole('link', { name: '本办的反映件' }).click()
  await picture(office, `past-team-queue-${scripts}`)
  await openReport(office, played.origin + paths.desk(OFFICE), enquiryNumber)
  await office.locator('main').getByText(words).first().waitFor()
  await picture(office, `past-team-report-${scripts}`)

  const asker = await stage.person()
  await lookUp(asker, played.origin, code)
  await asker.getByRole('button', { name: '加照片、录音、视频、文件' }).click()
  await asker.getByRole('button', { name: '录一段话' }).click()
  await asker.getByText('您反映的人和单位都听不到').waitFor()
  expect(await asker.locator('main').innerText()).not.toContain('巡察组')
})

test('what is not about the team is given to it, locked anew in the browser', async () => {
  const words = '村里的渠道一直不通水。'
  const page = await stage.person()
  await page.goto(played.origin + paths.aboutTeam(played.codes[0]?.token ?? ''))
  await tell(page, { kind: 'problem', tile: 'O6', text: words, reply: 'contactOnly', phone: '13800000042' })
  await send(page)
  const { enquiryNumber } = await receipt(page)

  const office = await stage.person(officePc)
  await signIn(office, played, players.zhou)
  await openReport(office, played.origin + paths.desk(OFFICE), enquiryNumber)
  await office.locator('main').getByText(words).first().waitFor()
  await office.getByText('交给第一巡察组').first().click()
  for (const tick of ['notAbout', 'agreed', 'withContact']) await office.locator(`#${tick}`).check()
  await picture(office, 'past-team-give')
  expect(await barriers(office)).toEqual([])
  expect(await barriersInOtherLanguages(office)).toEqual([])
  await office.getByRole('button', { name: '请另一名管理员同意' }).click()
  await office.getByText('已报另一名管理员，还没有交。').waitFor()

  const other = await stage.person(officePc)
  await signIn(other, played, players.xu)
  await openReport(other, played.origin + paths.desk(OFFICE), enquiryNumber)
  await other.locator('main').getByText(words).first().waitFor()
  await other.getByText('周明提出交给第一巡察组，看过再定。').waitFor()
  for (const tick of ['notAbout', 'agreed', 'withContact']) await other.locator(`#${tick}`).check()
  await picture(other, 'past-team-give-second')
  expect(await barriers(other)).toEqual([])
  expect(await barriersInOtherLanguages(other)).toEqual([])
  await other.getByRole('button', { name: '交给第一巡察组' }).click()
  await other.getByText('已交给巡察组，这里再也打不开。').waitFor()

  const leader = await stage.person(officePc)
  await signIn(leader, played, players.li)
  await openAtTeam(leader, played, enquiryNumber)
  await leader.locator('main').getByText(words).first().waitFor()
  await leader.locator('[name=viewWhy][value=callBack]').check()
  await leader.getByRole('button', { name: '查看联系方式' }).click()
  await leader.getByText('13800000042').first().waitFor()
})
