import { beforeAll, describe, expect, test, vi } from 'vitest'
import { heldKey, signIn } from '../../test/cast/at-desk.ts'
import { openLockedTeam } from '../../test/cast/locked-team.ts'
import { type Player, players } from '../../test/cast/people.ts'
import { speak } from '../../test/cast/residents.ts'
import { changeRoles, confirmLock, leaveTeam, makeLock } from '../../test/cast/staffing.ts'
import { accept } from '../../test/cast/working.ts'
import { listSteps } from '../log/record.ts'
import { paths } from '../paths.ts'
import { reports } from '../reports/tables.ts'
import { lockStanding } from './lock-change.ts'
import { teamHolder } from './roles.ts'
import { findByUsername, listMemberships } from './store.ts'
import { listTeamKeys } from './team-keys.ts'

const { li, chen, liang } = players
const deputy: Player = { ...liang, team: 'first', roles: 'deputy' }

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

type Team = Awaited<ReturnType<typeof openTeam>>

/** Leader, deputy and liaison, and a report that the liaison has taken up. */
async function openTeam() {
  const opened = await openLockedTeam({ chen, deputy })
  const { place, administrator, db, team, token, desks } = opened
  const { enquiryNumber } = await speak(place, token, { text: '水渠堵了，水进不了田。' })
  await accept(place, desks.chen, enquiryNumber, desks.chen, { category: 'B3/B3' })
  const [report] = await db.select().from(reports)
  const leave = (player: Player, more: { knows?: 'on'; version?: string; team?: string } = {}) =>
    leaveTeam(place, administrator, player, { team, ...more })
  const standing = async () => lockStanding(db, team, await listTeamKeys(db, team))
  return { ...opened, report: report?.id ?? '', leave, standing }
}

describe('somebody taken out of a team', () => {
  let at: Team
  beforeAll(async () => {
    at = await openTeam()
  })

  test('stays while the page was out of date, or names a team they are not in', async () => {
    const { db, desks, ids, leave } = at
    const stale = await leave(chen, { version: '1' })
    expect([stale.status, (await stale.text()).includes('刚刚有人改过')]).toEqual([409, true])
    for (const team of [ids.teams.second, 'office', 'leadingGroup'])
      expect((await leave(chen, { team })).status).toBe(422)
    expect(await listMemberships(db, desks.chen.id)).toHaveLength(1)
  })

  test('has no way to its reports from that moment, nor after signing in again', async () => {
    const { administrator, db, desks, leave, place, report, team } = at
    expect((await desks.chen.seat.get(paths.report(team, report))).status).toBe(200)
    const page = await (await administrator.seat.get(paths.person(desks.chen.id))).text()
    expect(page).toContain('马上看不到本组的反映')
    const everybody = await (await administrator.seat.get(paths.people)).text()
    for (const html of [page, everybody]) expect(html.match(/手里还有 1 件没办结/g)).toHaveLength(1)
    const left = await leave(chen)
    const next = left.headers.get('Location') ?? ''
    expect([left.status, next]).toEqual([303, expect.stringContaining('said=left')])
    // Where the new lock is confirmed, which the sentence speaks of.
    const way = new RegExp(`再回来确认。 <a href="${paths.officeKeys}">`)
    for (const address of [next, `${paths.people}?said=disabled`])
      expect(await (await administrator.seat.get(address)).text()).toMatch(way)
    expect((await desks.chen.seat.get(paths.report(team, report))).status).toBe(401)
    const again = await signIn(place, chen.username, chen.password)
    for (const address of [paths.report(team, report), paths.desk(team), paths.keys(team)])
      expect((await again.seat.get(address)).status, address).toBe(404)
    expect(await (await again.seat.get(paths.staff)).text()).toContain('您现在不在任何组')
    expect(await heldKey(place, again, teamHolder(team), 1, 'key')).toBeUndefined()
    expect(await listSteps(db, `membership:${team}:${again.id}`)).toMatchObject([
      { who: administrator.id, move: 'leaveTeam', fromState: 'liaison', toState: null },
    ])
  })

  test('is still among the people, active, and gets no sheet for no team', async () => {
    const { administrator, db } = at
    const person = await findByUsername(db, chen.username)
    expect(person?.state).toBe('active')
    const list = await (await administrator.seat.get(paths.people)).text()
    expect(list).toContain(paths.person(person?.id ?? ''))
    expect(list).not.toContain(paths.inviteAgain(person?.id ?? ''))
  })

  test('makes the lock due; whoever leads changes it, and what was told opens no more for who left', async () => {
    const { administrator, desks, place, standing, team } = at
    expect(await standing()).toMatchObject({ isDue: true, next: 2, leavers: [{ name: '陈静' }], demoted: [] })
    expect(await (await desks.deputy.seat.get(paths.keys(team))).text()).toContain('陈静')
    await makeLock(place, desks.deputy, team, 2, [desks.li])
    await confirmLock(place, administrator, desks.deputy, team)
    expect(await standing()).toMatchObject({ isDue: false, waits: false })
    const again = await signIn(place, chen.username, chen.password)
    expect(await heldKey(place, again, teamHolder(team), 2, 'key')).toBeUndefined()
  })

  test('who was disabled and enabled again stays verified, and joins another team over the same keys', async () => {
    const { administrator, db, ids, place } = at
    const { id = '' } = (await findByUsername(db, chen.username)) ?? {}
    await administrator.seat.send(paths.disablePerson(id), {})
    await administrator.seat.send(paths.enablePerson(id), {})
    const { second } = ids.teams
    const joined = await changeRoles(place, administrator, chen, { team: second, roles: 'member' })
    expect(joined.status).toBe(303)
    expect(await listMemberships(db, id)).toEqual([{ team: second, roles: ['member'], certified: true }])
    const again = await signIn(place, chen.username, chen.password)
    expect((await again.seat.get(paths.desk(second))).status).toBe(200)
  })
})

describe('who alone leads a team', () => {
  test('is taken out only when what follows has been read', async () => {
    const { administrator, db, desks, leave } = await openTeam()
    expect((await leave(li)).status).toBe(303)
    const page = await (await administrator.seat.get(paths.person(desks.deputy.id))).text()
    expect(page.split('本组只有梁卓是组长或副组长')).toHaveLength(3)
    const refused = await leave(deputy)
    expect([refused.status, (await refused.text()).includes('请先看清后果')]).toEqual([422, true])
    expect(await listMemberships(db, desks.deputy.id)).toHaveLength(1)
    expect((await leave(deputy, { knows: 'on' })).status).toBe(303)
    expect(await listMemberships(db, desks.deputy.id)).toEqual([])
  })

  test('is not made so by two administrators at once', async () => {
    const { db, leave, place, administrator, team } = await openTeam()
    const demote = changeRoles(place, administrator, li, { team, roles: 'member' })
    const answers = await Promise.all([demote, leave(deputy)])
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses[0]).toBe(303)
    expect([409, 422]).toContain(statuses[1])
    expect(await listSteps(db, 'roles')).toHaveLength(1)
  })
})
