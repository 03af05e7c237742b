import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayOf } from '../../src/clock/day.ts'
import { paths } from '../../src/paths.ts'
import { listRounds } from '../../src/rounds/store.ts'
import { listTeams } from '../../src/rounds/teams.ts'
import { type AtDesk, signIn as sit } from '../cast/at-desk.ts'
import { players, teams } from '../cast/people.ts'
import { enterHandlingUnit } from '../cast/referring.ts'
import { lookUp, speak } from '../cast/residents.ts'
import { said } from '../cast/words.ts'
import { accept, verifyReport } from '../cast/working.ts'
import { faultsOf } from '../paper/letter-form.ts'
import { linesOf, type Sheet } from '../paper/pdf.ts'
import { barriers } from './barriers.ts'
import { officePc, picture, pressPrint, printedSheets, useChromium } from './chromium.ts'
import { barriersInOtherLanguages } from './each-language.ts'
import { sendPastBubbles } from './empty-submit.ts'
import { saysAsItsFile } from './letter-file.ts'
import { fillIn, press, signIn } from './office-hands.ts'
import { type Played, startPlayed } from './played.ts'
import { choose, openReport, startMove } from './team-hands.ts'

// A referral by hand, from the liaison's draft over the leader's one screen and the office's number to the reply that
// the liaison records from paper. Each test goes on where the one before it ended.

let played: Played
let desk = ''
const kept = { code: '', number: '', afraid: '' }
const stage = useChromium(() => played.origin)
let liaison: Page
let leader: Page
let administrator: Page

const { chen, li, zhou } = players
const bureau = '岚川市农业农村局'
/** Above the village: the demo's office has entered it. */
const town = '榕墟镇人民政府'
/** What the resident writes once it has been accepted. */
const later = '昨晚有人来量过渠口，留了一张条子。'
const careless = '有人举报，据王主任说，水渠堵了半个月，请联系 13912345678。有人来量过渠口，留了条子。'
const careful = '该村部分灌溉渠道排水不畅，请全村排查。'

async function seat(player: typeof chen | typeof li | typeof zhou): Promise<Page> {
  const page = await stage.person(officePc)
  await signIn(page, played, player)
  return page
}

async function look(page: Page, name: string) {
  await picture(page, `referral-${name}`)
  expect(await barriers(page), name).toEqual([])
}

async function lookInOthers(page: Page, name: string, again?: (beside: Page) => Promise<void>) {
  expect(await barriersInOtherLanguages(page, again), name).toEqual([])
}

/** A character of 4号. */
const ONE_OF_14 = 5

/** In millimetres from the left: how urgent it is stands with the number, and who gets a copy after the date. */
function marksOn(sheets: readonly Sheet[]) {
  const [first, last] = [sheets[0], sheets.at(-2)].map((sheet) => (sheet ? linesOf(sheet) : []))
  const urgency = first?.filter(({ size }) => Math.abs(size - 16) < 0.6)[0]
  const date = last?.findLast(({ y, size }) => y < 262 && Math.abs(size - 16) < 0.6)
  const copies = last?.filter(({ y, size }) => y < 262 && y > (date?.y ?? 262) && Math.abs(size - 14) < 0.6)
  return { urgency: Math.round(urgency?.x ?? 0), copies: copies?.map(({ x }) => Math.round(x)) }
}

/** The longer a letter grows, the fewer lines stand on its second page, but never attachment and signature alone. */
async function linesWithSignature(page: Page): Promise<string[]> {
  const text = page.locator('.letter-said').first()
  const words = (await text.textContent()) ?? ''
  const counts: string[] = []
  for (const more of [1, 2]) {
    await text.evaluate((said, all) => {
      said.textContent = all
    }, words + '\n多一行'.repeat(more))
    const [, second] = await printedSheets(page, 'referral-longer')
    const { length } = second ? linesOf(second).filter(({ y }) => y < 262) : []
    counts.push(length < 5 ? `${length} of ${more} more` : '5 or more')
  }
  await text.evaluate((said, all) => {
    said.textContent = all
  }, words)
  return counts
}

