import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/paths.ts'
import { findByUsername } from '../../src/staff/store.ts'
import { signIn as atDesk } from '../cast/at-desk.ts'
import { players } from '../cast/people.ts'
import { speak } from '../cast/residents.ts'
import { said } from '../cast/words.ts'
import { barriers, officePc, picture, useChromium } from './chromium.ts'
import { press, signIn } from './office-hands.ts'
import { type Played, startPlayed } from './played.ts'
import { openReport } from './team-hands.ts'

// An administrator has left, and the other changes the office's lock with one press.

let played: Played
let number = ''
const stage = useChromium(() => played.origin)

beforeAll(async () => {
  played = await startPlayed()
  const { place, house, codes } = played
  number = (await speak(place, codes[0]?.token ?? '', said.ditch)).enquiryNumber
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
