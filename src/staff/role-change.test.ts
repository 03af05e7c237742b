import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { type AtDesk, heldKey, signIn, teamPair } from '../../test/cast/at-desk.ts'
import { openFounded } from '../../test/cast/founded.ts'
import { openLockedTeam } from '../../test/cast/locked-team.ts'
import { type Player, players, teams } from '../../test/cast/people.ts'
import { speak } from '../../test/cast/residents.ts'
import { makeRound } from '../../test/cast/rounds.ts'
import {
  activate,
  changeRoles,
  confirmLock,
  invite,
  lockTeam,
  makeLock,
  verify,
} from '../../test/cast/staffing.ts'
import { listSteps } from '../log/record.ts'
import { theOffice } from '../office/store.ts'
import { paths } from '../paths.ts'
import { reports } from '../reports/tables.ts'
import { listRounds } from '../rounds/store.ts'
import { listTeams } from '../rounds/teams.ts'
import { random, sha256 } from '../sealing/bytes.ts'
import { readCertificate } from '../sealing/certificates.ts'
import { lockStanding } from './lock-change.ts'
import { leaveTeam, standingOf } from './role-change.ts'
import { teamHolder } from './roles.ts'
import { rewrap } from './sign-in.ts'
import { findByUsername, listMemberships } from './store.ts'
import { memberships, people } from './tables.ts'
import { listTeamKeys } from './team-keys.ts'

const { li, chen, wu, liang } = players
const deputy: Player = { ...liang, team: 'first', roles: 'deputy' }

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

/** A team with leader, deputy and liaison, all with their keys, and a report that leaves a telephone. */
async function openTeam() {
  const opened = await openLockedTeam({ chen, deputy })
  const { place, administrator, team, token } = opened
  await speak(place, token, { text: '路灯不亮。', reply: 'contactOnly', phone: '13900000000', consent: true })
  const [report] = await opened.db.select().from(reports)
  const change = (player: Player, roles: string, more: { knows?: 'on'; version?: string } = {}) =>
    changeRoles(place, administrator, player, { team, roles, ...more })
  const contact = (desk: AtDesk) =>
    desk.seat.post(paths.contact(team, report?.id ?? ''), { viewWhy: 'callBack' })
  const standing = async () => lockStanding(opened.db, team, await listTeamKeys(opened.db, team))
  return { ...opened, change, contact, standing }
}

type Team = Awaited<ReturnType<typeof openTeam>>

describe('a deputy', () => {
  let at: Team
  beforeAll(async () => {
    at = await openTeam()
  })

  test('is called so on pages and in what the root signed', async () => {
    const { db, team, desks } = at
    const [row] = await db.select().from(memberships).where(eq(memberships.personId, desks.deputy.id))
    const signed = await readCertificate('person', (await theOffice(db)).root, row?.certificate ?? '')
    expect(signed).toMatchObject({ name: '梁卓', roles: 'deputy', team })
    for (const address of [paths.desk(team), paths.keys(team)])
      expect(await (await desks.deputy.seat.get(address)).text()).toContain('梁卓（副组长）')
    expect(await (await desks.li.seat.get(paths.keys(team))).text()).toContain('<td>副组长</td>')
  })

  test('does what a leader does: holds the contact key and reads a telephone number', async () => {
    const { place, team, desks, contact } = at
    expect(await heldKey(place, desks.deputy, teamHolder(team), 1, 'contact')).toBeDefined()
    expect((await contact(desks.deputy)).status).toBe(200)
    expect((await contact(desks.chen)).status).toBe(404)
  })
})