beforeAll(async () => {
  played = await startPlayed()
  const { place, house, codes } = played
  const enter = ({ username, password }: typeof chen | typeof li | typeof zhou): Promise<AtDesk> =>
    sit(place, username, password)
  const [office, lead, clerk] = [await enter(zhou), await enter(li), await enter(chen)]
  await enterHandlingUnit(place, office, bureau, null)
  const { code, enquiryNumber } = await speak(place, codes[0]?.token ?? '', said.ditch)
  Object.assign(kept, { code, number: enquiryNumber })
  await accept(place, clerk, enquiryNumber, clerk, { category: 'B5/B5' })
  await verifyReport(place, clerk, enquiryNumber, lead)
  await (await lookUp(place, code)).add(later)
  const afraid = await speak(place, codes[0]?.token ?? '', { ...said.ditch, afraid: true })
  kept.afraid = afraid.enquiryNumber
  await accept(place, clerk, kept.afraid, clerk, { category: 'B5/B5' })
  await verifyReport(place, clerk, kept.afraid, lead)
  const [round] = await listRounds(house.db)
  const team = (await listTeams(house.db, round?.id ?? '')).find(({ name }) => name === teams.first.name)
  desk = `${played.origin}${paths.desk(team?.id ?? '')}`
}, 120_000)
afterAll(() => played.leave())

test('the liaison drafts it, and is told what could say who spoke', async () => {
  liaison = await seat(chen)
  await openReport(liaison, desk, kept.number)
  await startMove(liaison, '转办')
  const places = liaison.locator('[data-places]')
  expect(await places.isVisible()).toBe(false)
  await fillIn(liaison, { demands: '请全村排查。', due: '2020-02-02' })
  await press(liaison, '报组长审批')
  const mistakes = liaison.locator('.box[role=alert] li')
  await expect
    .poll(() => mistakes.allInnerTexts())
    .toEqual(['请选承办单位。', '要在今天以后。', '主要情况：请写这一项。'])
  await expect.poll(() => liaison.locator('#demands').inputValue()).toBe('请全村排查。')
  await look(liaison, 'refused')
  await fillIn(liaison, { due: addDays(dayOf(played.house.clock.now()), 14) })
  await fillIn(liaison, { letter: '渠' })
  await liaison.getByText('自动检查没有发现要看的地方').waitFor()
  await fillIn(liaison, { letter: careless })
  await expect
    .poll(() => places.innerText())
    .toMatch(/有 \d 处要看：.*原话.*姓名称呼.*电话.*看得出有人反映的话/)
  await look(liaison, 'draft')
  await choose(liaison, 'handlingUnit', bureau)
  await press(liaison, '报组长审批')
  await liaison.getByText(`已报 ${li.name} 审批`).waitFor()
})

test('the leader sees the original beside what the unit will read, marked, and sends it back', async () => {
  leader = await seat(li)
  await openReport(leader, desk, kept.number)
  await leader.getByRole('link', { name: '去审批' }).click()
  await leader.getByText('水渠堵了半个月').first().waitFor()
  await leader.locator('#later', { hasText: later }).waitFor()
  for (const hasText of ['13912345678', '有人来量过渠口，留了'])
    await leader.locator('mark', { hasText }).waitFor()
  await expect
    .poll(() => leader.locator('[data-places]').innerText())
    .toMatch(/姓名称呼.*电话.*看得出有人反映的话/)
  await leader.getByText('摘要里还有电话。真的要这样发出去吗？').waitFor()
  const told = leader.locator('mark', { hasText: '举报' })
  await told.waitFor()
  await leader.locator('[name=source][value=residents]').check()
  await expect.poll(() => told.count()).toBe(0)
  await leader.locator('[name=source][value=visits]').check()
  await told.waitFor()
  await look(leader, 'approve-warned')
  await press(leader, '同意')
  await leader.locator('[data-why=sure]').waitFor()
  const back = leader.locator('summary', { hasText: '退回修改' })
  expect((await back.boundingBox())?.height, 'as high as a button').toBeGreaterThanOrEqual(41)
  await back.click()
  await leader.locator('#refuseWhy').fill('不要写人和电话。')
  await press(leader, '退回修改')
  await leader.getByText('已退回修改').waitFor()
})

