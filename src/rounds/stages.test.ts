import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { giveKeys, hand, makeCode, makeRound } from '../../test/cast/bare-office.ts'
import { hiddenIn, openOfficeDesk, wordsOf } from '../../test/cast/office-desk.ts'
import { filed } from '../../test/filed.ts'
import { listSteps } from '../log/record.ts'
import { paths } from '../paths.ts'
import { markTested, openCodes } from '../posters/moving.ts'
import { closeTeam } from './closing.ts'
import { listReached, reachStage } from './reaching.ts'
import { nextMove, type Stage, stageMoveNames, stageMoves, stages } from './stages.ts'
import { findRound, versionOf } from './store.ts'
import { teams } from './tables.ts'

let at: Awaited<ReturnType<typeof openOfficeDesk>>
let ids: Awaited<ReturnType<typeof makeRound>>

beforeEach(async () => {
  at = await openOfficeDesk()
  ids = await makeRound(at.db, { round: { intakeClosesOn: '2026-11-23', fieldEndsOn: '2026-12-20' } })
})

const stageOf = async () => (await findRound(at.db, ids.roundId))?.stage
const pageOf = async () => (await at.get(paths.round(ids.roundId))).text()
const move = async (name: string, on: string, version?: string) =>
  at.post(paths.moveRound(ids.roundId), {
    version: version ?? hiddenIn(await pageOf(), 'version'),
    move: name,
    on,
  })

/** As if the office had recorded everything before this stage. */
async function walkTo(wanted: Stage, day = '2026-11-20') {
  for (;;) {
    const name = nextMove((await stageOf())!)!
    if ((await stageOf()) === wanted) return
    const version = await versionOf(at.db, `round:${ids.roundId}`)
    expect(await reachStage(at.db, ids.roundId, version, name, day, hand)).toBe('done')
  }
}

async function leaveTeam() {
  const version = await versionOf(at.db, `team:${ids.teamId}`)
  return closeTeam(at.db, ids.teamId, version, `${ids.teamId}-p1`, { ...hand, now: at.clock.now() })
}

describe('the stages of a round', () => {
  it('are one way, from the draft to the archive', () => {
    const way: Stage[] = ['draft']
    for (let name = nextMove('draft'); name; name = nextMove(stageMoves[name].to))
      way.push(stageMoves[name].to)
    expect(way).toEqual([...stages])
    expect(stageMoveNames).toHaveLength(stages.length - 1)
  })

  it('are recorded one by one, each with its day, who and when', async () => {
    expect(await wordsOf(at.get(paths.round(ids.roundId)))).toContain('拟定 下一步：领导小组批准')
    expect((await move('approve', '2026-11-02')).headers.get('Location')).toBe(
      `${paths.round(ids.roundId)}?said=saved`,
    )
    expect((await move('notify', '2026-11-02')).status).toBe(303)
    expect(await wordsOf(at.get(paths.round(ids.roundId)))).toContain('已通知，11月2日')
    expect(await listReached(at.db, ids.roundId)).toEqual([
      { stage: 'approved', day: '2026-11-02' },
      { stage: 'notified', day: '2026-11-02' },
    ])
    expect((await listSteps(at.db, `round:${ids.roundId}`)).at(-1)).toMatchObject({
      move: 'notify',
      fromState: 'approved',
      toState: 'notified',
      who: 'p-office',
      at: at.clock.now().toISOString(),
    })
  })

  it.each([
    ['enter', '2026-11-20', 409],
    ['archive', '', 409],
    ['draft', '2026-11-20', 422],
    ['approve', '', 422],
    ['approve', '2026-11-31', 422],
    ['approve', '2026-11-25', 422],
  ])('are not skipped, nor dated wrongly: %s on "%s" is %i', async (name, on, status) => {
    expect((await move(name, on)).status).toBe(status)
    expect(await stageOf()).toBe('draft')
    expect(await listReached(at.db, ids.roundId)).toEqual([])
  })

  it('do not come before the stage before, and what was typed stays', async () => {
    await move('approve', '2026-11-20')
    const early = await move('notify', '2026-11-19')
    const html = await early.text()
    expect([early.status, html]).toEqual([422, expect.stringContaining('不能早于上一步。')])
    expect(html).toContain('value="2026-11-19"')
    expect(await stageOf()).toBe('approved')
  })

  it('of two administrators at once have one winner, and so has a page that is old', async () => {
    const other = await at.desk('p-second', '许主任')
    const version = hiddenIn(await pageOf(), 'version')
    const fields = { version, move: 'approve', on: '2026-11-20' }
    const both = await Promise.all([at, other].map((desk) => desk.post(paths.moveRound(ids.roundId), fields)))
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    const steps = await listSteps(at.db, `round:${ids.roundId}`)
    expect(steps.filter(({ move }) => move === 'approve')).toHaveLength(1)
    expect((await move('notify', '2026-11-20', version)).status).toBe(409)
    expect(await stageOf()).toBe('approved')
  })

  it('are not there for a round that is not there', async () => {
    const fields = { version: '1', move: 'approve', on: '2026-11-20' }
    expect((await at.post(paths.moveRound('nowhere'), fields)).status).toBe(404)
  })

  it('say nothing of intake, which follows from the dates alone', async () => {
    await walkTo('fieldEnded')
    const open = await makeRound(at.db, { round: { title: '另一轮' }, unit: { name: '禾仓村' } })
    expect((await findRound(at.db, open.roundId))?.stage).toBe('draft')
    const read = async () => [
      await wordsOf(at.get(paths.round(open.roundId))),
      await wordsOf(at.get(paths.rounds)),
    ]
    for (const page of await read()) expect(page).toContain('还没有公告在用，收到 2027年1月5日')
    const { token } = await makeCode(at.db, at.office, open)
    await markTested(at.db, token, hand.now)
    await openCodes(at.db, [token], hand)
    for (const page of await read()) expect(page).toContain('正在受理，收到 2027年1月5日')
    expect(await wordsOf(at.get(paths.round(ids.roundId)))).toContain('已经截止')
  })
})

