import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayOf } from '../../src/clock/day.ts'
import { paths } from '../../src/paths.ts'
import { letTimePass } from '../../src/reports/daily.ts'
import { reports } from '../../src/reports/tables.ts'
import { rounds } from '../../src/rounds/tables.ts'
import { signIn as sit } from '../cast/at-desk.ts'
import { type Player, players } from '../cast/people.ts'
import { approveReferral, enterHandlingUnit, letterOf, proposeReferral } from '../cast/referring.ts'
import { speak } from '../cast/residents.ts'
import { said } from '../cast/words.ts'
import { accept, enterResult, takeUp, verifyReport } from '../cast/working.ts'
import { faultsOf } from '../paper/letter-form.ts'
import { linesOf } from '../paper/pdf.ts'
import { barriers } from './barriers.ts'
import { officePc, picture, pressPrint, printedSheets, useChromium } from './chromium.ts'
import { barriersInOtherLanguages } from './each-language.ts'
import { saysAsItsFile } from './letter-file.ts'
import { fillIn, press, signIn } from './office-hands.ts'
import { phonePhoto } from './phone-photo.ts'
import { type Played, startPlayed } from './played.ts'
import { openReport, startMove } from './team-hands.ts'

// An order to mend something on the spot, from the draft over the leader's screen to its notice on paper; and a letter
// on its way into the unit's hands.

let played: Played
let desk = ''
let number = ''
let at = ''
let letter = ''
let liaison: Page
let leader: Page
const stage = useChromium(() => played.origin)
const { chen, li, zhou } = players

/** On the office's screen and on a phone. */
async function look(page: Page, name: string) {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await picture(page, `fix-${name}-${width}`)
  }
  expect(await barriers(page), name).toEqual([])
}
async function seat(player: Player): Promise<Page> {
  const page = await stage.person(officePc)
  await signIn(page, played, player)
  return page
}

const long = '该村抽水站的水泵失修，影响灌溉。'.repeat(70)
const demands = ['请修复。', '书面反馈<用途>&“经费”，附照片。']

beforeAll(async () => {
  played = await startPlayed()
  const { place, house, codes } = played
  const enter = ({ username, password }: Player) => sit(place, username, password)
  const [lead, clerk, office] = [await enter(li), await enter(chen), await enter(zhou)]
  number = (await speak(place, codes[0]?.token ?? '', said.ditch)).enquiryNumber
  await accept(place, clerk, number, clerk, { category: 'B5/B5' })
  await verifyReport(place, clerk, number, lead)
  await enterResult(place, clerk, number, '渠口淤塞。', 'substantiated')
  const { report } = await takeUp(place, clerk, number)
  desk = played.origin + paths.desk(report.teamId)
  at = played.origin + paths.report(report.teamId, report.id)

  const bureau = await enterHandlingUnit(place, office, '岚川市水务局', null)
  const other = (await speak(place, codes[0]?.token ?? '', said.pump)).enquiryNumber
  await accept(place, clerk, other, clerk, { category: 'A6/A6' })
  await verifyReport(place, clerk, other, lead)
  await proposeReferral(place, clerk, other, bureau, { summary: long, demands: demands.join('\n') })
  await approveReferral(place, lead, other)
  letter = (await letterOf(place, (await takeUp(place, clerk, other)).report.id)).id
  await house.db.update(rounds).set({ fieldEndsOn: addDays(dayOf(house.clock.now()), 30) })
}, 120_000)
afterAll(() => played.leave())