test('the liaison finds the draft as it was and mends it', async () => {
  await openReport(liaison, desk, kept.number)
  await liaison.locator('#sent-back').getByText('不要写人和电话。').waitFor()
  await startMove(liaison, '转办')
  await expect.poll(() => liaison.locator('#letter').inputValue()).toBe(careless)
  await fillIn(liaison, { letter: careful })
  await expect.poll(() => liaison.locator('[data-places]').innerText()).toContain('没有发现')
  await press(liaison, '报组长审批')
  await liaison.getByText(`已报 ${li.name} 审批`).waitFor()
})

test('the leader approves with four ticks, and the drafter cannot', async () => {
  await liaison.goto(leader.url().replace(/\?.*$/, '').concat('/referral'))
  await liaison.getByText('起草人不能自己审批').waitFor()
  await openReport(leader, desk, kept.number)
  await leader.getByRole('link', { name: '去审批' }).click()
  await leader.getByText(careful).waitFor()
  expect(await leader.locator('[data-sure]').isVisible()).toBe(false)
  const sheet = leader.locator('.letter-front')
  for (const words of [
    '关于转办有关事项的函',
    `${bureau}：`,
    '巡察工作中了解到',
    '不得打听、追查情况来源',
    `联系人：${chen.name}`,
  ])
    expect(await sheet.innerText()).toContain(words)
  await look(leader, 'approve')
  await lookInOthers(leader, 'approve')
  const place = async (part: string) => {
    const { x = 0, y = 0, height = 0 } = (await leader.locator(part).boundingBox()) ?? {}
    return { x, y, end: y + height }
  }
  const [reads, decide, places] = [
    await place('.reads'),
    await place('.decide'),
    await place('[data-places]'),
  ]
  expect(decide.x).toBeLessThan(reads.x)
  expect(places.y).toBeLessThan(reads.end)
  expect(await leader.locator('.letter-back').isVisible()).toBe(false)
  await leader.setViewportSize({ width: 360, height: 740 })
  expect((await place('.reads')).end).toBeLessThanOrEqual((await place('.decide')).y)
  await look(leader, 'approve-phone')
  await leader.setViewportSize({ width: 1280, height: 900 })
  await leader.locator('[name=source][value=residents]').check()
  await expect
    .poll(() => sheet.innerText())
    .toMatch(/关于转办群众反映事项的函[\s\S]*群众反映榕墟镇[\s\S]*不得追查反映人/)
  await leader.locator('[name=source][value=visits]').check()
  await expect.poll(() => sheet.innerText()).not.toContain('群众反映')
  await leader.locator('#tickWords').check()
  await press(leader, '同意')
  await leader.locator('[role=alert] a[href="#tickGuess"]').waitFor()
  expect(await leader.locator('#tickWords').isChecked()).toBe(true)
  for (const id of ['tickUnit', 'tickGuess', 'tickDemands']) await leader.locator(`#${id}`).check()
  await press(leader, '同意')
  await leader.getByText('转办函已生成，待编号').waitFor()
  await look(leader, 'approved')
})

