import { and, eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dayOf } from '../../src/clock/day.ts'
import { paths } from '../../src/paths.ts'
import { reports } from '../../src/reports/tables.ts'
import { listRounds } from '../../src/rounds/store.ts'
import { listTeams } from '../../src/rounds/teams.ts'
import { base64url, random } from '../../src/sealing/bytes.ts'
import { people, sessions, signInTries } from '../../src/staff/tables.ts'
import { players, teams } from '../cast/people.ts'
import { speak } from '../cast/residents.ts'
import { said } from '../cast/words.ts'
import { barriers } from './barriers.ts'
import { officePc, picture, useChromium } from './chromium.ts'
import { barriersInOtherLanguages, inLanguage } from './each-language.ts'
import { fillIn, press, signIn } from './office-hands.ts'
import { type Played, startPlayed } from './played.ts'
import * as team from './team-hands.ts'
import { choose, openReport, startMove } from './team-hands.ts'

let played: Played
let teamId = ''
const stage = useChromium(() => played.origin)
beforeAll(async () => {
  played = await startPlayed()
  const { db } = played.house
  const [round] = await listRounds(db)
  teamId = (await listTeams(db, round?.id ?? '')).find(({ name }) => name === teams.first.name)?.id ?? ''
})
afterAll(() => played.leave())

const desk = (query = '') => `${played.origin}${paths.desk(teamId)}${query}`

async function seat(player: keyof typeof players, device = officePc): Promise<Page> {
  const page = await stage.person(device)
  await signIn(page, played, players[player])
  return page
}

