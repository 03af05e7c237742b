import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { langs } from '../../src/i18n/speak.ts'
import { paths } from '../../src/paths.ts'
import { reports } from '../../src/reports/tables.ts'
import { listRounds } from '../../src/rounds/store.ts'
import { teams } from '../../src/rounds/tables.ts'
import { filed } from '../filed.ts'
import { barriers } from './barriers.ts'
import { juts, officePc, picture, printedPages, useChromium } from './chromium.ts'
import { sendEmpty, sendPastBubbles } from './empty-submit.ts'
import { type Played, startPlayed } from './played.ts'
import { linksOn, look, seat } from './staff-look.ts'

let played: Played
let roundId = ''
const stage = useChromium(() => played.origin)
beforeAll(async () => {
  played = await startPlayed()
  roundId = (await listRounds(played.house.db))[0]?.id ?? ''
})
afterAll(() => played.leave())

const phone = { width: 390, height: 844 }

describe('every page of staff, in every language', () => {
  test('of the office', async () => {
    const page = await seat(stage, played, 'zhou')
    const seen = new Set<string>()
    const refused = new Set<string>()
    const walk = async (address: string) => {
      const plain = address.replace(/[?#].*$/, '').replace(/[\w-]{16,}/g, 'ID')
      if (seen.has(plain) || /\.(svg|png|csv)$/.test(plain)) return
      seen.add(plain)
      await look(page, played, address, plain.replace('/staff/', '').replaceAll('/', '-'))
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
    // Some forty pages, each looked at three times.
  }, 300_000)

  test('of the leading group: figures alone', async () => {
    const page = await seat(stage, played, 'gao')
    await look(page, played, paths.figures, 'figures')
  })

  test('before signing in', async () => {
    const page = await stage.person(officePc)
    for (const [name, address] of [
      ['sign-in', paths.signIn],
      ['activate', paths.activate],
      ['forgotten', paths.recoverPassword],
    ] as const) {
      await look(page, played, address, name)
      for (const lang of langs) {
        await page.goto(`${played.origin}${address}?lang=${lang}`)
        await sendPastBubbles(page.locator('main form').first())
        await page.locator('main .error').filter({ visible: true }).first().waitFor()
        expect(await barriers(page), `${name} ${lang}, empty`).toEqual([])
      }
    }
  })
})

describe('pages of staff elsewhere than on a wide screen', () => {
  test('notices and cards fill their pages, and leave none blank', async () => {
    const page = await seat(stage, played, 'zhou')
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
    const page = await seat(stage, played, 'zhou', phone)
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
        .locator('main table td')
        .evaluateAll((cells) => cells.filter((cell) => cell.textContent && cell.clientWidth < 40).length)
      expect(narrow, name).toBe(0)
    }
    const { db, clock } = played.house
    const [team = ''] = (await db.select({ id: teams.id }).from(teams)).map(({ id }) => id)
    const { id } = await filed(db, { now: clock.now(), calendar: clock.calendar }, { teamId: team, roundId })
    await db.update(reports).set({ receivedOn: '2026-01-05' }).where(eq(reports.id, id))
    await page.setViewportSize({ width: 360, height: 800 })
    await page.goto(played.origin + paths.printNotice(played.codes[0]?.token ?? ''))
    await page.locator('.sheet').first().waitFor()
    await picture(page, 'desk-phone-notice')
    expect(await juts(page), 'the paper scrolls in a box of its own').toBe(false)
    for (const lang of ['en', 'zh']) {
      await page.goto(`${played.origin}${paths.office}?lang=${lang}`)
      await page
        .getByText(/件超过|for over/)
        .first()
        .waitFor()
      await picture(page, `desk-phone-alarm-${lang}`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), lang).toBeLessThanOrEqual(360)
    }
  })
})

test.each([360, 1280])('a stretch of holidays is never broken at its hyphens, %i wide', async (width) => {
  const page = await seat(stage, played, 'zhou', { ...officePc, width })
  await page.goto(`${played.origin}${paths.holidays}?lang=en`)
  const stretches = page.getByText(/^\d\d-\d\d( to \d\d-\d\d)?$/)
  const lines = await stretches.evaluateAll((all) => all.map((one) => one.getClientRects().length))
  expect(lines.length).toBeGreaterThan(5)
  expect(new Set(lines)).toEqual(new Set([1]))
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wide).toBeLessThanOrEqual(0)
  await picture(page, `holidays-${width}`)
})
