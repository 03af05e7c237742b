import { and, eq, lt, ne } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { steps } from '../../src/log/tables.ts'
import { paths } from '../../src/paths.ts'
import { referrals } from '../../src/referrals/tables.ts'
import { envelopes } from '../../src/reports/belonging-tables.ts'
import { reports } from '../../src/reports/tables.ts'
import { listRounds } from '../../src/rounds/store.ts'
import { listTeams } from '../../src/rounds/teams.ts'
import { base64url } from '../../src/sealing/bytes.ts'
import { readCertificate } from '../../src/sealing/certificates.ts'
import { makeDek, sealDek } from '../../src/sealing/seal.ts'
import { fingerprint, SEALED_KEY } from '../../src/sealing/suite.ts'
import { teamHolder } from '../../src/staff/roles.ts'
import { grants } from '../../src/staff/tables.ts'
import * as cast from '../cast/at-desk.ts'
import { type Player, players, teams } from '../cast/people.ts'
import { nextBehind } from '../cast/resealing.ts'
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

test('what was locked anew to nothing is offered to be put back where it does not open, and opens again', async () => {
  const { db } = played.house
  const [report] = await db
    .select()
    .from(reports)
    .where(and(eq(reports.teamId, team), eq(reports.state, 'verifying'), eq(reports.contactHeld, false)))
  const id = report?.id ?? ''
  const page = await stage.person(officePc)
  await signIn(page, played, chen)
  const text = page.locator('#words [data-field=text]')
  const open = async () => {
    await page.goto(`${played.origin}${paths.report(team, id)}`)
    await page.locator('#words [data-field=text][data-opened]').waitFor()
    return text.innerText()
  }
  const words = await open()
  expect(await page.locator('[data-earlier]').count()).toBe(0)

  // A content key of its own, well sealed to the team: it opens, and none of the words do.
  const { certificate } = await nextBehind(staying, team)
  const signed = await readCertificate('team', await cast.rootOf(played.place, staying), certificate)
  const rootPrint = await fingerprint(await cast.rootOf(played.place, staying))
  const to = { rootPrint, holder: teamHolder(team), epoch: 2, key: signed?.key ?? new Uint8Array() }
  const dek = base64url(await sealDek(makeDek(), to, id))
  const posted = await staying.seat.ask(paths.reseal(team), { epoch: 2, sealed: [{ id, from: 1, dek }] })
  expect(posted.status).toBe(204)

  await page.goto(`${played.origin}${paths.report(team, id)}`)
  await page.getByText('现在的锁打不开，原来的锁还打得开').waitFor()
  await page.getByRole('listitem').filter({ hasText: '重新上锁' }).getByText(chen.name).waitFor()
  await press(page, '换回原来的锁')
  await page.getByText('已换回原来的锁，现在打得开了。').waitFor()
  expect(await open()).toBe(words)
  expect(await page.getByText('现在的锁打不开').isVisible()).toBe(false)
  await page.close()
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
  await page.getByText('还有 1 件您换不了').waitFor()

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