describe('other roles in the same team', () => {
  let at: Team
  beforeAll(async () => {
    at = await openTeam()
  })

  test('are signed by the root over the same keys, and count from the next page on', async () => {
    const { db, desks, team, change } = at
    const before = await findByUsername(db, chen.username)
    expect((await change(chen, 'liaison,member')).status).toBe(303)
    expect(await listMemberships(db, desks.chen.id)).toEqual([
      { team, roles: ['liaison', 'member'], certified: true },
    ])
    const [row] = await db.select().from(memberships).where(eq(memberships.personId, desks.chen.id))
    const signed = await readCertificate('person', (await theOffice(db)).root, row?.certificate ?? '')
    expect(signed).toMatchObject({ id: desks.chen.id, name: '陈静', roles: 'liaison,member', team })
    expect(signed?.sealingKey).toEqual(before?.sealingKey)
    expect(await (await desks.chen.seat.get(paths.desk(team))).text()).toContain('陈静（联络员、组员）')
    expect(await listSteps(db, `membership:${team}:${desks.chen.id}`)).toMatchObject([
      { who: at.administrator.id, move: 'changeRoles', fromState: 'liaison', toState: 'liaison,member' },
    ])
  })

  test('need no new lock while nobody loses a key', async () => {
    expect(await at.standing()).toMatchObject({ isDue: false, next: undefined })
  })

  test('are refused when none is ticked, and when the certificate says others', async () => {
    const { administrator, db, desks, team, change } = at
    const certified = await db.select().from(memberships).where(eq(memberships.personId, desks.chen.id))
    const version = String((await listSteps(db, `person:${desks.chen.id}`)).length)
    const post = (fields: Record<string, string>) =>
      administrator.seat.post(paths.changeRoles(desks.chen.id), { team, version, ...fields })
    const none = await post({})
    expect(none.status).toBe(422)
    expect(await none.text()).toContain('请选他在组里做什么')
    const other = await post({ leader: 'on', certificate: certified[0]?.certificate ?? '' })
    expect([other.status, (await other.text()).includes('对不上')]).toEqual([422, true])
    expect((await post({ office: 'on', leader: 'on' })).status).toBe(422)
    expect(await db.select().from(memberships).where(eq(memberships.personId, desks.chen.id))).toEqual(
      certified,
    )
    expect((await change(chen, 'liaison')).status).toBe(303)
  })

  test('come too late for a page on which somebody has changed something since', async () => {
    const { db, desks, change } = at
    const version = String((await listSteps(db, `person:${desks.chen.id}`)).length - 1)
    const stale = await change(chen, 'leader', { version })
    expect([stale.status, (await stale.text()).includes('刚刚有人改过')]).toEqual([409, true])
    expect((await listMemberships(db, desks.chen.id))[0]?.roles).toEqual(['liaison'])
  })

  test('are never those of somebody in the office', async () => {
    const { administrator, team, db } = at
    const page = await (await administrator.seat.get(paths.person(administrator.id))).text()
    expect(page).toContain('不能同时在组里')
    expect(page).not.toContain('data-roles-of')
    const fields = { team, version: '1', leader: 'on' }
    const answer = await administrator.seat.post(paths.changeRoles(administrator.id), fields)
    expect(answer.status).toBe(422)
    expect(await listMemberships(db, administrator.id)).toHaveLength(1)
  })
})

describe('who leads no more', () => {
  let at: Team
  beforeAll(async () => {
    at = await openTeam()
  })

  test('reads no telephone number any more, and is handed the contact key no more', async () => {
    const { place, team, desks, change, contact } = at
    expect((await contact(desks.li)).status).toBe(200)
    const changed = await change(li, 'member')
    expect(changed.headers.get('Location')).toContain('said=lockDue')
    expect((await contact(desks.li)).status).toBe(404)
    expect(await heldKey(place, desks.li, teamHolder(team), 1, 'contact')).toBeUndefined()
    expect(await heldKey(place, desks.li, teamHolder(team), 1, 'key')).toBeDefined()
  })

  test('cannot hand it on either', async () => {
    const { team, desks } = at
    const handed = { epoch: '1', personId: desks.deputy.id, contact: 'A'.repeat(300) }
    expect((await desks.li.seat.post(paths.grant(team), handed)).status).toBe(422)
  })

  test('has the lock changed, by the deputy, and keeps only the key of the new one', async () => {
    const { place, administrator, team, desks, standing } = at
    expect(await standing()).toMatchObject({ isDue: true, next: 2, leavers: [], demoted: [{ name: '黎工' }] })
    expect(await (await desks.deputy.seat.get(paths.keys(team))).text()).toContain(
      '黎工不再是组长或副组长，但还拿着联系方式钥匙',
    )
    expect(await (await desks.chen.seat.get(paths.keys(team))).text()).toContain('请副组长梁卓换锁')
    await makeLock(place, desks.deputy, team, 2, [desks.li, desks.chen])
    expect(await (await administrator.seat.get(paths.certifyTeam(team))).text()).toContain(
      '的钥匙由副组长梁卓于',
    )
    await confirmLock(place, administrator, desks.deputy, team)
    expect(await standing()).toMatchObject({ isDue: false, waits: false })
    expect(await teamPair(place, desks.li, team, 'key', 2)).toBeDefined()
    expect(await teamPair(place, desks.li, team, 'contact', 2)).toBeUndefined()
    expect(await teamPair(place, desks.deputy, team, 'contact', 2)).toBeDefined()
  })

  test('is not demoted as the last of them unless who does it has read what follows', async () => {
    const { administrator, desks, change, team, db } = at
    const page = await (await administrator.seat.get(paths.person(desks.deputy.id))).text()
    expect(page).toContain('本组只有梁卓是组长或副组长')
    const refused = await change(deputy, 'member')
    expect([refused.status, (await refused.text()).includes('请先看清后果')]).toEqual([422, true])
    expect((await change(deputy, 'member', { knows: 'on' })).status).toBe(303)
    expect(await listMemberships(db, desks.deputy.id)).toMatchObject([{ team, roles: ['member'] }])
    expect(await (await desks.chen.seat.get(paths.keys(team))).text()).toContain('本组没有人能换锁')
  })
})