test('the office signs, the letter has its number, opens in its browser, and is printed as the standard has it', async () => {
  administrator = await seat(zhou)
  await administrator.goto(played.origin + paths.letters)
  await look(administrator, 'letters')
  await administrator.getByRole('link', { name: '待编号' }).first().click()
  await administrator.getByText(careful).waitFor()
  const file = administrator.locator('[data-docx]')
  expect(await file.count()).toBe(0)
  await administrator.getByText('紧急程度、密级、抄送').click()
  await administrator.getByLabel('紧急程度').selectOption('特急')
  const copied = administrator.getByRole('group', { name: '抄送' }).getByRole('checkbox').first()
  const copyTo = (await copied.getAttribute('value')) ?? ''
  await copied.check()
  await look(administrator, 'marks')
  await press(administrator, '签发并编号')
  await administrator
    .getByText(/岚巡办函〔\d{4}〕2号/)
    .first()
    .waitFor()
  await administrator.getByText(careful).waitFor()
  await look(administrator, 'letter')
  expect(await administrator.locator('main').innerText()).not.toMatch(/群众反映|水渠堵了/)
  expect(await file.count()).toBe(0)
  await pressPrint(administrator, '打印正本')
  await administrator.getByText(careful).waitFor()
  await saysAsItsFile(administrator, [careful])
  const original = await printedSheets(administrator, 'referral-letter')
  expect([original.length, faultsOf(original)]).toEqual([3, []])
  expect(marksOn(original)).toEqual({ urgency: 28, copies: [28 + ONE_OF_14] })
  expect(await linesWithSignature(administrator)).toEqual(['5 or more', '5 or more'])
  const front = () => administrator.locator('.letter-front').innerText()
  const words = await front()
  expect(words).not.toContain('副本')
  expect(words).toMatch(new RegExp(`特急\\s+岚巡办函[^]*月\\d+日\\s+抄送：${copyTo}。$`))
  await administrator.reload()
  await administrator.getByText(careful).waitFor()
  expect((await front()).replace('副本', '').split(/\s+/)).toEqual(words.split(/\s+/))
  expect(await front()).toContain('副本')
  const inFile = (await saysAsItsFile(administrator, [careful, `抄送：${copyTo}。`])).words
  expect(inFile.join('\n')).toMatch(/^特急　副本\t岚巡办函〔\d{4}〕2号$/m)
  expect(faultsOf(await printedSheets(administrator, 'referral-copy'))).toEqual([])
  await look(administrator, 'copy')
})

test('the team has a copy as a file, which says on every page who made it', async () => {
  await openReport(leader, desk, kept.number)
  await leader.locator('#letters').getByRole('link').click()
  const { name, words, marks } = await saysAsItsFile(leader, [careful])
  expect(name).toMatch(/^岚巡办函〔\d{4}〕2号\.docx$/)
  expect(words.join('\n')).toMatch(/^特急　副本\t岚巡办函/m)
  expect(marks).toHaveLength(3)
  for (const mark of marks) expect(mark).toContain(li.name)
  await look(leader, 'team-copy')
  await lookInOthers(leader, 'team-copy')
})

test('what cannot be opened is no file', async () => {
  const page = await leader.context().newPage()
  await page.route('**/letters/**', async (route) => {
    const answer = await route.fetch()
    const body = (await answer.text()).replace(/(data-said="letter"[^>]* data-envelope=")[^"]*/, '$1AAAA')
    await route.fulfill({ response: answer, body })
  })
  await page.goto(leader.url())
  await page.locator('.letter-front').waitFor()
  await page.waitForLoadState('networkidle')
  expect(await page.locator('.letter-said').allInnerTexts()).toEqual(['', ''])
  const file = page.locator('[data-docx]')
  const told = "document.querySelector('.paper').dispatchEvent(new Event('text-opened'))"
  await page.evaluate(told)
  expect(await file.isVisible()).toBe(false)
  await page
    .locator('.letter-said')
    .first()
    .evaluate((said) => said.toggleAttribute('data-opened'))
  await page.evaluate(told)
  expect(await file.isVisible()).toBe(false)
  await page
    .locator('.letter-said')
    .last()
    .evaluate((said) => said.toggleAttribute('data-opened'))
  await page.evaluate(told)
  expect(await file.isVisible()).toBe(true)
  await page.close()
})

