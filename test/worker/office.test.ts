import { applyD1Migrations, env } from 'cloudflare:test'
import { generateHOTP } from '@oslojs/otp'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { limits, settables } from '../../src/clock/limits.ts'
import { offices } from '../../src/office/tables.ts'
import { paths } from '../../src/paths.ts'
import { listCodes } from '../../src/posters/store.ts'
import { scans } from '../../src/posters/tables.ts'
import { letterNumber } from '../../src/referrals/signing.ts'
import { referrals } from '../../src/referrals/tables.ts'
import { reports } from '../../src/reports/tables.ts'
import { assignments } from '../../src/rounds/tables.ts'
import { listUnits } from '../../src/rounds/units.ts'
import { base64url, random } from '../../src/sealing/bytes.ts'
import { readCertificate } from '../../src/sealing/certificates.ts'
import { Unopened } from '../../src/sealing/open.ts'
import { intakeToken } from '../../src/sealing/token.ts'
import { OFFICE, teamHolder } from '../../src/staff/roles.ts'
import { secondFactors } from '../../src/staff/tables.ts'
import worker from '../../src/worker.ts?uploaded'
import { type AtDesk, rootOf, teamPair } from '../cast/at-desk.ts'
import { mintRound, pasteUnits, previewUnits } from '../cast/county.ts'
import { join } from '../cast/joining.ts'
import { chooseLeaving, handOver as leaveAll, nextLeaving } from '../cast/leaving.ts'
import { players, teams } from '../cast/people.ts'
import {
  approveReferral,
  enterHandlingUnit,
  letterOf,
  proposeReferral,
  readLetter,
  signLetter,
} from '../cast/referring.ts'
import { nextBehind, resealLettersOf, sealBehind } from '../cast/resealing.ts'
import { type Ids, makeRound, testAndOpenAll } from '../cast/rounds.ts'
import { confirmLock, handOver, lockTeam, makeLock, setUp } from '../cast/staffing.ts'
import { said } from '../cast/words.ts'
import { accept, verifyReport } from '../cast/working.ts'
import { greyJpeg } from '../samples/pictures.ts'
import { wordsApart } from '../words.ts'
import { db, ofTeam, onDay, openable, place, tell } from './office.ts'

// An office's work, many at once, where D1 takes a hundred parameters a statement and no transaction that waits. Each
// test goes on where the one before it ended.

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let administrator: AtDesk
let leader: AtDesk
let successor: AtDesk
let liaison: AtDesk
let ids: Ids
let team: string
let token: string

beforeAll(async () => {
  await onDay('2026-12-21')
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  ;({ administrator } = await setUp(place, players.zhou))
  ids = await makeRound(place, administrator)
  team = ids.teams.first
  leader = await join(place, administrator, players.li, team)
  successor = await join(place, administrator, { ...players.meng, roles: 'leader' }, team)
  liaison = await join(place, administrator, players.chen, team)
  const other = await join(place, administrator, players.liang, ids.teams.second)
  await join(place, administrator, players.su, ids.teams.second)
  await lockTeam(place, leader, administrator, team)
  await lockTeam(place, other, administrator, ids.teams.second)
  for (const player of [players.meng, players.chen]) await handOver(place, leader, player, team)
  await handOver(place, other, players.su, ids.teams.second)
})
afterAll(() => vi.useRealTimers())

const under = (epoch: number, holder = team) => ({
  rootPrint: administrator.keys.rootPrint,
  holder: teamHolder(holder),
  epoch,
})
const keysOf = async (person: AtDesk, epoch: number) =>
  [
    await teamPair(place, person, team, 'key', epoch),
    await teamPair(place, person, team, 'contact', epoch),
  ] as const

test('knows the code that an authenticator shows', async () => {
  const shared = random(20)
  const codeIn = (steps: number) => generateHOTP(shared, BigInt(Math.floor(Date.now() / 30_000) + steps), 6)
  const set = (code: string) => administrator.seat.post(paths.account, { secret: base64url(shared), code })
  expect((await set(codeIn(9))).status).toBe(422)
  expect((await set(codeIn(0))).status).toBe(303)
  await db.delete(secondFactors)
})