describe('the archive', () => {
  const moment = () => ({ now: at.clock.now(), calendar: at.clock.calendar })
  const archive = async () =>
    reachStage(at.db, ids.roundId, await versionOf(at.db, `round:${ids.roundId}`), 'archive', '2026-11-24', {
      ...hand,
      now: at.clock.now(),
    })
  beforeEach(async () => {
    await giveKeys(at.db, at.office, ids)
    await walkTo('evaluated')
  })

  it('waits for every team to be closed, and says which', async () => {
    const words = await wordsOf(at.get(paths.round(ids.roundId)))
    expect(words).toContain('还没有撤组： 第二巡察组')
    const refused = await move('archive', '')
    expect([refused.status, await stageOf()]).toEqual([422, 'evaluated'])
    expect(await leaveTeam()).toBe('done')
    expect((await move('archive', '')).status).toBe(303)
    expect(await stageOf()).toBe('archived')
    expect((await listReached(at.db, ids.roundId)).at(-1)).toEqual({ stage: 'archived', day: '2026-11-24' })
  })

  it('is refused by the database itself while a report is open, whoever keeps it', async () => {
    await leaveTeam()
    await filed(at.db, moment(), { roundId: ids.roundId, teamId: 'office', unitId: ids.unitId })
    expect(await wordsOf(at.get(paths.round(ids.roundId)))).toContain('还有 1 件没有办结。')
    expect(await archive()).toBe('still open')
    expect((await listSteps(at.db, `round:${ids.roundId}`)).at(-1)).toMatchObject({ move: 'evaluate' })
    await at.db.run(sql`update reports set state = 'declined', queueKey = null`)
    expect(await archive()).toBe('done')
    expect(await archive()).toBe('not allowed')
  })

  it('is refused while intake may still bring something', async () => {
    await leaveTeam()
    await at.db.run(sql`update rounds set intakeClosesOn = '2026-11-24'`)
    expect(await archive()).toBe('still open')
    expect(await wordsOf(at.get(paths.round(ids.roundId)))).toContain('受理还没有截止。')
  })

  it('is the end: no form of the round is taken, and its codes still lead to progress and the office', async () => {
    const { token } = await makeCode(at.db, at.office, ids)
    await markTested(at.db, token, at.clock.now())
    await openCodes(at.db, [token], hand)
    await leaveTeam()
    await archive()
    const before = await listSteps(at.db, `round:${ids.roundId}`)
    const doors = [
      paths.editRound(ids.roundId),
      paths.pauseRound(ids.roundId),
      paths.moveRound(ids.roundId),
      paths.newTeam(ids.roundId),
      paths.assign(ids.roundId),
      paths.newMilestone(ids.roundId),
      paths.mint(ids.roundId),
      paths.mintRound(ids.roundId),
    ]
    for (const door of doors) {
      const answer = await at.post(door, {})
      expect([door, answer.status]).toEqual([door, 409])
      expect(await wordsOf(answer)).toContain('这一轮已归档，不能再改。')
    }
    // Nor does a table reach it by another address, as from a page that was opened before.
    const fields = { round: ids.roundId, text: '水口镇\t镇\t\t第九巡察组' }
    const looked = await at.post(paths.importUnits, fields)
    const version = hiddenIn(await looked.text(), 'version')
    const stored = await at.post(paths.importUnits, { ...fields, version })
    expect([looked.status, stored.status]).toEqual([409, 409])
    expect(await wordsOf(stored)).toContain('这一轮已归档，不能再改。')
    expect(await listSteps(at.db, `round:${ids.roundId}`)).toEqual(before)
    expect(await at.db.select().from(teams)).toHaveLength(1)
    const page = await pageOf()
    expect(page).not.toContain('<form method="post" action="/staff/office/rounds')

    const scanned = await at.app.request(paths.code(token))
    const html = await scanned.text()
    expect(html).not.toContain('id="report"')
    expect(html).toContain('href="/progress')
    expect(html).toContain('0000-6123400')
  })
})
