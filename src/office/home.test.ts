import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  addHolder,
  assign,
  giveKeys,
  hand,
  makeCode,
  makeRound,
  roundFields,
  teamFields,
} from '../../test/cast/bare-office.ts'
import { openOfficeDesk, wordsOf } from '../../test/cast/office-desk.ts'
import { filed } from '../../test/filed.ts'
import { wordsJoined } from '../../test/words.ts'
import { dayOf } from '../clock/day.ts'
import { paths } from '../paths.ts'
import { markTested, openCodes } from '../posters/moving.ts'
import { moveSheet } from '../posters/sheet-moving.ts'
import { findCode } from '../posters/store.ts'
import { reports } from '../reports/tables.ts'
import { createRound, type Round } from '../rounds/store.ts'
import { teams } from '../rounds/tables.ts'
import { createTeam } from '../rounds/teams.ts'
import { createUnit } from '../rounds/units.ts'
import { memberships, people } from '../staff/tables.ts'
import { isDone, lacks, preparationLines } from './home-lines.ts'
import { currentRound, viewProgress } from './home-view.ts'

let at: Awaited<ReturnType<typeof openOfficeDesk>>
beforeEach(async () => {
  at = await openOfficeDesk()
})

const doneLines = async () => {
  const lines = preparationLines(await viewProgress(at.house))
  return lines.flatMap((line, n) => (isDone(line) ? [n + 1] : []))
}
const ids = { roundId: 'round-0000000000', teamId: 'team-00000000000', unitId: 'unit-00000000000' }

