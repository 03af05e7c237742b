import { isNotNull } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/paths.ts'
import { referrals } from '../../src/referrals/tables.ts'
import { listRounds } from '../../src/rounds/store.ts'
import { players } from '../cast/people.ts'
import { officePc, useChromium } from './chromium.ts'
import { linesOf } from './lines.ts'
import { signIn } from './office-hands.ts'
import { type Played, startPlayed } from './played.ts'

let played: Played
const stage = useChromium(() => played.origin)
beforeAll(async () => {
  played = await startPlayed()
})
afterAll(() => played.leave())

const linesOfNumbers = (page: Page) => linesOf(page, /\d{3,4}-\d{7,8}/)

test('a telephone number keeps to one line on letters, notices, cards and what residents will read, however narrow', async () => {
  const { db } = played.house
  const [[letter], [round]] = await Promise.all([
    db.select({ id: referrals.id }).from(referrals).where(isNotNull(referrals.number)),
    listRounds(db),
  ])
  const page = await stage.person(officePc)
  await signIn(page, played, players.zhou)
  const token = played.codes[0]?.token ?? ''
  const places = [paths.letter(letter?.id ?? ''), paths.printNotice(token), paths.printCards(token)]
  for (const address of [...places, paths.round(round?.id ?? '')]) {
    for (const lang of ['zh', 'en']) {
      await page.goto(`${played.origin}${address}?lang=${lang}`)
      // What is printed shows when the browser has checked it.
      await expect
        .poll(async () => (await linesOfNumbers(page)).length, { message: address })
        .toBeGreaterThan(0)
      for (let width = 320; width <= 420; width += 10) {
        await page.setViewportSize({ width, height: 740 })
        const lines = await linesOfNumbers(page)
        expect(
          lines.filter(([, n]) => n > 1),
          `${address} ${lang} ${width}`,
        ).toEqual([])
      }
    }
  }
})

test('so it does on the pages of residents, in the largest letters', async () => {
  const page = await stage.person()
  const token = played.codes[0]?.token ?? ''
  for (const address of ['/', paths.code(token)]) {
    await page.goto(played.origin + address)
    for (const size of ['standard', 'large', 'largest']) {
      await page.evaluate((size) => {
        document.documentElement.dataset.size = size
      }, size)
      expect((await linesOfNumbers(page)).length, address).toBeGreaterThan(0)
      for (let width = 320; width <= 420; width += 10) {
        await page.setViewportSize({ width, height: 740 })
        const lines = await linesOfNumbers(page)
        expect(
          lines.filter(([, n]) => n > 1),
          `${address} ${size} ${width}`,
        ).toEqual([])
      }
    }
  }
})