/** Holds the first way into this browser's key store for so many milliseconds, as a slow disk would. */
function keepStoreBusy(ms: number) {
  const opening = indexedDB.open('mashang-desk', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore('keys')
  opening.onsuccess = () => {
    const store = opening.result.transaction('keys', 'readwrite').objectStore('keys')
    const until = performance.now() + ms
    const again = () => {
      if (performance.now() < until) store.count().onsuccess = again
      else opening.result.close()
    }
    again()
  }
}

describe('at the desk', () => {
  test('who tries too often is told how many seconds to wait, not whether the name is there', async () => {
    const { db, clock } = played.house
    const body = JSON.stringify({ username: 'nobody', prover: base64url(random(32)) })
    const headers = { 'Content-Type': 'application/json', Origin: played.origin }
    const tried = await fetch(played.origin + paths.signIn, { method: 'POST', headers, body })
    expect(tried.status).toBe(401)
    const notBefore = new Date(clock.now().getTime() + 900_000).toISOString()
    await db.update(signInTries).set({ notBefore })
    const page = await stage.person(officePc)
    await page.goto(played.origin + paths.signIn)
    await fillIn(page, { username: 'nobody', password: 'a guess among many' })
    await press(page, '登录')
    const told = page.getByText(/^试得太多了，请 (8\d\d|900) 秒后再试。$/)
    await told.waitFor()
    await picture(page, 'sign-in-slowed')
    expect(await barriers(page)).toEqual([])
    await db.delete(signInTries)
    await press(page, '登录')
    await page.getByText('用户名或密码不对。').waitFor()
    expect(await told.isVisible()).toBe(false)
    await db.delete(signInTries)
  })

  test('a queue left open locks within a minute once its person is shut out', async () => {
    const page = await seat('wu')
    await page.clock.install()
    await page.goto(desk())
    await page.locator('.queue tbody tr').first().waitFor()
    const { db } = played.house
    const [wu] = await db.select().from(people).where(eq(people.username, players.wu.username))
    await db.delete(sessions).where(eq(sessions.personId, wu?.id ?? ''))
    expect(await page.locator('dialog[data-lock]').isVisible()).toBe(false)
    await page.clock.runFor(61_000)
    await page.locator('dialog[data-lock]').waitFor()
    // The ring around the field covers nothing of the button.
    const [field, button] = await Promise.all(
      ['#lock-password', '[data-unlock] button'].map((one) => page.locator(one).boundingBox()),
    )
    expect(button!.y - field!.y - field!.height).toBeGreaterThan(8)
  })

  test('what accuses a person is opened only when asked, and hides by a key', async () => {
    const page = await seat('chen')
    await page.goto(desk())
    const row = page.getByRole('row', { name: '干部 ·' }).first()
    expect(await row.locator('[data-text]').innerText()).toBe('点开看')
    await row.getByRole('button', { name: '点开看' }).click()
    await expect.poll(() => row.locator('[data-text]').innerText()).not.toMatch(/点开看|正在开锁/)
    const filter = () => row.locator('[data-text]').evaluate((cell) => getComputedStyle(cell).filter)
    expect(await filter()).toBe('none')
    await page.keyboard.press('.')
    expect(await filter()).toMatch(/^blur\(/)
    expect(await page.locator('.veiled').count()).toBe(1)
    const told = page.getByRole('status').getByText('字都遮住了。点“遮屏”或按句点键（.）再看。')
    expect(await told.isVisible()).toBe(true)
    await page.keyboard.press('.')
    expect(await filter()).toBe('none')
    expect(await told.isVisible()).toBe(false)
  })

  test('a row that cannot be opened says why, and its neighbours open', async () => {
    const page = await seat('chen')
    const harmed: string[] = []
    await page.route(desk(), async (route) => {
      const response = await route.fetch()
      const html = await response.text()
      const rows = (html.match(/<tr data-row[\s\S]*?<\/tr>/g) ?? []).filter(
        (row) => !row.includes('data-click'),
      )
      const sealedOf = (row: string, name: string) =>
        new RegExp(`data-${name}="([^"]*)"`).exec(row)?.[1] ?? ''
      const putIn = (row: string, name: string, value: string) => row.replace(sealedOf(row, name), value)
      const [swapped = '', cutOff = '', notHeld = '', whole = ''] = rows
      harmed.push(...[swapped, cutOff, notHeld, whole].map((row) => sealedOf(row, 'row')))
      const body = html
        .replace(swapped, putIn(swapped, 'line', sealedOf(whole, 'line')))
        .replace(cutOff, putIn(cutOff, 'line', sealedOf(cutOff, 'line').slice(0, 20)))
        .replace(notHeld, notHeld.replace(/data-epoch="\d+"/, 'data-epoch="99"'))
      await route.fulfill({ response, body })
    })
    await page.goto(desk())
    const said = (at: number) => page.locator(`[data-row="${harmed[at]}"] [data-text]`)
    await said(3).and(page.locator('[data-opened]')).waitFor()
    await said(0).getByText('打不开（钥匙不对）', { exact: true }).waitFor()
    await said(1).getByText('打不开（这一件坏了）', { exact: true }).waitFor()
    await said(2).getByText('打不开（没有这把钥匙）', { exact: true }).waitFor()
    expect(await page.locator('[data-text]', { hasText: '打不开' }).count()).toBe(3)
  })

  test('everything opened is blurred after two minutes without a hand on the computer', async () => {
    const page = await seat('chen')
    await page.clock.install()
    await page.goto(desk())
    const opened = page.locator('[data-opened]').first()
    await opened.waitFor()
    const filter = () => opened.evaluate((text) => getComputedStyle(text).filter)
    await page.clock.runFor(110_000)
    expect(await filter()).toBe('none')
    await page.mouse.move(10, 10)
    await page.clock.runFor(110_000)
    expect(await filter()).toBe('none')
    await page.clock.runFor(20_000)
    expect(await filter()).toMatch(/^blur\(/)
  })

  test('two who take the same report at once have one winner, and the other is told who', async () => {
    const { enquiryNumber } = await speak(played.place, played.codes[0]?.token ?? '', said.clinic)
    const [first, second] = [await seat('chen'), await seat('wu')]
    const rowOf = (page: Page) =>
      page
        .getByRole('row', { name: enquiryNumber.replace(/(...)/, '$1 ') })
        .getByRole('button', { name: '领办' })
    await Promise.all([first.goto(desk()), second.goto(desk())])
    await Promise.all([rowOf(first).click(), rowOf(second).click()])
    const told = async (page: Page) => page.getByText('刚刚领办了这件').count()
    await expect.poll(async () => (await told(first)) + (await told(second))).toBe(1)
  })

  test('a page that was overtaken says so and keeps what was typed', async () => {
    const { enquiryNumber } = await speak(played.place, played.codes[0]?.token ?? '', said.road)
    const [first, second] = [await seat('chen'), await seat('li')]
    await openReport(first, desk(), enquiryNumber)
    await startMove(first, '请补充')
    await openReport(second, desk(), enquiryNumber)
    await second.getByRole('link', { name: '分办' }).click()
    await choose(second, 'owner', players.wu.name)
    await press(second, '分办')
    await second.getByRole('heading', { name: '群众原话' }).waitFor()
    const question = '塌在哪一段？\n哪一天塌的？'
    await first.locator('#question').fill(question)
    await expect.poll(() => first.locator('#will-see [data-slot=question]').innerText()).toBe(question)
    await press(first, '问群众')
    await first.getByText('刚刚改过这件').waitFor()
    expect(await first.locator('#question').inputValue()).toBe(question)
    await picture(first, 'desk-overtaken')
  })

  test('a text that is too long is counted, never cut, and numbers are checked before they are sealed', async () => {
    const page = await seat('chen')
    const { enquiryNumber } = await speak(played.place, played.codes[0]?.token ?? '', said.ditch)
    await openReport(page, desk(), enquiryNumber)
    const note = page.locator('#note')
    await note.fill('水'.repeat(2003))
    await page.getByText('多了 3 字，请写短些。').waitFor()
    await press(page, '上锁，记下')
    expect(await note.inputValue()).toHaveLength(2003)
    expect(await page.locator('#notes li').count()).toBe(0)
    await note.fill('水'.repeat(2000))
    await page.getByText('还能写 0 字').waitFor()
    await press(page, '上锁，记下')
    await page.locator('#notes li').waitFor()

    await team.accept(page, players.chen.name)
    await team.verifyFacts(page, players.chen.name, players.wu.name)
    await startMove(page, '核实结果')
    await page.locator('#result').fill('走访了三户。')
    await team.choose(page, 'conclusion', '属实')
    await page.locator('#asked').fill('3')
    for (const [confirmed, sentence] of [
      ['三户', '请写数字。'],
      ['4', '证实的不能比问的多。'],
    ] as const) {
      await page.locator('#confirmed').fill(confirmed)
      await press(page, '记入')
      await page.getByText(sentence).waitFor()
      expect(new URL(page.url()).pathname).toMatch(/moves\/result$/)
    }
    await picture(page, 'desk-result-numbers')
    expect(await barriers(page)).toEqual([])
    await page.locator('#confirmed').fill('3')
    await press(page, '记入')
    // Whatever was found rests on something, or it is said that there is nothing.
    await page.locator('.box[role=alert]', { hasText: '佐证：请写这一项。' }).waitFor()
    await page.locator('#evidence').fill('走访记录 3 份')
    await page.locator('#discipline').selectOption('masses')
    for (const field of ['工程', '三资']) await page.getByLabel(field, { exact: true }).check()
    await press(page, '记入')
    await page.getByText('已记入').waitFor()
    const facts = page.locator('[data-open=result]').last()
    await facts.getByText('工程 · 三资').waitFor()
    expect(await facts.innerText()).toMatch(/涉及纪律\s+群众纪律\s+涉及领域\s+工程 · 三资$/)
  })

  test('a draft that was sent back comes back with its reason, its choices and its words', async () => {
    const [liaison, leader] = [await seat('chen'), await seat('li')]
    const { enquiryNumber } = await speak(played.place, played.codes[0]?.token ?? '', said.road)
    await openReport(liaison, desk(), enquiryNumber)
    await startMove(liaison, '作废')
    await liaison.getByRole('button', { name: '报组长审批' }).waitFor()
    await picture(liaison, 'desk-void')
    expect(await barriers(liaison)).toEqual([])
    await liaison.goBack()
    await startMove(liaison, '不归本组办')
    await liaison.getByRole('button', { name: '报组长审批' }).waitFor()
    expect(await barriers(liaison)).toEqual([])
    const named = async () => [
      await liaison.locator('#channel').inputValue(),
      await liaison.locator('#tel').inputValue(),
      ...(await liaison.locator('[data-when^="reason="]:visible').allInnerTexts()),
    ]
    await team.choose(liaison, 'reason', '涉法涉诉')
    expect(await named()).toEqual(['人民法院', '12368', '也可以写：检察院 12309，法律援助 12348。'])
    await team.choose(liaison, 'reason', '选人用人')
    expect(await named()).toEqual(['组织部', '12380'])
    await liaison.locator('#channel').fill('镇交通站')
    await team.choose(liaison, 'reason', '属于其他部门职责')
    // What somebody wrote stays; the number, which nobody touched, follows the reason.
    expect((await named()).slice(0, 2)).toEqual(['镇交通站', '12345'])
    await liaison.locator('#tel').fill('0700-5550199')
    await press(liaison, '报组长审批')
    await liaison.getByText('审批。').first().waitFor()

    await openReport(leader, desk(), enquiryNumber)
    const drafted = leader.locator('#proposal')
    await drafted.locator('dd[data-slot]', { hasText: '镇交通站' }).waitFor()
    await drafted.locator('dd[data-slot]', { hasText: '0700-5550199' }).waitFor()
    expect(await drafted.locator('[data-open=toResident]').isVisible()).toBe(false)
    const filters = () =>
      drafted.locator('dd[data-slot]').evaluateAll((all) => all.map((one) => getComputedStyle(one).filter))
    expect(await filters()).toEqual(['none', 'none'])
    await leader.keyboard.press('.')
    expect(await filters()).toEqual([expect.stringMatching(/^blur/), expect.stringMatching(/^blur/)])
    await leader.keyboard.press('.')
    await picture(leader, 'desk-proposal-decline')
    await drafted.locator('summary').click()
    await leader.locator('#refuseWhy').fill('请写县交通局。')
    await drafted.getByRole('button', { name: '退回修改' }).click()
    await leader.getByText('已退回修改').waitFor()

    await openReport(liaison, desk(), enquiryNumber)
    await liaison.locator('#sent-back').getByText('请写县交通局。').waitFor()
    await picture(liaison, 'desk-sent-back')
    expect(await barriers(liaison)).toEqual([])
    expect(await barriersInOtherLanguages(liaison)).toEqual([])
    await startMove(liaison, '不归本组办')
    await expect.poll(() => liaison.locator('#channel').inputValue()).toBe('镇交通站')
    expect(await liaison.locator('#tel').inputValue()).toBe('0700-5550199')
    expect(await liaison.locator('#reason').inputValue()).toBe('otherOrgan')
    await picture(liaison, 'desk-sent-back-form')
    await liaison.locator('#channel').fill('县交通局')
    await press(liaison, '报组长审批')
    await liaison.locator('#proposal').waitFor()

    await openReport(leader, desk(), enquiryNumber)
    await drafted.getByRole('button', { name: '同意' }).click()
    await leader.locator('#sees', { hasText: '县交通局' }).waitFor()
    const longAgo = addDays(dayOf(new Date()), -31)
    const isThis = eq(reports.enquiryNumber, enquiryNumber)
    await played.house.db.update(reports).set({ concludedOn: longAgo }).where(isThis)
    await leader.reload()
    await startMove(leader, '归档')
    await leader.locator('#will-see', { hasText: '您可以找县交通局，电话 0700-5550199。' }).waitFor()
    await picture(leader, 'desk-archive-declined')
  })

  test('what has been answered for thirty quiet days can be put away', async () => {
    const { db } = played.house
    const isAnswered = and(eq(reports.state, 'concluded'), eq(reports.teamId, teamId))
    const [answered] = await db.select().from(reports).where(isAnswered)
    const id = answered?.id ?? ''
    const longAgo = addDays(dayOf(new Date()), -31)
    await db.update(reports).set({ concludedOn: longAgo }).where(eq(reports.id, id))
    const page = await seat('li')
    await page.goto(played.origin + paths.report(teamId, id))
    await startMove(page, '归档')
    await page.getByRole('button', { name: '归档', exact: true }).waitFor()
    await picture(page, 'desk-archive')
    expect(await barriers(page)).toEqual([])
    await press(page, '归档')
    await page.getByText('已归档').first().waitFor()
  })

  test('contact details are shown to a leader for a reason, and to nobody else', async () => {
    const { enquiryNumber } = await speak(played.place, played.codes[0]?.token ?? '', said.land)
    const leader = await seat('li')
    await openReport(leader, desk(), enquiryNumber)
    expect(await leader.content()).not.toContain('13900000022')
    await leader.getByLabel('回电').check()
    await press(leader, '查看联系方式')
    await leader.getByText('13900000022').waitFor()
    await picture(leader, 'desk-contact')
    expect(await barriers(leader)).toEqual([])
    const member = await seat('wu')
    await openReport(member, desk(), enquiryNumber)
    await member.getByText('只有组长和副组长能看').waitFor()
  })

  test('a wrong password and an unknown name get the same words', async () => {
    const page = await stage.person(officePc)
    for (const username of [players.chen.username, 'nobody-here']) {
      await page.goto(played.origin + paths.signIn)
      await page.locator('#username').fill(username)
      await page.locator('#password').fill('not the password at all')
      await press(page, '登录')
      await page.getByText('用户名或密码不对。').waitFor()
      expect(new URL(page.url()).pathname).toBe(paths.signIn)
    }
  })

  test('a press taken while the browser is still forgetting the last person signs in', async () => {
    const page = await stage.person(officePc)
    await page.addInitScript(keepStoreBusy, 1500)
    await signIn(page, played, players.chen)
    await expect.poll(() => page.locator('.queue tbody tr').count()).toBeGreaterThan(0)
  })

  test.each(['en', 'zh-Hant'] as const)(
    'a session that has ended is said without a barrier (%s)',
    async (lang) => {
      const page = await seat('chen')
      await page.goto(inLanguage(desk(), lang))
      await page.locator('[data-row] a').first().click()
      await page.locator('[data-seal=note] textarea').fill('先看水渠口。')
      await page.context().clearCookies()
      await page.locator('form:has([data-seal=note]) [type=submit]').click()
      await page.locator('dialog[data-lock]').waitFor()
      expect(await barriers(page, { colours: false })).toEqual([])
    },
  )

  test('a session that has ended is taken up again in place, with what was typed kept', async () => {
    const page = await seat('chen')
    const { enquiryNumber } = await speak(played.place, played.codes[0]?.token ?? '', said.ditch)
    await openReport(page, desk(), enquiryNumber)
    await page.locator('[data-seal=note] textarea').fill('先看水渠口。')
    await page.context().clearCookies()
    await press(page, '上锁，记下')
    await page.locator('dialog[data-lock]').waitFor()
    await picture(page, 'desk-locked')
    expect(await barriers(page)).toEqual([])
    await page.locator('#lock-password').fill('not the password at all')
    await press(page, '继续')
    await page.getByText('密码不对。', { exact: true }).waitFor()
    await page.locator('#lock-password').fill(players.chen.password)
    await press(page, '继续')
    await page.locator('dialog[data-lock]').waitFor({ state: 'hidden' })
    await expect
      .poll(
        async () =>
          (await page.getByText('先看水渠口。').count()) +
          Number((await page.locator('[data-seal=note] textarea').inputValue()) !== ''),
      )
      .toBeGreaterThan(0)
  })

  test('a page that was locked and comes anew says why, and signing in shows what it showed', async () => {
    const page = await seat('chen')
    await page.clock.install()
    await page.goto(desk())
    await page.locator('[data-opened]').first().waitFor()
    await page.clock.runFor(16 * 60_000)
    await page.locator('dialog[data-lock]').waitFor()
    await page.reload()
    await page.getByText('15 分钟没有动，已锁屏。 登录后回到刚才的地方。').waitFor()
    await picture(page, 'desk-sign-in-again')
    expect(await barriers(page)).toEqual([])
    await page.locator('#username').fill(players.chen.username)
    await page.locator('#password').fill(players.chen.password)
    await press(page, '登录')
    await page.locator('[data-opened]').first().waitFor()
    expect(page.url()).toBe(desk())

    await page.locator('form[data-sign-out] button').click()
    await page.locator('#username').waitFor()
    await page.goto(desk())
    await page.locator('#username').waitFor()
    expect(await page.locator('[data-ended]').filter({ visible: true }).count()).toBe(0)
  })

  test('a message whose answer was lost is sent again, and reaches the resident once', async () => {
    const { enquiryNumber } = await speak(played.place, played.codes[0]?.token ?? '', said.clinic)
    const page = await seat('chen')
    await openReport(page, desk(), enquiryNumber)
    await page.locator('#message').fill('我们在了解。')
    let lost = false
    await page.route('**/messages', async (route) => {
      if (lost) return route.continue()
      lost = true
      await route.fetch({ maxRedirects: 0 })
      return route.abort()
    })
    await press(page, '上锁，发给群众')
    await page.locator('[data-offline]:visible').waitFor()
    await press(page, '上锁，发给群众')
    await page.locator('.talk .ours').waitFor()
    expect(await page.locator('.talk .ours').count()).toBe(1)
  })
})
