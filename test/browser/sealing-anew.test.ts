import { and, eq, lt, ne } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { steps } from '../../src/log/tables.ts'
import { paths } from '../../src/paths.ts'
import { referrals } from '../../src/referrals/tables.ts'
import { envelopes, reports } from '../../src/reports/tables.ts'
import { listRounds } from '../../src/rounds/store.ts'
import { listTeams } from '../../src/rounds/teams.ts'
import { SEALED_KEY } from '../../src/sealing/suite.ts'
import { teamHolder } from '../../src/staff/roles.ts'
import { grants } from '../../src/staff/tables.ts'
import * as cast from '../cast/at-desk.ts'
import { type Player, players, teams } from '../cast/people.ts'
import { confirmLock } from '../cast/staffing.ts'
import { officePc, useChromium } from './chromium.ts'
import { press, signIn } from './office-hands.ts'
import { type Played, startPlayed } from './played.ts'

// Somebody leaves with the team's key: the leader changes the lock by hand, and their browser seals anew what lies
// under the old. Each test goes on where the one before it ended.

const { zhou, li, chen, wu } = players
let played: Played
let team = ''
let administrator: cast.AtDesk
let leader: cast.AtDesk
let staying: cast.AtDesk
const stage = useChromium(() => played.origin)

const behind = () =>
  played.house.db
    .select({ id: reports.id })
    .from(reports)
    .where(and(eq(reports.teamId, team), lt(reports.epoch, 2), ne(reports.state, 'archived')))
const contacts = async () => {
  const rows = await played.house.db
    .select({ id: envelopes.reportId, envelope: envelopes.envelope })
    .from(envelopes)
    .innerJoin(reports, and(eq(reports.id, envelopes.reportId), eq(reports.teamId, team)))
    .where(eq(envelopes.part, 'contact'))
    .orderBy(envelopes.reportId)
  return rows.map(({ id, envelope }) => ({
    id,
    key: envelope.slice(0, SEALED_KEY).join(),
    details: envelope.slice(SEALED_KEY).join(),
  }))
}

beforeAll(async () => {
  played = await startPlayed()
  const { place, house } = played
  const [round] = await listRounds(house.db)
  team = (await listTeams(house.db, round?.id ?? '')).find(({ name }) => name === teams.first.name)?.id ?? ''
  const enter = ({ username, password }: Player) => cast.signIn(place, username, password)
  ;[administrator, leader, staying] = [await enter(zhou), await enter(li), await enter(chen)]
  await administrator.seat.send(paths.disablePerson((await enter(wu)).id), {})
}, 120_000)
afterAll(() => played.leave())

test('the leader changes the lock with one press, and whoever stays holds the new key with it', async () => {
  const page = await stage.person(officePc)
  await signIn(page, played, li)
  await page.goto(`${played.origin}${paths.keys(team)}`)
  await press(page, '换锁')
  await page.getByText('新锁已做好').waitFor()
  await page.close()

  const { db } = played.house
  const second = and(eq(grants.holder, teamHolder(team)), eq(grants.epoch, 2))
  const held = await db.select({ who: grants.personId, kind: grants.kind }).from(grants).where(second)
  expect(held.map(({ who, kind }) => `${who} ${kind}`).sort()).toEqual(
    [`${leader.id} contact`, `${leader.id} key`, `${staying.id} key`].sort(),
  )
  await confirmLock(played.place, administrator, leader, team)
})

test('goes on to the end, even past a letter that is refused every time', async () => {
  const { db } = played.house
  const before = await contacts()
  expect(before.length).toBeGreaterThan(0)
  expect((await behind()).length).toBeGreaterThan(before.length)
  const letters = await db
    .select()
    .from(referrals)
    .where(and(eq(referrals.teamId, team), eq(referrals.epoch, 1)))
  const [letter] = letters
  await db
    .insert(steps)
    .values({ subject: `reseal:${letter?.id}:2`, position: 1, at: '2026-11-24', move: 'reseal' })

  const page = await stage.person(officePc)
  await signIn(page, played, li)
  await page.goto(`${played.origin}${paths.keys(team)}`)
  await page.getByText('还有 1 件您打不开').waitFor()

  expect(await behind()).toEqual([])
  const after = await contacts()
  expect(after.map(({ id, details }) => [id, details])).toEqual(
    before.map(({ id, details }) => [id, details]),
  )
  expect(after.filter(({ key }) => before.some((old) => old.key === key))).toEqual([])
  const [refused] = await db
    .select()
    .from(referrals)
    .where(eq(referrals.id, letter?.id ?? ''))
  expect(refused?.epoch).toBe(1)

  await db.delete(steps).where(eq(steps.subject, `reseal:${letter?.id}:2`))
  await page.reload()
  await page.getByText('都重新上好锁了。').waitFor()
})
