import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { addDays, dayOf } from '../../src/clock/day.ts'
import { reports } from '../../src/reports/tables.ts'
import { speak } from '../cast/residents.ts'
import { atNotice } from './at-notice.ts'
import { picture } from './chromium.ts'
import { linesOf } from './lines.ts'
import { lookUp, receipt, send, tell } from './resident-hands.ts'

const { stage, played, codeOf, landing, words } = atNotice()

const DAY =
  /\d{1,2}月\d{1,2}日|\d{1,2} [A-Z][a-z]+ber|\d{1,2} (January|February|March|April|May|June|July|August)/

/** From the narrowest phone to a wide one, no day is broken. `least`: how many stand there. */
async function expectWhole(page: Page, least: number, name: string) {
  for (let width = 320; width <= 420; width += 5) {
    await page.setViewportSize({ width, height: 740 })
    const lines = await linesOf(page, DAY)
    expect(lines.length, name).toBeGreaterThanOrEqual(least)
    expect(
      lines.filter(([, n]) => n > 1),
      `${name} ${width}`,
    ).toEqual([])
  }
  await page.setViewportSize({ width: 360, height: 740 })
  await picture(page, `days-${name}`)
}

test.each(['zh', 'en'])('a day that is promised, or was, is never broken in two (%s)', async (lang) => {
  const { code, enquiryNumber } = await speak(played.place, codeOf(), { text: words })
  const today = dayOf(played.house.clock.now())
  const page = await stage.person()
  for (const promiseMoved of ['late', 'extended', 'waited', 'missed'] as const) {
    await played.house.db
      .update(reports)
      .set({
        state: 'accepted',
        promiseMoved,
        promiseBefore: addDays(today, -1),
        promise: addDays(today, 15),
      })
      .where(eq(reports.enquiryNumber, enquiryNumber))
    await lookUp(page, played.origin, code, lang)
    await expectWhole(page, 2, `${promiseMoved}-${lang}`)
  }
  await page.goto(`${landing()}?lang=${lang}`)
  await tell(page, { text: words })
  await send(page)
  await receipt(page)
  await expectWhole(page, 1, `receipt-${lang}`)
})