test('makes the codes of a whole round, signed one by one, and puts them in use', async () => {
  await pasteUnits(administrator, ids.round)
  const codes = await mintRound(place, administrator, ids.round)
  expect(new Set(codes.map(({ unitId }) => unitId)).size).toBe(41)
  expect(new Set(codes.map(({ noticeNumber }) => noticeNumber)).size).toBe(41)
  const root = await rootOf(place, administrator)
  for (const { token, salt, unitId, noticeNumber, certificate } of codes) {
    expect(token).toBe(await intakeToken(root, salt))
    expect(await readCertificate('code', root, certificate)).toMatchObject({ token, unitId, noticeNumber })
  }
  await testAndOpenAll(
    place,
    administrator,
    ids.round,
    codes.map(({ token }) => token),
  )
  const states = (await listCodes(db, ids.round)).map(({ state }) => state)
  expect(states).toEqual(Array(41).fill('inUse'))
  const printed = await (await administrator.seat.get(paths.codes(ids.round))).text()
  for (const { noticeNumber } of codes) expect(printed).toContain(noticeNumber)
  token = codes.find(({ unitId }) => unitId === ids.units.qingtang)?.token ?? ''
})

test('sums by day how often a notice was opened, and keeps the photo of a sheet', async () => {
  const open = (query = '') => place.door(`${place.origin}${paths.code(token)}${query}`, {})
  for (const query of ['', '', '?lang=en']) expect((await open(query)).status).toBe(200)
  await worker.scheduled({}, env)
  expect(await db.select().from(scans)).toEqual([])
  const photo = base64url(greyJpeg(8, 8, new Uint8Array(500).fill(7)))
  const { status } = await administrator.seat.post(paths.sheet(token, '1'), {
    move: 'post',
    place: '村委会',
    on: '2026-12-21',
    photo,
  })
  expect(status).toBe(303)
  const kept = await administrator.seat.get(paths.sheetPhoto(token, '1'))
  expect([kept.status, kept.headers.get('Content-Type')]).toEqual([200, 'image/jpeg'])
  expect((await kept.arrayBuffer()).byteLength).toBeGreaterThan(500)

  await onDay('2026-12-22')
  await worker.scheduled({}, env)
  expect(await db.select().from(scans)).toMatchObject([{ token, day: '2026-12-21', scans: 2 }])
  await onDay('2026-12-21', administrator, leader, successor, liaison)
})

test('numbers its letters from one and without gaps, by issuer and year', async () => {
  const bureau = await enterHandlingUnit(place, administrator, '岚川市水务局', null)
  const approved = async () => {
    const { enquiryNumber: number, id } = await tell(token, said.ditch)
    await accept(place, liaison, number, liaison, { category: 'B5/B5' })
    await verifyReport(place, liaison, number, leader)
    const words = { summary: '渠道不畅。', demands: '请排查。' }
    await proposeReferral(place, liaison, number, bureau, words, '2027-01-29')
    await approveReferral(place, leader, number)
    return (await letterOf(place, id)).id
  }
  const atOnce = [await approved(), await approved(), await approved()]
  const [after, other, next, last] = [await approved(), await approved(), await approved(), await approved()]
  const numbers = async () => {
    const rows = await db.select().from(referrals)
    const of = new Map(rows.map((letter) => [letter.id, letterNumber(letter)]))
    return [...atOnce, after, other, next, last].map((id) => of.get(id) ?? '')
  }
  // One of them is signed twice, in the same moment as the others.
  const presses = [...atOnce, ...atOnce.slice(1, 2)]
  await Promise.all(presses.map((id) => administrator.seat.post(paths.signLetter(id), {})))
  await signLetter(administrator, after)
  const signed = await numbers()
  expect(signed.slice(0, 3).sort()).toEqual([1, 2, 3].map((n) => `岚巡办函〔2026〕${n}号`))
  expect(signed.slice(3)).toEqual(['岚巡办函〔2026〕4号', '', '', ''])

  const issue = (letterCode: string) => db.update(offices).set({ letterCode })
  await issue('穗巡办函')
  await signLetter(administrator, other)
  await issue('岚巡办函')
  await onDay('2027-01-04', administrator, leader, successor, liaison)
  await signLetter(administrator, next)
  await signLetter(administrator, last)
  expect((await numbers()).slice(4)).toEqual([
    '穗巡办函〔2026〕1号',
    '岚巡办函〔2027〕1号',
    '岚巡办函〔2027〕2号',
  ])
  const page = await (await administrator.seat.get(paths.letter(last))).text()
  expect(page).toContain('岚巡办函〔2027〕2号')
})

