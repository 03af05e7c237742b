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
import { barriers, juts, officePc, picture, printedPages, useChromium } from './chromium.ts'
import { sendEmpty } from './empty-submit.ts'
import { ownLetters } from './large-type.ts'
import { signIn } from './office-hands.ts'
import { type Played, startPlayed } from './played.ts'
import { outOfOrder } from './reading-order.ts'
import * as team from './team-hands.ts'
import { openReport } from './team-hands.ts'

let played: Played
let roundId = ''
let teamId = ''
let second = ''
const stage = useChromium(() => played.origin)
beforeAll(async () => {
  played = await startPlayed()
  const { db } = played.house
  roundId = (await listRounds(db))[0]?.id ?? ''
  const all = await listTeams(db, roundId)
  const idOf = ({ name }: { name: string }) => all.find((team) => team.name === name)?.id ?? ''
  teamId = idOf(teams.first)
  second = idOf(teams.second)
})
afterAll(() => played.leave())

const phone = { width: 390, height: 844 }
const desk = (query = '') => `${played.origin}${paths.desk(teamId)}${query}`

async function seat(player: keyof typeof players, device = officePc): Promise<Page> {
  const page = await stage.person(device)
  await signIn(page, played, players[player])
  return page
}

/**
 * Nothing stands in the way, in either language: in the one as all is usually seen, in the other in forced colours and
 * in letters half as large again. It is left in Chinese, on the page that was looked at.
 */
async function look(page: Page, address: string, name: string) {
  for (const lang of ['en', 'zh']) {
    const isHarder = lang === 'en'
    await page.emulateMedia({ forcedColors: isHarder ? 'active' : 'none' })
    await ownLetters(page, isHarder ? 150 : 100)
    await page.goto(`${played.origin}${address}${address.includes('?') ? '&' : '?'}lang=${lang}`)
    await picture(page, `desk-${name}-${lang}`)
    expect(await barriers(page, { colours: !isHarder }), `${name} ${lang}`).toEqual([])
    if (isHarder) {
      const letters = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)
      expect(letters, name).toBe('22.5px')
      expect.soft(await juts(page), `${name} in large letters`).toBe(false)
    } else expect.soft(await outOfOrder(page, { columns: true }), name).toEqual([])
  }
}

/** Every page an address leads to from a page, by its links. */
const linksOn = (page: Page, under: string) =>
  page
    .locator(`a[href^="${under}"]`)
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))])

