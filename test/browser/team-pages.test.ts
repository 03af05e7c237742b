import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dayOf } from '../../src/clock/day.ts'
import { paths } from '../../src/paths.ts'
import { raiseDoubt } from '../../src/posters/doubts.ts'
import { forms } from '../../src/queue/moves.ts'
import { reports } from '../../src/reports/tables.ts'
import { listRounds } from '../../src/rounds/store.ts'
import { listTeams } from '../../src/rounds/teams.ts'
import { signIn as sit } from '../cast/at-desk.ts'
import { players, teams } from '../cast/people.ts'
import { speak } from '../cast/residents.ts'
import { said } from '../cast/words.ts'
import { recordFeedback } from '../cast/working.ts'
import { barriersAsItStands } from './barriers.ts'
import { juts, officePc, picture, useChromium } from './chromium.ts'
import { sendEmpty } from './empty-submit.ts'
import { type Played, startPlayed } from './played.ts'
import { linksAt, linksOn, look, seat } from './staff-look.ts'
import * as team from './team-hands.ts'
import { openReport } from './team-hands.ts'

let played: Played
let teamId = ''
let second = ''
const stage = useChromium(() => played.origin)
beforeAll(async () => {
  played = await startPlayed()
  const { db } = played.house
  const [round] = await listRounds(db)
  const all = await listTeams(db, round?.id ?? '')
  const idOf = ({ name }: { name: string }) => all.find((team) => team.name === name)?.id ?? ''
  teamId = idOf(teams.first)
  second = idOf(teams.second)
})
afterAll(() => played.leave())

const phone = { width: 390, height: 844 }
const desk = (query = '') => `${played.origin}${paths.desk(teamId)}${query}`

describe('every page of a team, in every language', () => {
  test('of a team: its queue, its keys, a report', async () => {
    const page = await seat(stage, played, 'li')
    const { enquiryNumber } = await speak(played.place, played.codes[0]?.token ?? '', said.ditch)
    await openReport(page, desk(), enquiryNumber)
    await team.accept(page, players.wu.name)
    await page.getByText('已受理，群众可以看到').waitFor()
    await look(page, played, paths.desk(teamId), 'queue')
    await look(page, played, paths.keys(teamId), 'keys')
    await look(page, played, paths.teamNotices(teamId), 'notices')
    await look(page, played, paths.teamSheetsOf(teamId, played.codes[0]?.token ?? ''), 'sheets')
    const held = await speak(played.place, played.codes[0]?.token ?? '', said.road)
    const { db } = played.house
    const isHeld = eq(reports.enquiryNumber, held.enquiryNumber)
    await db.update(reports).set({ held: true, queueKey: null }).where(isHeld)
    await look(page, played, `${paths.desk(teamId)}?show=held`, 'held')
    await page.getByRole('button', { name: '全部放入' }).click()
    await page.getByText('已放入待受理').waitFor()
    expect(await db.select({ held: reports.held }).from(reports).where(isHeld)).toEqual([{ held: false }])
    await raiseDoubt(db, played.codes[0]?.noticeNumber ?? '', 'covered', dayOf(new Date()))
    const admin = await seat(stage, played, 'zhou')
    await look(admin, played, paths.office, 'home-with-a-doubt')
    await page.goto(desk())
    const listed = (await linksOn(page, `${paths.desk(teamId)}/`)).filter((link) =>
      /reports\/[\w-]{20,}$/.test(link),
    )
    await look(page, played, listed[0] ?? '', 'report')
  })

  test('of a report: the form of every move, on a screen and on a phone', async () => {
    const { db, clock } = played.house
    const seen = new Set<string>()
    /** What was done though nothing was filled in. */
    const done: string[] = []
    /** Whatever the reports in hand let this person do that nobody did before. */
    async function lookAtForms(page: Page, at: string) {
      const mine = await db.select().from(reports).where(eq(reports.teamId, at))
      const shown = new Set<string>()
      for (const { id, state } of mine) {
        const report = paths.report(at, id)
        // No page may complain, whatever its report has come to.
        if (!shown.has(state)) await page.goto(played.origin + report)
        shown.add(state)
        for (const link of await linksAt(page, played.origin + report, `${report}/`)) {
          const form = link.slice(report.length + 1)
          if (seen.has(form)) continue
          seen.add(form)
          const name = form.replaceAll('/', '-')
          await look(page, played, link, name)
          await page.setViewportSize(phone)
          await picture(page, `desk-${name}-phone`)
          expect(await juts(page), name).toBe(false)
          await page.setViewportSize(officePc as typeof phone)
          if ((await sendEmpty(page, name)) === 'done') done.push(form)
        }
      }
    }
    await speak(played.place, played.codes[0]?.token ?? '', said.ditch)
    // Nothing was heard of one for two months, and nothing was filed away meanwhile.
    const longAgo = addDays(dayOf(clock.now()), -60)
    await db.update(reports).set({ concludedOn: longAgo }).where(eq(reports.state, 'concluded'))
    for (const player of ['li', 'chen', 'wu'] as const)
      await lookAtForms(await seat(stage, played, player), teamId)
    const page = await seat(stage, played, 'su')
    await lookAtForms(page, second)
    const [ordered] = await db.select().from(reports).where(eq(reports.state, 'fixing'))
    const { username, password } = players.su
    await recordFeedback(
      played.place,
      await sit(played.place, username, password),
      ordered?.enquiryNumber ?? '',
    )
    await lookAtForms(page, second)
    const others = ['assign', 'fix/notice', 'sheet', 'told/paper']
    expect(done.sort()).toEqual(['moves/archive', 'moves/restore'])
    expect([...seen].sort()).toEqual([...Object.keys(forms).map((move) => `moves/${move}`), ...others].sort())
  }, 300_000)
})

test('on a phone the queue is a list that juts nowhere', async () => {
  const page = await seat(stage, played, 'chen', phone)
  await page.goto(desk())
  await page.locator('[data-row]').first().waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  // Its rows are no table there.
  expect(await barriersAsItStands(page)).toEqual([])
  await picture(page, 'desk-queue-phone')
})