test('whoever drafts it is told what repeats the resident', async () => {
  liaison = await seat(chen)
  await openReport(liaison, desk, number)
  await startMove(liaison, '立行立改')
  // What is sealed the server cannot see to be empty: each is named all the same, at its field, and what was written
  // is there.
  await fillIn(liaison, { signer: '村主任', due: '' })
  await press(liaison, '报组长审批')
  const mistakes = liaison.locator('.box[role=alert] li')
  await expect.poll(() => mistakes.count()).toBe(3)
  expect(await mistakes.allInnerTexts()).toEqual([
    '请写要解决什么。',
    '责任单位：请写这一项。',
    expect.stringContaining('日期'),
  ])
  await expect.poll(() => liaison.locator('#signer').inputValue()).toBe('村主任')
  expect(await liaison.locator('#responsible + .error').innerText()).toBe('请写这一项。')
  expect(await liaison.locator('#order').getAttribute('aria-invalid')).toBe('true')
  await look(liaison, 'mend')
  await fillIn(liaison, { responsible: '青塘村' })
  await expect.poll(() => mistakes.count()).toBe(2)
  expect(await liaison.locator('#responsible + .error').count()).toBe(0)
  await liaison.locator('#due').fill(addDays(dayOf(played.house.clock.now()), 3))
  await fillIn(liaison, { order: '三组的水渠堵了半个月，请疏通。', responsible: '青塘村', signer: '村主任' })
  await expect.poll(() => liaison.locator('[data-places]').innerText()).toContain('和原话相同的字')
  await look(liaison, 'draft')
  await press(liaison, '报组长审批')
  await liaison.getByText(`已报 ${li.name} 审批`).waitFor()
})

test('the leader sees both side by side, the repeated words marked, and approves with three ticks, asked once', async () => {
  leader = await seat(li)
  await openReport(leader, desk, number)
  await leader.getByRole('link', { name: '去审批' }).click()
  await leader.getByRole('heading', { name: '审批：立行立改' }).waitFor()
  await leader.locator('mark', { hasText: '水渠堵了半个月' }).waitFor()
  await look(leader, 'approve')
  expect(await barriersInOtherLanguages(leader), 'approve').toEqual([])
  for (const tick of ['tickWords', 'tickGuess', 'tickDemands']) await leader.locator(`#${tick}`).check()
  const yes = leader.getByRole('button', { name: '同意', exact: true })
  const question = leader.locator('[data-flagged]')
  // Enter asks as a press does.
  await leader.locator('#tickDemands').press('Enter')
  await question.getByText('标出的有 1 处。都看过了，就这样同意吗？').waitFor()
  expect(await yes.isVisible()).toBe(false)
  await look(leader, 'approve-flagged')
  await leader.getByRole('button', { name: '再看看' }).click()
  await expect.poll(() => question.isVisible()).toBe(false)
  await yes.click()
  await leader.getByRole('button', { name: '看过了，同意' }).click()
  await leader.getByText('已同意。').waitFor()
  await look(leader, 'report')
})

test('its notice is printed, with what is ordered and the form that comes back', async () => {
  await leader.getByRole('link', { name: '打印立行立改通知书' }).click()
  await leader.locator('[data-field=matter]').getByText('请疏通').waitFor()
  await expect.poll(() => leader.locator('[data-field=signer]').innerText()).toBe('村主任')
  await look(leader, 'notice')
  expect(await leader.locator('.letter-number').innerText()).toMatch(/^第一巡察组立改〔\d{4}〕1号$/)
  await pressPrint(leader, '打印正本')
  await expect.poll(() => leader.locator('[data-field=signer]').innerText()).toBe('村主任')
  await saysAsItsFile(leader, [])
  expect(faultsOf(await printedSheets(leader, 'fix-notice'))).toEqual([])
  await leader.reload()
  await leader.locator('.letter-number', { hasText: '副本' }).waitFor()
})

test('who of the unit signed for it is entered beside it, and then there is no other original', async () => {
  await fillIn(leader, { name: '村主任', on: addDays(dayOf(played.house.clock.now()), 1) })
  await press(leader, '登记签收')
  await leader.getByText('日期不对').first().waitFor()
  expect(await leader.locator('#name').inputValue()).toBe('村主任')
  await look(leader, 'notice-receipt')
  await fillIn(leader, { on: dayOf(played.house.clock.now()) })
  await press(leader, '登记签收')
  await leader.getByText('村主任于').waitFor()
  expect(await leader.getByRole('button', { name: '再打一份正本' }).count()).toBe(0)
  await look(leader, 'notice-receipted')
  expect(await barriersInOtherLanguages(leader), 'notice-receipted').toEqual([])
})

