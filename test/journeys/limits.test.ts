import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { limits, settables } from '../../src/clock/limits.ts'
import { paths } from '../../src/paths.ts'
import { reports } from '../../src/reports/tables.ts'
import { lookUp, speak } from '../cast/residents.ts'
import { said } from '../cast/words.ts'
import { accept } from '../cast/working.ts'
import { wordsJoined } from '../words.ts'
import { openVillage, type Village } from './stage.ts'

// The office shortens what it promises. Each test goes on where the one before it ended.

let village: Village
/** Told and accepted on the day before. */
let early: Awaited<ReturnType<typeof told>>

async function told() {
  const { place, liaison, token } = village
  const kept = await speak(place, token, said.land)
  await accept(place, liaison, kept.enquiryNumber, liaison, { category: 'B6/B6' })
  return kept
}
const rowOf = async ({ enquiryNumber }: { enquiryNumber: string }) =>
  (await village.house.db.select().from(reports).where(eq(reports.enquiryNumber, enquiryNumber)))[0]!
const read = async (code: string) => wordsJoined((await lookUp(village.place, code)).html)
const clocksOf = async (kept: { enquiryNumber: string }) => {
  const { promise, due, tellBy, hardBy } = await rowOf(kept)
  return { promise, due, tellBy, hardBy }
}

beforeAll(async () => {
  village = await openVillage()
})

test('what was promised on the day of the change and before stays', async () => {
  const { administrator } = village
  early = await told()
  const before = await clocksOf(early)
  const usual = Object.fromEntries(settables.map((name) => [name, String(limits[name].days)]))
  const set = { ...usual, answer: '6', verify: '1', tell: '10', version: '0' }
  await administrator.seat.send(paths.limits, set)
  expect(await clocksOf(early)).toEqual(before)
  expect(await clocksOf(await told())).toEqual(before)
})

test('what begins the day after is promised by the days that were set, to the resident and to the team', async () => {
  const { clock, liaison, administrator } = village
  const before = await clocksOf(early)
  clock.set('2026-11-25T09:00:00+08:00')
  for (const person of [liaison, administrator]) await person.comeBack()
  const late = await told()
  expect(before).toEqual({
    promise: '2026-12-15',
    due: '2026-11-27',
    tellBy: '2026-12-01',
    hardBy: '2027-01-25',
  })
  expect(await clocksOf(late)).toEqual({
    promise: '2026-12-03',
    due: '2026-11-26',
    tellBy: '2026-12-09',
    hardBy: '2027-01-25',
  })
  expect(await read(late.code)).toContain('12月3日（星期四）')
  expect(await read(early.code)).toContain('12月15日（星期二）')
})

test('holidays that are entered afterwards move each by its own days, and no promise', async () => {
  const { administrator, house } = village
  const [late] = (await house.db.select().from(reports)).filter(
    ({ acceptedOn }) => acceptedOn === '2026-11-25',
  )
  const address = paths.holidaysOf('2026')
  const form = await (await administrator.seat.get(address)).text()
  const version = /name="version" value="(\d+)"/.exec(form)?.[1] ?? ''
  const off = '10月1日至7日\n11月26日至12月1日'
  await administrator.seat.send(address, { off, work: '', version })
  expect(await clocksOf(early)).toMatchObject({
    promise: '2026-12-15',
    due: '2026-12-03',
    tellBy: '2026-12-07',
  })
  expect(await clocksOf(late!)).toMatchObject({
    promise: '2026-12-03',
    due: '2026-12-02',
    tellBy: '2026-12-15',
  })
})

test('the forms of the team say how many days there are', async () => {
  const { liaison, place, token, ids } = village
  const { enquiryNumber } = await speak(place, token, said.pump)
  const { id } = await rowOf({ enquiryNumber })
  const form = async (move: string) => (await liaison.seat.get(paths.move(ids.teams.first, id, move))).text()
  expect(await form('accept')).toContain('受理后 1 个工作日内')
  expect(await form('void')).toContain('30 天内可恢复')
})
