import { eq, isNotNull } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { langs } from '../../src/i18n/speak.ts'
import { paths } from '../../src/paths.ts'
import { referrals } from '../../src/referrals/tables.ts'
import { reports } from '../../src/reports/tables.ts'
import { players } from '../cast/people.ts'
import { barriers } from './barriers.ts'
import { juts, officePc, picture, pressPrint, printedSheets, useChromium } from './chromium.ts'
import { saysAsItsFile } from './letter-file.ts'
import { press, signIn } from './office-hands.ts'
import { type Played, startPlayed } from './played.ts'

let played: Played
const stage = useChromium(() => played.origin)
beforeAll(async () => {
  played = await startPlayed()
})
afterAll(() => played.leave())

test('a letter of supervision is signed, printed, and taken as a file', async () => {
  const { db } = played.house
  const [letter] = await db.select().from(referrals).where(isNotNull(referrals.number))
  if (!letter) expect.fail('no letter is out')
  await db.update(referrals).set({ state: 'issued' }).where(eq(referrals.id, letter.id))
  const late = { state: 'referred', due: '2026-01-05', dueKind: 'unitReply' } as const
  await db.update(reports).set(late).where(eq(reports.id, letter.reportId))

  const page = await stage.person(officePc)
  await signIn(page, played, players.zhou)
  const look = async (address: string, name: string) => {
    for (const lang of langs.toReversed()) {
      await page.goto(`${played.origin}${address}?lang=${lang}`)
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 })
        await picture(page, `supervision-${name}-${lang}-${width}`)
        expect(await juts(page), `${name} ${lang} ${width}`).toBe(false)
      }
      expect(await barriers(page, { colours: lang === 'zh' }), `${name} ${lang}`).toEqual([])
    }
  }
  await look(paths.letter(letter.id), 'late')
  await page.getByRole('link', { name: '看督办函' }).click()
  await look(paths.supervise(letter.id), 'draft')
  await press(page, '签发并编号')
  await page.getByRole('heading', { name: /岚巡办函〔\d{4}〕\d+号/ }).waitFor()
  expect(await page.locator('[data-docx]').count()).toBe(0)
  await pressPrint(page, '打印正本')
  expect((await printedSheets(page, 'supervision')).length).toBe(1)
  await saysAsItsFile(page, ['抄送：分管领导，纪委监委，组织部。'])
  await page.reload()
  expect(await page.locator('.letter-front').innerText()).toContain('副本')
  await look(new URL(page.url()).pathname, 'signed')
})
