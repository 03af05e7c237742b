import { eq, ne } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Lang } from '../../src/i18n/speak.ts'
import { paths } from '../../src/paths.ts'
import { markTested } from '../../src/posters/moving.ts'
import { codes } from '../../src/posters/tables.ts'
import { reports } from '../../src/reports/tables.ts'
import { listRounds } from '../../src/rounds/store.ts'
import { OFFICE } from '../../src/staff/roles.ts'
import { findByUsername } from '../../src/staff/store.ts'
import { signIn as atDesk } from '../cast/at-desk.ts'
import { players } from '../cast/people.ts'
import { speak } from '../cast/residents.ts'
import { said } from '../cast/words.ts'
import { barriers, barriersUnfolded } from './barriers.ts'
import { officePc, picture, useChromium } from './chromium.ts'
import { barriersInOtherLanguages } from './each-language.ts'
import { press, signIn } from './office-hands.ts'
import { type Played, startPlayed } from './played.ts'
import { openReport } from './team-hands.ts'

const aboutTeam = { kind: 'conduct', tile: 'O6', text: '巡察组有人在村里打牌。' } as const

// An administrator has left, and the other changes the office's lock with one press.

let played: Played
let number = ''
let past = ''
const stage = useChromium(() => played.origin)

beforeAll(async () => {
  played = await startPlayed()
  const { place, house } = played
  const token = played.codes[0]?.token ?? ''
  number = (await speak(place, token, said.ditch)).enquiryNumber
  past = (await speak(place, token, { ...said.ditch, ...aboutTeam }, 'office')).enquiryNumber
  const xu = await atDesk(place, players.xu.username, players.xu.password)
  const zhou = await findByUsername(house.db, players.zhou.username)
  await xu.seat.send(paths.disablePerson(zhou?.id ?? ''), {})
}, 120_000)
afterAll(() => played.leave())

test('who stays changes the office’s lock, and the team’s browser opens what was told before', async () => {
  const page = await stage.person(officePc)
  await signIn(page, played, players.xu)
  for (const lang of ['en', 'zh-Hant', 'zh'] satisfies Lang[]) {
    await page.goto(`${played.origin}${paths.officeKeys}?lang=${lang}`)
    if (lang !== 'zh') expect(await barriersUnfolded(page), lang).toEqual([])
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 })
      await picture(page, `office-lock-${lang}-${width}`)
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  expect(await barriers(page)).toEqual([])
  await press(page, '换办公室的锁')
  await page.getByText('锁换好了').waitFor()
  expect(await page.getByRole('button', { name: '换办公室的锁' }).count()).toBe(0)

  // The same page goes on to seal anew what came past the teams, and says when nothing is left under the old box.
  await page.getByText('都重新上好锁了。').waitFor()
  const ours = await played.house.db.select().from(reports).where(eq(reports.teamId, OFFICE))
  expect(ours.map(({ epoch }) => epoch)).toEqual(ours.map(() => 2))
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 })
    await picture(page, `office-lock-resealed-${width}`)
  }
  expect(await page.getByText('手里的旧钥匙').first().isVisible()).toBe(false)
  await openReport(page, `${played.origin}${paths.desk(OFFICE)}`, past)
  await page.getByText(aboutTeam.text).first().waitFor()

  const phone = await stage.person(officePc)
  await phone.goto(`${played.origin}${paths.code(played.codes[0]?.token ?? '')}`)
  await phone.getByText('请用新公告').waitFor()
  await picture(phone, 'office-lock-old-code')

  const leader = await stage.person(officePc)
  await signIn(leader, played, players.li)
  await openReport(leader, leader.url(), number)
  await leader
    .getByText(said.ditch.text ?? '')
    .first()
    .waitFor()

  await takeTheirPlace(page)
}, 120_000)

/**
 * New codes for the round at once; each is scanned, and those of the earlier root are withdrawn as they come in use.
 */
async function takeTheirPlace(page: Page) {
  const { db } = played.house
  const live = () => db.select().from(codes).where(ne(codes.state, 'revoked'))
  const old = (await live()).map(({ token }) => token)
  const roundId = (await listRounds(db))[0]?.id ?? ''
  await page.goto(played.origin + paths.codes(roundId))
  await page.getByText('旧公告作废').waitFor()
  await page.getByText('总钥匙换过，扫开会请人用新公告').first().waitFor()
  expect(await page.locator('[data-some-forged]').isVisible()).toBe(false)
  expect(await page.locator('[data-forged]:visible').count()).toBe(0)
  await picture(page, 'office-lock-codes')
  expect(await barriers(page)).toEqual([])
  expect(await barriersInOtherLanguages(page)).toEqual([])
  await page.getByRole('link', { name: '给全轮做码' }).click()
  await press(page, '开始做')
  await page.getByText('能做的码都做好了。').waitFor()
  const fresh = (await live()).map(({ token }) => token).filter((token) => !old.includes(token))
  for (const token of fresh) await markTested(db, token, played.house.clock.now())
  await page.goto(played.origin + paths.codes(roundId))
  await press(page, new RegExp(`启用全部试扫过的（${fresh.length} 个）`))
  await page.getByText('旧公告已停用，新公告已启用。').waitFor()
  const now = await live()
  expect(now.map(({ token, state }) => [token, state]).sort()).toEqual(
    fresh.map((token) => [token, 'inUse']).sort(),
  )
  await page.getByText('× 停用：单位、巡察组或总钥匙变了').first().waitFor()
}
