import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { giveKeys, makeRound } from '../../test/cast/bare-office.ts'
import { hiddenIn, openOfficeDesk, wordsOf } from '../../test/cast/office-desk.ts'
import { filed, now } from '../../test/filed.ts'
import { listSteps } from '../log/record.ts'
import { paths } from '../paths.ts'
import { numberWords } from '../queue/words.ts'
import { escalations } from '../reports/belonging-tables.ts'
import { moveReport } from '../reports/moving.ts'
import { reports } from '../reports/tables.ts'
import { closeTeam } from './closing.ts'
import { countsQuery } from './counts.ts'
import { extendRound } from './extending.ts'
import { changeRound, findRound, versionOf } from './store.ts'
import { findTeam } from './teams.ts'

let at: Awaited<ReturnType<typeof openOfficeDesk>>
let ids: Awaited<ReturnType<typeof makeRound>>
const hand = { who: 'p-office', now: new Date('2026-11-24T02:00:00Z') }
const moment = () => ({ now: at.clock.now(), calendar: at.clock.calendar })
const overBefore = { intakeClosesOn: '2026-11-23', fieldEndsOn: '2026-12-20' }
const brought = () => ({ roundId: ids.roundId, teamId: ids.teamId, unitId: ids.unitId })
const pageOf = async () => (await at.get(paths.closeTeam(ids.teamId))).text()
const close = async (version: string, successor = `${ids.teamId}-p1`) =>
  at.post(paths.closeTeam(ids.teamId), { version, successor })

beforeEach(async () => {
  at = await openOfficeDesk()
  ids = await makeRound(at.db, { round: overBefore })
  await giveKeys(at.db, at.office, ids)
})

