import { beforeEach, describe, expect, it } from 'vitest'
import { openTeamDesk, type TeamDesk } from '../../test/team-desk.ts'
import { wordsJoined } from '../../test/words.ts'
import { listSteps } from '../log/record.ts'
import { countTeams } from '../office/home-counts.ts'
import { paths } from '../paths.ts'
import { letTimePass } from '../reports/daily.ts'
import { eraseContact } from '../reports/erasing.ts'
import { moveReport } from '../reports/moving.ts'
import { decideProposal, proposeMove } from '../reports/proposing.ts'
import type { Report } from '../reports/tables.ts'
import { countQueue } from './counting.ts'
import { queuePage } from './store.ts'

const li = { id: 'li', roles: ['leader'] } as const
const chen = { id: 'chen', roles: ['liaison'] } as const

let desk: TeamDesk
beforeEach(async () => {
  desk = await openTeamDesk('2026-11-24T09:00:00+08:00')
})

const written = () => desk.write({}, { identityMode: 'named' })
const at = ({ id }: Report) => paths.report(desk.ids.teamId, id)
const record = async (report: Report, fields: Record<string, string> = {}) => {
  const { steps } = await desk.now(report)
  const sent = { toldOn: '2026-11-24', toldHow: 'call', steps: String(steps), ...fields }
  return desk.chen.post(paths.told(desk.ids.teamId, report.id), sent)
}
const on = (day: string) => desk.clock.set(`${day}T09:00:00+08:00`)

/** How the team's queue stands, on the office's page. */
const standing = async () =>
  (await countTeams(desk.db, [desk.ids.teamId], '2026-12-02', desk.clock.calendar)).get(desk.ids.teamId)

describe('whoever gave their name', () => {
  it('is told by the fifth working day; how and when is on record, and nobody else is told so', async () => {
    const report = await written()
    expect(report.tellBy).toBe('2026-12-01')
    expect((await desk.write()).tellBy).toBeNull()
    expect(wordsJoined((await desk.wu.get(at(report))).html)).toContain(
      '12月1日（星期二）前告知本人，再登记。',
    )
    expect((await record(report)).to).toContain('said=told')
    expect((await desk.now(report)).tellBy).toBeNull()
    expect((await listSteps(desk.db, `report:${report.id}`)).at(-1)).toMatchObject({
      move: 'told',
      who: 'chen',
      why: 'told:call;on:2026-11-24',
    })
    const page = wordsJoined((await desk.wu.get(at(report))).html)
    expect(page).toContain('陈静 · 告知本人')
    expect(page).toContain('电话；告知日期 11月24日')
    expect(page).not.toContain('计划日期')
    expect(page).not.toContain('再登记。')
    expect((await record(report)).status).toBe(409)
  })

  it('who is to be told today is due today, whatever else is to be done later', async () => {
    const report = await written()
    const decided = { owner: 'wu', due: '2026-12-15' }
    await moveReport(desk.db, report, 'accept', chen, { decided, sealed: [] }, desk.moment())
    const { tellBy } = await desk.now(report)
    const dueOn = async (today: string) => {
      const looker = { team: desk.ids.teamId, person: 'wu', today }
      const rows = await queuePage(desk.db, { show: 'dueToday' }, looker)
      return [(await countQueue(desk.db, looker)).dueToday, rows.map((row) => row.report.id)]
    }
    expect(tellBy).toBe('2026-12-01')
    expect(await dueOn('2026-12-01')).toEqual([1, [report.id]])
    expect(await dueOn('2026-12-15')).toEqual([0, []])
    on('2026-12-01')
    expect(wordsJoined((await desk.wu.get(`${desk.desk}?show=dueToday`)).html)).toMatch(
      /今天到期 1.*今天告知本人/,
    )
    expect(wordsJoined((await desk.wu.get(at(report))).html)).toMatch(
      /下一期限告知本人 12月1日[^·]* · 今天\s*核实 12月15日/,
    )
    await record(report)
    expect(await dueOn('2026-12-01')).toEqual([0, []])
    expect(await dueOn('2026-12-15')).toEqual([1, [report.id]])
  })

  it('who was not told in time stands first in the queue, and no longer once they were', async () => {
    const report = await written()
    await moveReport(
      desk.db,
      report,
      'accept',
      chen,
      { decided: { owner: 'wu', due: '2026-12-15' }, sealed: [] },
      desk.moment(),
    )
    on('2026-12-02')
    await letTimePass(desk.db, desk.moment())
    expect((await desk.now(report)).rank).toBe(0)
    const overdue = wordsJoined((await desk.wu.get(`${desk.desk}?show=overdue`)).html)
    expect(overdue).toContain('超 1 天告知本人')
    expect(await standing()).toMatchObject({ open: 1, late: 1 })
    await record(report, { toldOn: '2026-12-02' })
    expect(await desk.now(report)).toMatchObject({ rank: 2, due: '2026-12-15' })
  })

  it('is told of the end too: until then it waits in the queue, though it is concluded', async () => {
    const report = await written()
    await record(report)
    const draft = { decided: { declineReason: 'courtMatter' as const }, sealed: [] }
    await proposeMove(desk.db, await desk.now(report), 'decline', chen, draft, desk.moment())
    await decideProposal(desk.db, await desk.now(report), li, { approve: true, sealed: [] }, desk.moment())
    expect(await desk.now(report)).toMatchObject({ state: 'declined', tellBy: '2026-12-01' })
    on('2026-12-02')
    await letTimePass(desk.db, desk.moment())
    expect(await desk.now(report)).toMatchObject({ rank: 0, queueKey: expect.stringContaining('2026-12-01') })
    expect(await standing()).toMatchObject({
      waiting: 0,
      open: 0,
      late: 1,
    })
    on('2027-01-04')
    await letTimePass(desk.db, desk.moment())
    expect((await desk.now(report)).state).toBe('declined')
    expect(wordsJoined((await desk.chen.get(at(report))).html)).toContain('归档先告知实名反映人并登记')
    await record(report, { toldOn: '2026-12-01', toldHow: 'letter' })
    expect((await desk.now(report)).queueKey).toBeNull()
  })

  it('and had it erased cannot be told any more', async () => {
    const report = await written()
    await eraseContact(desk.db, report, '2026-11-24', 'asked')
    expect((await desk.now(report)).tellBy).toBeNull()
    expect((await record(report)).status).toBe(409)
  })

  it.each([
    [{ toldOn: '2026-11-25' }, 422],
    [{ toldOn: '2026-11-23' }, 422],
    [{ toldOn: 'today' }, 422],
    [{ toldHow: 'rumour' }, 422],
    [{ steps: '0' }, 409],
  ])('is not told by %o', async (fields, status) => {
    const report = await written()
    expect((await record(report, fields)).status).toBe(status)
    expect((await desk.now(report)).tellBy).toBe('2026-12-01')
  })
})