describe('every page of staff, in both languages', () => {
  test('of the office', async () => {
    const page = await seat('zhou')
    const seen = new Set<string>()
    const refused = new Set<string>()
    const walk = async (address: string) => {
      const plain = address.replace(/[?#].*$/, '').replace(/[\w-]{16,}/g, 'ID')
      if (seen.has(plain) || /\.(svg|png|csv)$/.test(plain)) return
      seen.add(plain)
      await look(page, address, plain.replace('/staff/', '').replaceAll('/', '-'))
      const links = await linksOn(page, '/staff/office')
      if ((await sendEmpty(page, plain)) === 'refused') refused.add(plain)
      for (const link of links) await walk(link)
    }
    await walk(paths.office)
    for (const must of [paths.people, paths.invite, paths.rounds, paths.units, paths.newUnit])
      expect(seen).toContain(must)
    expect(seen.size).toBeGreaterThanOrEqual(17)
    for (const must of [paths.invite, paths.newUnit, paths.newRound, paths.newHandlingUnit])
      expect(refused).toContain(must)
    // Some forty pages, each looked at twice.
  }, 300_000)

  test('of a team: its queue, its keys, a report', async () => {
    const page = await seat('li')
    const { enquiryNumber } = await speak(played.place, played.codes[0]?.token ?? '', said.ditch)
    await openReport(page, desk(), enquiryNumber)
    await team.accept(page, players.wu.name)
    await page.getByText('已受理，群众可以看到').waitFor()
    await look(page, paths.desk(teamId), 'queue')
    await look(page, paths.keys(teamId), 'keys')
    await look(page, paths.teamNotices(teamId), 'notices')
    const held = await speak(played.place, played.codes[0]?.token ?? '', said.road)
    const { db } = played.house
    const isHeld = eq(reports.enquiryNumber, held.enquiryNumber)
    await db.update(reports).set({ held: true, queueKey: null }).where(isHeld)
    await look(page, `${paths.desk(teamId)}?show=held`, 'held')
    await page.getByRole('button', { name: '全部放入' }).click()
    await page.getByText('已放入待受理').waitFor()
    expect(await db.select({ held: reports.held }).from(reports).where(isHeld)).toEqual([{ held: false }])
    await raiseDoubt(db, played.codes[0]?.noticeNumber ?? '', 'covered', dayOf(new Date()))
    const admin = await seat('zhou')
    await look(admin, paths.office, 'home-with-a-doubt')
    await page.goto(desk())
    const listed = (await linksOn(page, `${paths.desk(teamId)}/`)).filter((link) =>
      /reports\/[\w-]{20,}$/.test(link),
    )
    await look(page, listed[0] ?? '', 'report')
  })

  test('of a report: the form of every move, on a screen and on a phone', async () => {
    const { db, clock } = played.house
    const seen = new Set<string>()
    /** What was done though nothing was filled in. */
    const done: string[] = []
    /** Whatever the reports in hand let this person do that nobody did before. */
    async function lookAtForms(page: Page, at: string) {
      const mine = await db.select().from(reports).where(eq(reports.teamId, at))
      for (const { id } of mine) {
        const report = paths.report(at, id)
        await page.goto(played.origin + report)
        for (const link of await linksOn(page, `${report}/`)) {
          const form = link.slice(report.length + 1)
          if (seen.has(form)) continue
          seen.add(form)
          const name = form.replaceAll('/', '-')
          await look(page, link, name)
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
    for (const player of ['li', 'chen', 'wu'] as const) await lookAtForms(await seat(player), teamId)
    const page = await seat('su')
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

  test('of the leading group: figures alone', async () => {
    const page = await seat('gao')
    await look(page, paths.figures, 'figures')
  })

  test('before signing in', async () => {
    const page = await stage.person(officePc)
    for (const [name, address] of [
      ['sign-in', paths.signIn],
      ['activate', paths.activate],
      ['forgotten', paths.recoverPassword],
    ] as const)
      await look(page, address, name)
  })
})

describe('pages of staff elsewhere than on a wide screen', () => {
  test('notices and cards fill their pages, and leave none blank', async () => {
    const page = await seat('zhou')
    const { token = '' } = played.codes[0] ?? {}
    for (const [name, address, sheets] of [
      ['notice', `${paths.printNotice(token)}?sheets=all`, 3],
      ['notice-en', `${paths.printNotice(token)}?in=en`, 1],
      ['cards', paths.printCards(token), 2],
    ] as const) {
      await page.goto(played.origin + address)
      await page.locator('.sheet').first().waitFor()
      expect(await printedPages(page, `desk-${name}`), name).toBe(sheets)
    }
    await page.goto(played.origin + paths.people)
    expect(await printedPages(page, 'desk-people')).toBe(1)
  })

  test('on a phone the lists of the office are cards that break no word and jut nowhere', async () => {
    const page = await seat('zhou', phone)
    for (const [name, address] of [
      ['people', paths.people],
      ['rounds', paths.rounds],
      ['round', paths.round(roundId)],
      ['units', paths.units],
      ['codes', paths.codes(roundId)],
      ['home', paths.office],
      ['assign', paths.assign(roundId)],
    ] as const) {
      await page.goto(played.origin + address)
      await page.waitForTimeout(400)
      await picture(page, `desk-phone-${name}`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(390)
      const narrow = await page
        .locator('main table:not(.preparation) td')
        .evaluateAll((cells) => cells.filter((cell) => cell.textContent && cell.clientWidth < 40).length)
      expect(narrow, name).toBe(0)
    }
  })

  test('on a phone the queue is a list that juts nowhere', async () => {
    const page = await seat('chen', phone)
    await page.goto(desk())
    await page.locator('[data-row]').first().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await picture(page, 'desk-queue-phone')
  })
})

test.each([360, 1280])('a stretch of holidays is never broken at its hyphens, %i wide', async (width) => {
  const page = await seat('zhou', { ...officePc, width })
  await page.goto(`${played.origin}${paths.holidays}?lang=en`)
  const stretches = page.getByText(/^\d\d-\d\d( to \d\d-\d\d)?$/)
  const lines = await stretches.evaluateAll((all) => all.map((one) => one.getClientRects().length))
  expect(lines.length).toBeGreaterThan(5)
  expect(new Set(lines)).toEqual(new Set([1]))
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wide).toBeLessThanOrEqual(0)
  await picture(page, `holidays-${width}`)
})