test('photos before and after are put beside it, drawn anew and sealed, and open there', async () => {
  await leader.goto(at)
  for (const [of, name] of [
    ['before', '整改前照片 1'],
    ['after', '整改后照片 1'],
  ] as const) {
    await leader.locator('summary', { hasText: '附整改前后照片' }).click()
    await leader.locator('#of').selectOption(of)
    const wrong = { name: 'ditch.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('none') }
    await leader.locator('#photo').setInputFiles(wrong)
    await press(leader, '上锁，附上')
    await leader.getByText('没有附上').waitFor()
    await look(leader, `photo-${of}`)
    const { bytes } = await phonePhoto(leader, 1200, 900)
    await leader.locator('#photo').setInputFiles({ ...wrong, buffer: Buffer.from(bytes) })
    await press(leader, '上锁，附上')
    await leader.getByRole('heading', { name }).waitFor()
  }
  const photos = leader.locator('#files .photo iframe')
  await expect.poll(() => photos.count()).toBe(2)
  const sizes = await Promise.all(
    [0, 1].map((n) =>
      photos
        .nth(n)
        .contentFrame()
        .locator('img')
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    ),
  )
  // It was taken on its side, and stands upright.
  expect(sizes).toEqual([900, 900])
  // The resident sent none, and their words say so: nothing is amiss.
  expect(await leader.getByText('和登记的不一样').filter({ visible: true }).count()).toBe(0)
  await look(leader, 'photos')
  await leader.setViewportSize({ width: 1280, height: 900 })
})

test('late, it says by how much and whom to press, in the queue and on its page', async () => {
  const { db, clock } = played.house
  const due = addDays(dayOf(clock.now()), -7)
  await db.update(reports).set({ due }).where(eq(reports.enquiryNumber, number))
  await letTimePass(db, { now: clock.now(), calendar: clock.calendar })
  await leader.goto(at)
  await leader.getByText('立行立改超期：先催').waitFor()
  await look(leader, 'late')
  const inOthers = barriersInOtherLanguages(leader, async (beside, lang) => {
    await beside.getByText(lang === 'en' ? 'The fix is late' : '立行立改超期：先催').waitFor()
    await picture(beside, `fix-late-${lang}`)
  })
  expect(await inOthers, 'late').toEqual([])
  await leader.goto(`${desk}?show=overdue`)
  await leader.getByText('催青塘村').first().waitFor()
  await look(leader, 'late-queue')
})

test('what is written to the resident is looked at in the same way, and nothing is said of an empty field', async () => {
  await liaison.goto(at)
  const places = liaison.locator('#talk [data-places]')
  await liaison.getByText('水渠堵了半个月').first().waitFor()
  expect(await places.isVisible()).toBe(false)
  await fillIn(liaison, { message: '您说三组的水渠堵了半个月，请打 13912345678。' })
  await expect.poll(() => places.innerText()).toMatch(/有 \d 处要看：.*和原话相同的字.*电话/)
  await liaison.locator('#files .photo').nth(1).waitFor()
  await press(liaison, '上锁，发给群众')
  await liaison.getByText('已发给群众').waitFor()
})

test('the office enters that a letter was delivered, and who signed for it', async () => {
  const office = await seat(zhou)
  await office.goto(played.origin + paths.letter(letter))
  await office.getByText('水泵失修').first().waitFor()
  await press(office, '签发并编号')
  await office.getByText('已签发').waitFor()
  await look(office, 'letter-issued')
  const sheets = await printedSheets(office, 'letter-long')
  expect(faultsOf(sheets)).toEqual([])
  expect(sheets.length).toBeGreaterThan(3)
  expect(linesOf(sheets[1]!).filter(({ size }) => Math.round(size) === 16)).toHaveLength(22)
  expect(Math.max(...linesOf(sheets[1]!).map(({ n }) => n))).toBe(28)
  await press(office, '登记送达')
  await office.getByText('已登记送达').waitFor()
  await fillIn(office, { name: '何晓' })
  await press(office, '登记签收')
  await office.getByText('已登记签收').waitFor()
  await office.getByText('水泵失修').first().waitFor()
  await saysAsItsFile(office, [long, ...demands])
  await look(office, 'letter-receipted')
  await office.goto(played.origin + paths.letters)
  await look(office, 'letters')
})