describe('a team is closed', () => {
  it('when nothing of it is open, with the name of who answers after that', async () => {
    const page = await pageOf()
    expect(page).toContain('没有剩下的，可以撤组。')
    expect((await close(hiddenIn(page, 'version'))).headers.get('Location')).toBe(
      `${paths.round(ids.roundId)}?said=teamClosed`,
    )
    expect(await findTeam(at.db, ids.teamId)).toMatchObject({
      name: '第二巡察组',
      closedOn: '2026-11-24',
      successor: `${ids.teamId}-p1`,
    })
    expect(await wordsOf(at.get(paths.closeTeam(ids.teamId)))).toContain('已撤组，由黎工负责。')
    expect((await listSteps(at.db, `team:${ids.teamId}`)).at(-1)).toMatchObject({
      move: 'close',
      who: 'p-office',
      why: `people:${ids.teamId}-p1`,
    })
  })

  it('and somebody else may be named later, who holds its key', async () => {
    await close(hiddenIn(await pageOf(), 'version'))
    const { teamId } = ids
    expect(await pageOf()).not.toContain('已经不在本组')
    await at.db.run(sql`update people set state = 'disabled' where id = ${`${teamId}-p1`}`)
    const page = await pageOf()
    expect(page).toContain('黎工已经不在本组')
    const version = hiddenIn(page, 'version')
    expect((await close(version)).status).toBe(422)
    const named = await close(version, `${teamId}-p0`)
    expect(named.headers.get('Location')).toBe(`${paths.closeTeam(teamId)}?said=successorNamed`)
    expect((await close(version, `${teamId}-p0`)).status).toBe(409)
    expect(await findTeam(at.db, teamId)).toMatchObject({ closedOn: '2026-11-24', successor: `${teamId}-p0` })
    expect((await listSteps(at.db, `team:${teamId}`)).at(-1)).toMatchObject({ move: 'name successor' })
    await at.db.run(sql`update people set state = 'disabled' where id = ${`${teamId}-p0`}`)
    expect(await pageOf()).toContain('本组没有人拿着钥匙了')
  })

  it('not while a report is open, which is listed by number, state and date', async () => {
    const version = hiddenIn(await pageOf(), 'version')
    const report = await filed(at.db, moment(), brought())
    const refused = await close(version)
    const words = await wordsOf(refused)
    expect(refused.status).toBe(422)
    expect(words).toContain('没有撤成：还有没办结的反映件')
    expect(words).toContain('还有 1 件没有办结。')
    expect(words).toContain(numberWords(report.enquiryNumber))
    expect((await findTeam(at.db, ids.teamId))?.closedOn).toBeNull()
    expect((await listSteps(at.db, `team:${ids.teamId}`)).map(({ move }) => move)).toEqual(['create'])
  })

  it('by the database itself: a report that comes in between leaves nothing written', async () => {
    const version = await versionOf(at.db, `team:${ids.teamId}`)
    await filed(at.db, moment(), brought())
    expect(await closeTeam(at.db, ids.teamId, version, 'p', hand)).toBe('still open')
    expect(await findTeam(at.db, ids.teamId)).toMatchObject({ name: '第二巡察组', successor: null })
    await at.db.run(sql`update reports set state = 'declined', concludedOn = '2026-11-24', queueKey = null`)
    expect(await closeTeam(at.db, ids.teamId, version, 'p', hand)).toBe('done')
    expect(await closeTeam(at.db, ids.teamId, version, 'p', hand)).toBe('overtaken')
  })

  it('not before what went up has its receipt, which is counted and not named', async () => {
    const version = hiddenIn(await pageOf(), 'version')
    const report = await filed(at.db, moment(), brought())
    await at.db.run(sql`update reports set state = 'escalated', concludedOn = '2026-11-24', queueKey = null`)
    await at.db.insert(escalations).values({ reportId: report.id, openedBy: 'p' })
    const refused = await close(version)
    expect(refused.status).toBe(422)
    const said = await wordsOf(refused)
    expect(said).toContain('还有 1 件要组长先办完，这里不列。')
    expect(said).not.toMatch(/逐件选|没有办结的/)
    expect(said).not.toContain(numberWords(report.enquiryNumber))
    await at.db.run(sql`update escalations set receipt = '17'`)
    expect((await close(version)).status).toBe(303)
  })

  it('not in a round that was given more days meanwhile, and no such round is given more days after', async () => {
    const version = await versionOf(at.db, `team:${ids.teamId}`)
    const roundVersion = await versionOf(at.db, `round:${ids.roundId}`)
    const round = (await findRound(at.db, ids.roundId))!
    const longer = { ...round, intakeClosesOn: '2026-12-01' }
    expect(await changeRound(at.db, round.id, roundVersion, longer, hand)).toBe('done')
    expect(await closeTeam(at.db, ids.teamId, version, 'p', hand)).toBe('early')
    expect((await findTeam(at.db, ids.teamId))?.closedOn).toBeNull()
    expect(await changeRound(at.db, round.id, roundVersion + 1, round, hand)).toBe('done')
    expect(await closeTeam(at.db, ids.teamId, version, 'p', hand)).toBe('done')
    expect(await changeRound(at.db, round.id, roundVersion + 2, longer, hand)).toBe('team gone')
    const dates = { intakeClosesOn: '2026-12-01', fieldEndsOn: '2026-12-20' }
    expect(await extendRound(at.db, round, roundVersion + 2, dates, hand)).toBe('team gone')
    expect((await findRound(at.db, round.id))?.intakeClosesOn).toBe('2026-11-23')
    const shorter = { ...round, intakeClosesOn: '2026-11-20' }
    expect(await changeRound(at.db, round.id, roundVersion + 2, shorter, hand)).toBe('done')
  })

  it('and then opens nothing again: not by entering, not by restoring, not by reopening', async () => {
    const voided = await filed(at.db, moment(), brought())
    const concluded = await filed(at.db, moment(), brought())
    const leader = { id: 'p', roles: ['leader' as const] }
    const nothing = { decided: {}, sealed: [] }
    await at.db.run(sql`update reports set state = 'voided', concludedOn = '2026-11-24', queueKey = null`)
    await at.db.run(sql`update reports set state = 'concluded' where id = ${concluded.id}`)
    const version = await versionOf(at.db, `team:${ids.teamId}`)
    const seen = [await now(at.db, voided.id, ids.teamId), await now(at.db, concluded.id, ids.teamId)]
    expect(await closeTeam(at.db, ids.teamId, version, 'p', hand)).toBe('done')
    for (const [n, move] of (['restore', 'reopen'] as const).entries())
      expect(await moveReport(at.db, seen[n]!, move, leader, nothing, moment())).toBe('not allowed')
    const brief = { ...brought(), entered: { by: 'p', on: '2026-11-23' as const } }
    await expect(filed(at.db, moment(), brief)).rejects.toThrow('team gone')
    expect((await at.db.select().from(reports)).map(({ state }) => state).sort()).toEqual([
      'concluded',
      'voided',
    ])
    expect((await listSteps(at.db, `report:${voided.id}`)).map(({ move }) => move)).toEqual(['file'])
  })

  it('by nobody who cannot open what it leaves', async () => {
    const version = hiddenIn(await pageOf(), 'version')
    for (const nobody of ['', 'p-office', 'somebody']) {
      expect(await wordsOf(close(version, nobody))).toContain('请选一个人。')
    }
    expect((await findTeam(at.db, ids.teamId))?.closedOn).toBeNull()
  })

  it('not while its round takes reports, and such a round is not extended after', async () => {
    const still = await makeRound(at.db, { team: { name: '第三巡察组' }, unit: { name: '白石村' } })
    expect(await wordsOf(at.get(paths.closeTeam(still.teamId)))).toContain('过了这一天才能撤组')
    const early = at.post(paths.closeTeam(still.teamId), { version: '1', successor: 'p' })
    expect(await wordsOf(early)).toContain('没有撤成：受理还没有截止。')

    await close(hiddenIn(await pageOf(), 'version'))
    const edit = await (await at.get(paths.editRound(ids.roundId))).text()
    const fields = Object.fromEntries(
      [...edit.matchAll(/<input[^>]*name="(\w+)"[^>]*value="([^"]*)"/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    )
    const longer = { ...fields, type: 'regular', theme: '', scope: '', intakeClosesOn: '2026-12-10' }
    expect(await wordsOf(at.post(paths.editRound(ids.roundId), longer))).toContain('不能再延长')
  })

  it('once, and who comes later sees who did it', async () => {
    const version = hiddenIn(await pageOf(), 'version')
    await close(version)
    const again = await close(version, `${ids.teamId}-p0`)
    expect(again.status).toBe(409)
    expect(await wordsOf(again)).toContain('由黎工负责')
  })

  it('and is not found where there is none', async () => {
    expect((await at.get(paths.closeTeam('nowhere'))).status).toBe(404)
    expect((await at.post(paths.closeTeam('nowhere'), { version: '1', successor: 'p' })).status).toBe(404)
  })
})

describe('what a round counts', () => {
  it('stands on its page by channel and kind, voided ones left out, with its definition and its time', async () => {
    for (let n = 0; n < 9; n++)
      await filed(at.db, moment(), { ...brought(), kind: n < 7 ? 'problem' : 'suggestion' })
    await filed(at.db, moment(), { ...brought(), channel: 'call', kind: 'conduct' })
    const wrong = await filed(at.db, moment(), brought())
    await at.db.run(sql`update reports set state = 'voided' where id = ${wrong.id}`)
    await filed(at.db, moment(), { ...brought(), roundId: 'another' })
    const words = await wordsOf(at.get(paths.round(ids.roundId)))
    expect(words).toContain('扫码 7 0 2 9 来电 0 1 0 1 来访 0 0 0 0')
    expect(words).toContain('合计 7 1 2 10')
    expect(words).toContain('口径：一次反映计 1 条，合并的也各计 1 条，作废的不计。')
    expect(words).toMatch(/截至 11月24日（星期二）\d\d:\d\d；/)
  })

  it('is read from the index of its round alone', async () => {
    const { sql: text, params } = countsQuery(at.db, ids.roundId).toSQL()
    const plan = await at.db.all<{ detail: string }>(
      sql.raw(`explain query plan ${text.replace('?', `'${String(params[0])}'`)}`),
    )
    expect(plan.map(({ detail }) => detail)).toEqual([
      expect.stringContaining('USING COVERING INDEX reports_counted (roundId=?)'),
    ])
  })
})
