import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayOf } from '../../src/clock/day.ts'
import { langs } from '../../src/i18n/speak.ts'
import { contactField, wayField } from '../../src/leaving/choices.ts'
import { paths } from '../../src/paths.ts'
import { reports } from '../../src/reports/tables.ts'
import { listRounds } from '../../src/rounds/store.ts'
import { rounds } from '../../src/rounds/tables.ts'
import { listTeams } from '../../src/rounds/teams.ts'
import { OFFICE } from '../../src/staff/roles.ts'
import { players, teams } from '../cast/people.ts'
import { speak } from '../cast/residents.ts'
import { said } from '../cast/words.ts'
import { barriers } from './barriers.ts'
import { officePc, picture, useChromium } from './chromium.ts'
import { press, signIn } from './office-hands.ts'
import { type Played, startPlayed } from './played.ts'
import { openReport } from './team-hands.ts'

// A team's last day: a leader chooses what goes to the office, their browser seals it anew, and the office opens it.

let played: Played
let team = ''
let leader: Page
const stage = useChromium(() => played.origin)
const told: Record<'ditch' | 'subsidy' | 'road', { id: string; number: string }> = {} as never

/** On the office's screen and on a phone, in every language. It is left in Chinese. */
async function look(page: Page, name: string) {
  const address = page.url()
  for (const lang of langs.toReversed()) {
    await page.goto(`${address.split('?')[0]}?lang=${lang}`)
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 })
      await picture(page, `leaving-${name}-${lang}-${width}`)
    }
    await page.setViewportSize({ width: 1280, height: 900 })
    expect(await barriers(page, { colours: lang === 'zh' }), `${name} ${lang}`).toEqual([])
  }
}

beforeAll(async () => {
  played = await startPlayed()
  const { place, house, codes } = played
  for (const what of ['ditch', 'subsidy', 'road'] as const) {
    const { enquiryNumber: number } = await speak(place, codes[0]?.token ?? '', said[what])
    const [row] = await house.db.select().from(reports).where(eq(reports.enquiryNumber, number))
    told[what] = { number, id: row?.id ?? '' }
  }
  const [round] = await listRounds(house.db)
  const all = await listTeams(house.db, round?.id ?? '')
  team = all.find(({ name }) => name === teams.first.name)?.id ?? ''
  const today = dayOf(house.clock.now())
  await house.db.update(rounds).set({ fieldEndsOn: today, intakeClosesOn: addDays(today, -1) })
  leader = await stage.person(officePc)
  await signIn(leader, played, players.li)
}, 120_000)
afterAll(() => played.leave())

const wayOf = (what: keyof typeof told) => leader.locator(`[name="${wayField(told[what].id)}"]`)

test('the leader finds the way from the queue, chooses three, and the browser hands them over', async () => {
  await leader.goto(played.origin + paths.desk(team))
  await leader.getByRole('link', { name: '撤点交接' }).click()
  await leader.getByRole('heading', { name: '撤点交接' }).waitFor()
  await look(leader, 'choose')
  for (const what of ['ditch', 'subsidy', 'road'] as const) await wayOf(what).selectOption('office')
  await leader.locator(`[name="${contactField(told.subsidy.id)}"]`).check()
  await press(leader, '交接')
  await expect
    .poll(async () => (await played.house.db.select().from(reports).where(eq(reports.teamId, OFFICE))).length)
    .toBeGreaterThanOrEqual(3)
  await expect.poll(() => wayOf('ditch').count()).toBe(0)
  expect(await leader.locator('[data-leaving]').count()).toBe(0)
  await leader.getByText(/已交 3 件给岚川市委巡察办，\d+ 件本组继续。/).waitFor()
  await look(leader, 'gone')
})

test('the office opens them, with the contact that came along', async () => {
  const office = await stage.person(officePc)
  await signIn(office, played, players.zhou)
  await openReport(office, played.origin + paths.desk(OFFICE), told.ditch.number)
  await office.getByText('水渠堵了半个月').first().waitFor()
  await look(office, 'taken-over')
  await openReport(office, played.origin + paths.desk(OFFICE), told.subsidy.number)
  await office.locator('#contact').getByText('回电', { exact: true }).check()
  await press(office, '查看联系方式')
  await office.locator('[data-held-contact]').getByText(said.subsidy.phone).waitFor()
  await office.goto(played.origin + paths.closeTeam(team))
  await look(office, 'closing')
})

test('a tab that was closed goes on when the page is opened again', async () => {
  const left = await played.house.db.select().from(reports).where(eq(reports.teamId, team))
  const open = left.filter(({ concludedOn }) => concludedOn === null).slice(0, 2)
  expect(open.length).toBe(2)
  await leader.goto(played.origin + paths.leaving(team))
  // The choice is kept by the server; the tab is gone before anything was sealed.
  await leader.evaluate(
    async ([address, body]) => {
      await fetch(address ?? '', { method: 'POST', body: new URLSearchParams(body), redirect: 'manual' })
    },
    [
      paths.leaving(team),
      new URLSearchParams(open.map(({ id }) => [wayField(id), 'office'])).toString(),
    ] as const,
  )
  await leader.goto(played.origin + paths.leaving(team))
  for (const { id } of open) {
    await expect
      .poll(async () => (await played.house.db.select().from(reports).where(eq(reports.id, id)))[0]?.teamId)
      .toBe(OFFICE)
  }
})
