import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/paths.ts'
import { reports } from '../../src/reports/tables.ts'
import { OFFICE } from '../../src/staff/roles.ts'
import { findByUsername } from '../../src/staff/store.ts'
import { signIn as atDesk } from '../cast/at-desk.ts'
import { players } from '../cast/people.ts'
import { speak } from '../cast/residents.ts'
import { said } from '../cast/words.ts'
import { barriers, officePc, picture, useChromium } from './chromium.ts'
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
  const { place, house, codes } = played
  number = (await speak(place, codes[0]?.token ?? '', said.ditch)).enquiryNumber
  past = (await speak(place, codes[0]?.token ?? '', { ...said.ditch, ...aboutTeam }, 'office')).enquiryNumber
  const xu = await atDesk(place, players.xu.username, players.xu.password)
  const zhou = await findByUsername(house.db, players.zhou.username)
  await xu.seat.send(paths.disablePerson(zhou?.id ?? ''), {})
}, 120_000)
afterAll(() => played.leave())

test('who stays changes the office’s lock, and the team’s browser opens what was told before', async () => {
  const page = await stage.person(officePc)
  await signIn(page, played, players.xu)
  for (const lang of ['en', 'zh']) {
    await page.goto(`${played.origin}${paths.officeKeys}?lang=${lang}`)
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
}, 120_000)