describe('the preparation list', () => {
  it('leads from an empty database to a notice in use, a line at a time', async () => {
    const { db, office } = at
    expect(await doneLines()).toEqual([])
    expect(await wordsOf(at.get(paths.office))).toContain('只有 1 名管理员。')

    await at.desk('p-second', '许岚')
    expect(await doneLines()).toEqual([1])
    expect(await wordsOf(at.get(paths.office))).not.toContain('只有 1 名管理员。')

    await createRound(db, ids.roundId, roundFields, hand)
    expect(await (await at.get(paths.office)).text()).toContain(`href="${paths.importUnits}"`)
    await createUnit(
      db,
      ids.unitId,
      { name: '青塘村', shortName: '青塘村', type: 'village', parentId: null },
      hand,
    )
    await createTeam(db, { id: ids.teamId, roundId: ids.roundId }, teamFields, hand)
    expect(await doneLines()).toEqual([1, 2, 3])
    await assign(db, ids.roundId, ids.unitId, ids.teamId)
    expect(await doneLines()).toEqual([1, 2, 3, 4])

    for (const [id, roles] of [
      ['a', 'leader'],
      ['b', 'member'],
    ] as const) {
      await db.insert(people).values({ id, name: id, username: id, state: 'invited', invitedAt: '' })
      await db.insert(memberships).values({ personId: id, team: ids.teamId, roles })
    }
    expect(await doneLines()).toEqual([1, 2, 3, 4, 5])

    await giveKeys(db, office, ids, 1)
    expect(await doneLines()).toEqual([1, 2, 3, 4, 5, 6, 7])
    await addHolder(db, ids.teamId, 1)
    expect(await doneLines()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    const { token } = await makeCode(db, office, ids)
    expect(await doneLines()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    await markTested(db, token, hand.now)
    expect(await doneLines()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    await openCodes(db, [token], hand)
    expect(await doneLines()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    const words = await wordsOf(at.get(paths.office))
    expect(words).toContain('今天')
    expect(words).toContain('各组收到的内容这里看不到，只看数量和期限。')
  })

  it('leads to whoever has come to be the second administrator, by name, and asks nobody else', async () => {
    const { db } = at
    const first = async () => preparationLines(await viewProgress(at.house))[0]
    expect(await first()).toMatchObject({ address: paths.inviteSecond, verify: undefined })
    const at9 = hand.now.toISOString()
    await db
      .insert(people)
      .values({ id: 'p-he', name: '何敏', username: 'hemin', state: 'invited', invitedAt: at9 })
    await db.insert(memberships).values({ personId: 'p-he', team: 'office', roles: 'office' })
    expect(await first()).toMatchObject({ address: paths.inviteSecond, verify: undefined })
    await db.update(people).set({ state: 'answered' }).where(eq(people.id, 'p-he'))
    expect(await first()).toMatchObject({ done: 1, all: 2, address: paths.people, verify: '何敏' })
    const html = await (await at.get(paths.office)).text()
    const words = html.replace(/<[^>]*>|\s/g, '')
    expect(words).toContain('只有1名管理员。何敏已启用，核对了就有两名。去核对')
    expect(words).toContain('核对第二名管理员：何敏')
    expect(words).not.toContain('请第二名管理员')
    expect(html).not.toContain(`href="${paths.inviteSecond}"`)
    await db.update(people).set({ state: 'active' }).where(eq(people.id, 'p-he'))
    await db.update(memberships).set({ certificate: 'signed' }).where(eq(memberships.personId, 'p-he'))
    expect(await first()).toMatchObject({ done: 2, verify: undefined })
  })

  it('is not at its end while a unit of the round has no notice in use', async () => {
    const { db, office } = at
    await createRound(db, ids.roundId, roundFields, hand)
    await createTeam(db, { id: ids.teamId, roundId: ids.roundId }, teamFields, hand)
    for (const [unitId, name] of [
      [ids.unitId, '青塘村'],
      ['unit-00000000001', '禾仓村'],
    ] as const) {
      await createUnit(db, unitId, { name, shortName: name, type: 'village', parentId: null }, hand)
      await assign(db, ids.roundId, unitId, ids.teamId)
    }
    await giveKeys(db, office, ids, 2)
    const { token } = await makeCode(db, office, ids)
    await markTested(db, token, hand.now)
    const lines = async () => preparationLines(await viewProgress(at.house)).slice(-2)
    expect(await lines()).toMatchObject([{ name: 'test', done: 1, all: 2 }, { done: 0 }])
    expect(await wordsOf(at.get(paths.office))).toContain('每个单位打印一张，试扫 ○ 1／2')
    await openCodes(db, [token], hand)
    expect(await lines()).toMatchObject([
      { done: 1, all: 2 },
      { done: 1, all: 2 },
    ])
    expect(await wordsOf(at.get(paths.office))).toContain('启用公告 ○ 1／2')
  })

  it('keeps the last line grey and says what lacks, first of all that nobody could open', async () => {
    const last = async () => preparationLines(await viewProgress(at.house)).at(-1)
    expect(lacks(await viewProgress(at.house))).toEqual([{ why: 'teams' }])
    await createRound(at.db, ids.roundId, roundFields, hand)
    await createTeam(at.db, { id: ids.teamId, roundId: ids.roundId }, teamFields, hand)
    expect((await last())?.address).toBeUndefined()
    const said = '还差：第二巡察组的钥匙还没确认；第二巡察组还没有试扫。没有人能打开，先别张贴。'
    expect(await wordsOf(at.get(paths.office))).toContain(said)
    await giveKeys(at.db, at.office, ids, 1)
    expect(await wordsOf(at.get(paths.office))).toContain(
      '还差：第二巡察组 1 人能打开，要 2 人；第二巡察组还没有试扫。',
    )
  })

  it('names its round and leads to the lists of the others, while today has the teams of all that are in the field', async () => {
    const running = await makeRound(at.db)
    await giveKeys(at.db, at.office, running)
    const { token } = await makeCode(at.db, at.office, running)
    await markTested(at.db, token, hand.now)
    await openCodes(at.db, [token], hand)
    const next = { seq: 3, title: '第三轮', enteredOn: '2027-03-01', fieldEndsOn: '2027-05-01' }
    await makeRound(at.db, { round: next, team: { name: '第九巡察组' }, unit: { name: '白石村' } })
    const html = await (await at.get(paths.office)).text()
    expect(html.replace(/<[^>]*>|\s/g, '')).toContain('准备清单：第三轮')
    expect(html).toContain(`href="${paths.office}?round=${running.roundId}"`)
    const today = html.slice(html.indexOf('今天'), html.indexOf('准备清单：'))
    for (const name of ['第二巡察组', '第九巡察组', '第三轮']) expect(today).toContain(name)
    const code = (await findCode(at.db, token))!.code
    const printed = code.sheets
    expect(today.replace(/<[^>]*>/g, '')).toContain(`未贴的公告 ${printed} 张`)
    const posted = { place: '村口', on: dayOf(hand.now) }
    expect(await moveSheet(at.db, code, 1, 'post', posted, hand)).toBe('done')
    const then = (await (await at.get(paths.office)).text()).replace(/<[^>]*>/g, '')
    expect(then).toContain(`未贴的公告 ${printed - 1} 张`)
    const other = await wordsOf(at.get(`${paths.office}?round=${running.roundId}`))
    expect(other).toMatch(/准备清单\s*：\s*十二届/)
    expect(other).toContain('别的轮次： 第三轮')
  })

  it('tells of what a resident added to a team that has left, and leads to who answers for it', async () => {
    const dates = { enteredOn: '2026-03-01', intakeClosesOn: '2026-05-01', fieldEndsOn: '2026-05-10' }
    const past = await makeRound(at.db, { round: { seq: 1, title: '第一轮', ...dates } })
    await makeRound(at.db, { team: { name: '第九巡察组' }, unit: { name: '白石村' } })
    await at.db.update(teams).set({ closedOn: '2026-05-11' }).where(eq(teams.id, past.teamId))
    const brought = { roundId: past.roundId, teamId: past.teamId, unitId: past.unitId }
    const { id } = await filed(at.db, { now: at.clock.now(), calendar: at.clock.calendar }, brought)
    const answered = { state: 'concluded', concludedOn: '2026-05-01', queueKey: null } as const
    await at.db.update(reports).set(answered).where(eq(reports.id, id))
    const link = `href="${paths.closeTeam(past.teamId)}"`
    expect(await (await at.get(paths.office)).text()).not.toContain(link)
    await at.db.update(reports).set({ unread: true }).where(eq(reports.id, id))
    const html = await (await at.get(paths.office)).text()
    expect(html).toContain(link)
    expect(wordsJoined(html)).toMatch(/第二巡察组 ?第一轮.*1/)
  })

  it('warns of a year whose holidays are not announced', async () => {
    await createRound(at.db, ids.roundId, { ...roundFields, intakeClosesOn: '2031-01-05' }, hand)
    expect(await wordsOf(at.get(paths.office))).toContain('2031 年的放假安排还没有公布')
  })

  it('says that intake is paused, why, and until when', async () => {
    await makeRound(at.db, { round: { pausedReason: '服务器搬迁', resumesOn: '2026-12-01' } })
    expect(wordsJoined(await (await at.get(paths.office)).text())).toMatch(
      /：暂停受理：服务器搬迁 · 预计 12月1日（星期二）恢复。/,
    )
  })

  it('is about the latest round that has not left the field', () => {
    const round = (id: string, fieldEndsOn: string) => ({ id, fieldEndsOn }) as Round
    const rounds = [round('later', '2027-05-01'), round('now', '2027-01-01'), round('past', '2026-01-01')]
    expect(currentRound(rounds, '2026-11-24')?.id).toBe('later')
    expect(currentRound(rounds.slice(1), '2026-11-24')?.id).toBe('now')
    expect(currentRound(rounds.slice(2), '2026-11-24')?.id).toBe('past')
    expect(currentRound([], '2026-11-24')).toBeUndefined()
    const standing = { ...round('standing', '2031-12-31'), type: 'standing' } as Round
    expect(currentRound([standing, ...rounds], '2026-11-24')?.id).toBe('later')
    expect(currentRound([standing, ...rounds.slice(2)], '2026-11-24')?.id).toBe('standing')
  })
})