test('changes the lock of a team whose leader has left: all opens with the new one and nothing with the old', async () => {
  const tales = [said.ditch, said.land, said.pump, said.lamps]
  for (let n = 0; n < 40; n++) await tell(token, tales[n % tales.length] ?? said.ditch)
  const rows = await ofTeam(team)
  const [all, contacts] = [rows.length, rows.filter(({ contactHeld }) => contactHeld).length]
  expect([all, contacts]).toEqual([47, 10])
  const gone = await keysOf(leader, 1)
  expect(await openable(rows, gone, under(1))).toEqual({ reports: all, contacts })

  await administrator.seat.send(paths.disablePerson(leader.id), {})
  await makeLock(place, successor, team, 2, [liaison])
  await confirmLock(place, administrator, successor, team)
  await tell(token, said.land)
  expect((await ofTeam(team)).filter(({ epoch }) => epoch === 2)).toHaveLength(1)
  for (let left = all; left > 0; left = (await nextBehind(successor, team)).left) {
    const { epoch, sealed } = await sealBehind(place, successor, team)
    expect((await successor.seat.ask(paths.reseal(team), { epoch, sealed })).status).toBe(204)
  }
  expect(await resealLettersOf(place, liaison, team)).toBe(7)

  const pairs = await keysOf(successor, 2)
  expect(await openable(await ofTeam(team), pairs, under(2))).toEqual({
    reports: all + 1,
    contacts: contacts + 1,
  })
  for (const epoch of [1, 2])
    expect(await openable(await ofTeam(team), gone, under(epoch))).toEqual({ reports: 0, contacts: 0 })
  const [letter] = await db.select().from(referrals)
  const read = (person: AtDesk, epoch: number) => readLetter(place, person, letter?.id ?? '', { team, epoch })
  expect((await read(liaison, 2)).get('summary')).toBe('渠道不畅。')
  await expect(read(leader, 1)).rejects.toThrow(Unopened)
})

test('takes over what a leaving team chooses, and leaves it the rest', async () => {
  await onDay('2027-03-18', administrator, successor, liaison)
  // Those with a telephone first, so that some of them go each way.
  const rows = (await ofTeam(team)).sort((a, b) => Number(b.contactHeld) - Number(a.contactHeld))
  const wayOf = (n: number) => (n % 3 === 0 ? 'keep' : n % 3 === 1 ? 'office' : 'contact')
  await chooseLeaving(successor, team, Object.fromEntries(rows.map(({ id }, n) => [id, wayOf(n)])))
  const [stay, go] = [rows.filter((_, n) => n % 3 === 0), rows.filter((_, n) => n % 3 !== 0)]
  const withPhone = rows.filter(({ contactHeld }, n) => contactHeld && wayOf(n) === 'contact')
  expect([stay.length, go.length]).toEqual([16, 32])
  const taken: Record<string, number> = {}
  for (let left = go.length; left > 0; { left } = await nextLeaving(successor, team))
    Object.assign(taken, await leaveAll(place, successor, team))
  expect(taken).toEqual(Object.fromEntries(go.map(({ id }) => [id, 204])))
  const page = wordsApart(await (await successor.seat.get(paths.leaving(team))).text())
  expect(page).toContain('已交 32 件给岚川市委巡察办，16 件本组继续。')

  const idsOf = (some: readonly { id: string }[]) => some.map(({ id }) => id).sort()
  expect(idsOf(await ofTeam(team))).toEqual(idsOf(stay))
  expect(idsOf(await ofTeam(OFFICE))).toEqual(idsOf(go))
  const held = await keysOf(successor, 2)
  const box = await teamPair(place, administrator, OFFICE)
  const phonesLeft = rows.filter(({ contactHeld }) => contactHeld).length - withPhone.length
  expect(await openable(rows, held, under(2))).toEqual({ reports: 16, contacts: phonesLeft })
  expect(await openable(rows, [box, box], under(1, OFFICE))).toEqual({
    reports: 32,
    contacts: withPhone.length,
  })
  const queue = await (await administrator.seat.get(paths.desk(OFFICE))).text()
  for (const { id } of go) expect(queue).toContain(paths.report(OFFICE, id))
})