test('the liaison records the reply from paper, the resident reads on, and nobody told them more', async () => {
  await openReport(liaison, desk, kept.number)
  await startMove(liaison, '登记回函')
  // The paper in hand is held against the letter, and what it lacks is named field by field, all at once.
  expect(await liaison.locator('form[data-move]').innerText()).toMatch(
    new RegExp(`岚巡办函〔\\d{4}〕2号 · ${bureau}`),
  )
  await press(liaison, '登记')
  const mistakes = liaison.locator('.box[role=alert] li')
  await expect.poll(() => mistakes.count()).toBe(5)
  expect(await mistakes.allInnerTexts()).toEqual([
    ...['核实情况', '处理措施', '责任人', '佐证件数'].map((name) => `${name}：请写这一项。`),
    '请选接受还是退回重办。',
  ])
  for (const id of ['reply', 'action', 'responsible', 'evidence'])
    expect(await liaison.locator(`#${id} + .error`).innerText()).toBe('请写这一项。')
  expect(await liaison.locator('.sealed > .error').count()).toBe(0)
  await look(liaison, 'reply')
  const reply = {
    reply: '渠口淤塞。',
    action: '已清淤。',
    responsible: '何晓',
    rule: '渠道管护制度',
    evidence: '3',
  }
  await fillIn(liaison, reply)
  await choose(liaison, 'outcome', '接受')
  await press(liaison, '登记')
  await liaison.getByText('回函已登记').waitFor()
  await liaison.locator('#letters').getByText('渠口淤塞。').waitFor()
  expect(await liaison.locator('#letters').innerText()).toMatch(/建了什么制度\s+渠道管护制度/)
  await liaison.locator('#template').selectOption({ index: 1 })
  expect(await liaison.locator('#message').inputValue()).toContain('没有转您的姓名、电话和原话')
  await look(liaison, 'replied')
  const seen = (await lookUp(played.place, kept.code)).html
  expect(seen).toContain('已转有关部门办理')
  expect(seen).not.toContain(bureau)
})

test('the wall stops what comes from somebody afraid, and the office lets it through with a reason', async () => {
  const reason = '只有镇里能清这条渠。'
  await openReport(liaison, desk, kept.afraid)
  await startMove(liaison, '转办')
  await fillIn(liaison, { letter: careful })
  await choose(liaison, 'handlingUnit', town)
  await press(liaison, '报组长审批')
  await liaison.getByText(`不能转给${town}：反映的就是它`).first().waitFor()
  await expect.poll(() => liaison.locator('#letter').inputValue()).toBe(careful)
  await liaison.locator('summary', { hasText: '确需转的' }).click()
  await choose(liaison, 'barred', town)
  await look(liaison, 'wall')
  await lookInOthers(liaison, 'wall', async (beside) => {
    await fillIn(beside, { letter: careful })
    await choose(beside, 'handlingUnit', town)
    await sendPastBubbles(beside.locator('form[data-move]'))
    await beside.locator('#barred').waitFor({ state: 'attached' })
  })
  await liaison.getByRole('button', { name: /^报.*批准$/ }).click()
  await liaison.getByText('批准后再报审').waitFor()

  await administrator.goto(played.origin + paths.letters)
  await administrator.getByRole('link', { name: `转给${town}` }).click()
  await look(administrator, 'permit')
  await lookInOthers(administrator, 'permit')
  expect(await administrator.locator('main').innerText()).not.toMatch(/水渠堵了/)
  await administrator.locator('#reason').fill(reason)
  await press(administrator, '批准')
  await administrator.getByText('已定，巡察组可以看到').waitFor()

  await openReport(liaison, desk, kept.afraid)
  await startMove(liaison, '转办')
  await liaison.getByText(reason).waitFor()
  await fillIn(liaison, { letter: careful })
  await choose(liaison, 'handlingUnit', town)
  await press(liaison, '报组长审批')
  await liaison.getByText(`已报 ${li.name} 审批`).waitFor()
})

test('the pages of handling units are without barriers', async () => {
  await administrator.goto(played.origin + paths.handlingUnits)
  await look(administrator, 'handling-units')
  await administrator.getByRole('link', { name: bureau }).click()
  await look(administrator, 'handling-unit')
})
