import { beforeAll, expect, it } from 'vitest'
import { addDays, dayOf, sayDay } from '../../src/clock/day.ts'
import { paths } from '../../src/paths.ts'
import { wordsOf } from '../cast/office-desk.ts'
import { speak } from '../cast/residents.ts'
import { said } from '../cast/words.ts'
import { accept, ask, takeUp } from '../cast/working.ts'
import { openVillage, type Village } from './stage.ts'

let village: Village
beforeAll(async () => {
  village = await openVillage()
}, 60_000)

it('a question asked before acceptance leaves word on acceptance promised, not an answer', async () => {
  const { place, liaison, house, token } = village
  const { enquiryNumber: number } = await speak(place, token, said.ditch)
  const until = addDays(dayOf(house.clock.now()), 10)
  const { report } = await takeUp(place, liaison, number)
  const promised = sayDay(report.promise ?? '', 'zh', 2026)
  await ask(place, liaison, number, '是哪一段水渠？', until)
  const page = () => wordsOf(liaison.seat.get(paths.report(report.teamId, report.id)))
  expect(await page()).toContain(`答应群众 ${promised}前告知是否受理（暂停中）`)
  await accept(place, liaison, number, liaison, { category: 'B5/B5' })
  expect(await page()).not.toContain('告知是否受理')
})