describe('of the last two who lead', () => {
  test('one stays when two administrators demote both at once', async () => {
    const { administrator, db, desks, team, change } = await openTeam()
    const answers = await Promise.all([change(li, 'member'), change(deputy, 'member')])
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses[0]).toBe(303)
    expect([409, 422]).toContain(statuses[1])
    const roles = await db.select().from(memberships).where(eq(memberships.team, team))
    expect(roles.filter((row) => /leader|deputy/.test(row.roles))).toHaveLength(1)
    expect(await listSteps(db, 'roles')).toMatchObject([{ who: administrator.id }])
    expect(desks.li.id).not.toBe(desks.deputy.id)
  })
})

describe('one person in two rounds', () => {
  test('has a role in each, and is of one team in one round', async () => {
    const opened = await openFounded()
    const { place, administrator, db, clock } = opened
    const first = await makeRound(place, administrator)
    await activate(place, wu, await invite(place, administrator, wu, first.teams.first))
    await verify(place, administrator, wu)
    const join = (team: string, roles: string) => changeRoles(place, administrator, wu, { team, roles })
    expect((await join(first.teams.second, 'leader')).status).toBe(422)

    clock.set('2026-11-25T09:00:00+08:00')
    await administrator.comeBack()
    const { secondTeam } = await openSecondRound(opened)
    expect((await join(secondTeam, 'leader')).status).toBe(303)
    const desk = await signIn(place, wu.username, wu.password)
    expect(await listMemberships(db, desk.id)).toEqual(
      [
        { team: first.teams.first, roles: ['member'], certified: true },
        { team: secondTeam, roles: ['leader'], certified: true },
      ].toSorted((a, b) => (a.team < b.team ? -1 : 1)),
    )
    const home = await (await desk.seat.get(paths.staff)).text()
    for (const words of ['第一巡察组', '组员', '专项巡察组', '组长']) expect(home).toContain(words)
    expect(await (await desk.seat.get(paths.desk(first.teams.first))).text()).toContain('吴桐（组员）')
    expect(await (await desk.seat.get(paths.desk(secondTeam))).text()).toContain('吴桐（组长）')
    expect((await desk.seat.get(paths.desk(first.teams.second))).status).toBe(404)

    await lockTeam(place, desk, administrator, secondTeam)
    expect(await heldKey(place, desk, teamHolder(secondTeam), 1, 'contact')).toBeDefined()
    expect(await heldKey(place, desk, teamHolder(first.teams.first), 1, 'key')).toBeUndefined()
    const list = await (await administrator.seat.get(paths.people)).text()
    expect(list.split('wutong')).toHaveLength(2)
  })
})

/** A second round with one team. */
async function openSecondRound({ place, administrator, db }: Awaited<ReturnType<typeof openFounded>>) {
  const { newId } = place.house
  const days = {
    enteredOn: '2026-11-26',
    fieldEndsOn: '2027-01-20',
    intakeOpensOn: '2026-11-26',
    intakeClosesOn: '2027-01-15',
  }
  const round = { term: '12', seq: '3', title: '', type: 'regular', theme: '', scope: '', ...days }
  await administrator.seat.send(paths.newRound, { id: newId(), ...round })
  const made = (await listRounds(db)).find(({ seq }) => seq === 3)
  if (!made) throw new Error('no round')
  const team = { ...teams.first, name: '专项巡察组', id: newId() }
  await administrator.seat.send(paths.newTeam(made.id), team)
  const [row] = await listTeams(db, made.id)
  return { secondTeam: row?.id ?? '' }
}

test('nobody keeps the office from taking them out of a team by what they do with their own keys meanwhile', async () => {
  const { db, team, administrator } = await openLockedTeam({ chen })
  const person = await findByUsername(db, chen.username)
  if (!person) throw new Error('nobody of that name')
  const page = await standingOf(db, person, person.id)
  const prover = random(32)
  await db
    .update(people)
    .set({ proverHash: await sha256(prover) })
    .where(eq(people.id, person.id))
  await rewrap(db, person.id, { wrapped: random(200), prover }, new Date())
  expect(await listSteps(db, `ownKeys:${person.id}`)).toHaveLength(1)
  expect(await leaveTeam(db, page, team, { who: administrator.id, now: new Date() })).toBe('done')
})