test('imports three hundred units from a pasted table, once, and moves them all to the other team', async () => {
  const table = (named: string) =>
    [
      ['单位名称', '类型', '上级单位', '巡察组', '公告张数', '简称'],
      ...Array.from({ length: 300 }, (_, n) => [`新村${n + 1}`, '村', '榕墟镇', named, '5', `新村${n + 1}`]),
    ]
      .map((line) => line.join('\t'))
      .join('\n')
  const pasted = await previewUnits(administrator, ids.round, table(teams.first.name))
  const twice = await Promise.all([0, 1].map(() => administrator.seat.post(paths.importUnits, pasted)))
  expect(twice.map(({ status }) => status).sort()).toEqual([303, 409])
  const fresh = (await listUnits(db)).filter(({ name }) => name.startsWith('新村'))
  expect(fresh).toHaveLength(300)
  expect(fresh.every(({ parentId }) => parentId === ids.units.rongxu)).toBe(true)
  const placed = async () => {
    const rows = await db.select().from(assignments).where(eq(assignments.roundId, ids.round))
    const of = new Map(rows.map((row) => [row.unitId, row]))
    return new Set(fresh.map(({ id }) => `${of.get(id)?.teamId} ${of.get(id)?.sheets}`))
  }
  expect(await placed()).toEqual(new Set([`${team} 5`]))
  await pasteUnits(administrator, ids.round, table(teams.second.name))
  expect(await placed()).toEqual(new Set([`${ids.teams.second} 5`]))

  // And back by hand, on the page that shows them all.
  const page = await (await administrator.seat.get(paths.assign(ids.round))).text()
  const chosen = Object.fromEntries(fresh.map(({ id }) => [`team.${id}`, team]))
  const [, version = ''] = /name="version" value="([^"]*)"/.exec(page) ?? []
  await administrator.seat.send(paths.assign(ids.round), { version, ...chosen })
  expect(await placed()).toEqual(new Set([`${team} 5`]))
  expect(await listUnits(db)).toHaveLength(341)
  const { round } = ids
  const shown = [paths.units, paths.round(round), paths.codes(round), paths.mintRound(round), paths.office]
  for (const address of shown) expect((await administrator.seat.get(address)).status).toBe(200)
})

test('keeps what ended before it set fewer days for as long as it was to be kept', async () => {
  const usual = Object.fromEntries(settables.map((name) => [name, String(limits[name].days)]))
  await administrator.seat.send(paths.limits, { ...usual, eraseContact: '30', version: '0' })
  const [before, after] = (await ofTeam(team)).filter(({ contactHeld }) => contactHeld)
  const concluded = { state: 'concluded', due: null, tellBy: null } as const
  for (const [report, concludedOn] of [
    [before, '2027-03-18'],
    [after, '2027-03-19'],
  ] as const)
    await db
      .update(reports)
      .set({ ...concluded, concludedOn })
      .where(eq(reports.id, report?.id ?? ''))
  const held = async (day: string) => {
    await onDay(day)
    await worker.scheduled({}, env)
    const rows = await ofTeam(team)
    return [before, after].map((report) => rows.find(({ id }) => id === report?.id)?.contactHeld)
  }
  expect(await held('2027-04-17')).toEqual([true, true])
  expect(await held('2027-04-18')).toEqual([true, false])
})
