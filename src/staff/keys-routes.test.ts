import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { giveKeys, makeRound, teamFields } from '../../test/cast/bare-office.ts'
import { hiddenIn, openOfficeDesk, wordsOf } from '../../test/cast/office-desk.ts'
import { listSteps } from '../log/record.ts'
import { signedKeys, theOffice } from '../office/store.ts'
import { offices } from '../office/tables.ts'
import { paths } from '../paths.ts'
import { random } from '../sealing/bytes.ts'
import { startSession } from './session.ts'
import { grants, memberships, people, teamKeys } from './tables.ts'

const keepers = ['主任', '副组长', '档案室'].map((keeper, at) => ({
  sheet: at + 1,
  keeper,
  place: '保密柜',
  sealedOn: '2026-11-24',
}))

let at: Awaited<ReturnType<typeof openOfficeDesk>>
let ids: Awaited<ReturnType<typeof makeRound>>
beforeEach(async () => {
  at = await openOfficeDesk()
  await at.db.update(offices).set({ keepers })
  ids = await makeRound(at.db)
})

const seenOn = async () => hiddenIn(await (await at.get(paths.officeKeys)).text(), 'seen')

describe('who can open what', () => {
  test('is told team by team, and what becomes of it when somebody leaves', async () => {
    expect(await wordsOf(at.get(paths.officeKeys))).toContain('本组还没有钥匙，请组长或副组长先生成。')
    await giveKeys(at.db, at.office, ids)
    const words = await wordsOf(at.get(paths.officeKeys))
    expect(words).toContain(teamFields.name)
    expect(words).toContain('没有人能打开联系方式。')
    expect(words).toContain('陈静 组长 有 没有 本组没有人能换锁，请用恢复凭证。本组钥匙就只剩黎工一人有。')
    expect(words).toContain('黎工 组员 有 不需要 要换锁，由陈静换。本组钥匙就只剩陈静一人有。')
    expect(words).not.toMatch(/公钥|证书|密钥/)
  })

  test('is told in a team all the same where the office’s certificate does not verify', async () => {
    await giveKeys(at.db, at.office, ids)
    const token = await startSession(at.db, `${ids.teamId}-p0`, at.clock.now())
    const queue = async () => {
      const answer = await at.app.request(paths.desk(ids.teamId), {
        headers: { Cookie: `__Host-session=${token}` },
      })
      const [, keys] = / data-keys="([^"]*)"/.exec(await answer.text()) ?? []
      return [answer.status, keys]
    }
    const before = await queue()
    expect(before).toEqual([200, expect.stringContaining(`team:${ids.teamId}`)])
    const [office] = await at.db.select().from(offices)
    const forged = office?.certificate.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) ?? ''
    await at.db.update(offices).set({ certificate: forged })
    expect(await signedKeys(await theOffice(at.db))).toBeUndefined()
    expect(await queue()).toEqual(before)
  })

  test('counts certified people alone', async () => {
    await giveKeys(at.db, at.office, ids)
    await at.db.update(people).set({ state: 'answered' }).where(eq(people.name, '黎工'))
    const words = await wordsOf(at.get(paths.officeKeys))
    expect(words).toContain('本组钥匙只有陈静一人有。')
    expect(words).not.toContain('黎工 组员')
  })

  test('is told a leader of their own team, and no member', async () => {
    await giveKeys(at.db, at.office, ids)
    const read = async (n: number) => {
      const token = await startSession(at.db, `${ids.teamId}-p${n}`, at.clock.now())
      const headers = { Cookie: `__Host-session=${token}` }
      return wordsOf(at.app.request(paths.keys(ids.teamId), { headers }))
    }
    expect(await read(0)).toContain('如果今天离开')
    expect(await read(0)).toContain('本组钥匙就只剩黎工一人有。')
    expect(await read(1)).not.toContain('如果今天离开')
  })

  test('knows the leader who has just made the keys, before anybody is verified', async () => {
    await giveKeys(at.db, at.office, ids, 1)
    const own = { holder: `team:${ids.teamId}`, epoch: 1, kind: 'contact' as const, envelope: random(8) }
    const me = `${ids.teamId}-p0`
    await at.db.insert(grants).values({ ...own, personId: me, by: me })
    await at.db.update(people).set({ state: 'answered' }).where(eq(people.id, me))
    await at.db.update(memberships).set({ certificate: null }).where(eq(memberships.personId, me))
    const token = await startSession(at.db, me, at.clock.now())
    const headers = { Cookie: `__Host-session=${token}` }
    const words = await wordsOf(at.app.request(paths.keys(ids.teamId), { headers }))
    expect(words).toContain('联系方式钥匙只有陈静一人有，请再有一名组长或副组长。')
    expect(words).not.toContain('没有人能打开联系方式')
  })

  test('says who holds the office master key, and that a last administrator leaves nobody', async () => {
    const held = { holder: 'office', epoch: 1, envelope: random(8), by: 'p-office' }
    const give = (kind: 'root' | 'box', personId: string) =>
      at.db.insert(grants).values({ ...held, kind, personId })
    await give('root', 'p-office')
    expect(await wordsOf(at.get(paths.officeKeys))).toContain('周明 有 打不开 没有管理员了，只能用恢复凭证。')
    await give('box', 'p-office')
    await at.desk('p-second', '许岚')
    await give('root', 'p-second')
    const words = await wordsOf(at.get(paths.officeKeys))
    expect(words).toContain('周明 有 能打开 只剩 1 名管理员：许岚。')
    expect(words).toContain('许岚 有 打不开')
  })
})

describe('a lock', () => {
  test('that is to be changed stands on the preparation list and on the keys page, then waits to be confirmed', async () => {
    await giveKeys(at.db, at.office, ids)
    await at.db.update(people).set({ state: 'disabled' }).where(eq(people.name, '黎工'))
    expect(await wordsOf(at.get(paths.officeKeys))).toContain('黎工已经离开，但还拿着本组钥匙。请换锁。')
    expect(await wordsOf(at.get(paths.office))).toContain(`${teamFields.name}：要换锁，请组长或副组长换`)

    const [made] = await at.db.select().from(teamKeys)
    const leader = `${ids.teamId}-p0`
    await at.db.insert(teamKeys).values({ ...made!, epoch: 2, certificate: null, madeBy: leader })
    await at.db.insert(grants).values({
      holder: `team:${ids.teamId}`,
      epoch: 2,
      kind: 'key',
      personId: leader,
      envelope: random(8),
      by: leader,
    })
    expect(await wordsOf(at.get(paths.officeKeys))).toContain('新锁已做好，等您确认启用。')
    const home = await (await at.get(paths.office)).text()
    expect(home).toContain(`${teamFields.name}：新锁等您确认`)
    expect(home).toContain(`href="${paths.certifyTeam(ids.teamId)}"`)
  })
})

describe('the recovery sheets', () => {
  test('are due after twelve months, on the home too, until somebody says they looked', async () => {
    const due = '请核对三份恢复凭证是否还封着。'
    expect(await wordsOf(at.get(paths.office))).not.toContain(due)
    await at.db.update(offices).set({ setUpAt: '2025-11-24T01:00:00.000Z' })
    expect(await wordsOf(at.get(paths.office))).toContain(due)
    expect(await wordsOf(at.get(paths.officeKeys))).toContain(`满 12 个月了。 ${due}`)

    const unticked = await at.post(paths.checkSheetsKept, { seen: await seenOn() })
    expect([unticked.status, await wordsOf(unticked)]).toEqual([
      422,
      expect.stringContaining('三份都看过，再记核对。'),
    ])
    expect(await listSteps(at.db, 'recoverySheets')).toEqual([])
    expect((await at.post(paths.checkSheetsKept, { seen: await seenOn(), looked: 'yes' })).status).toBe(303)
    const words = await wordsOf(at.get(paths.officeKeys))
    expect(words).toContain('上次核对：11月24日（星期二），周明。')
    expect(words).toContain('下次核对：2027年11月24日（星期三）。')
    expect(await wordsOf(at.get(paths.office))).not.toContain(due)
    expect(await listSteps(at.db, 'recoverySheets')).toMatchObject([{ who: 'p-office', move: 'check' }])
  })

  test('are due when a keeper has changed', async () => {
    const change = { seen: await seenOn(), sheet: '2', keeper: '纪检组长', place: '三楼保密柜' }
    expect((await at.post(paths.changeKeeper, change)).status).toBe(303)
    expect((await theOffice(at.db)).keepers[1]).toMatchObject({ sheet: 2, keeper: '纪检组长' })
    expect(await wordsOf(at.get(paths.officeKeys))).toContain('换过保管人。 请核对三份恢复凭证是否还封着。')
  })

  test('are never two with one keeper, and what was typed stays', async () => {
    const change = { seen: await seenOn(), sheet: '2', keeper: '主任', place: '三楼' }
    const answer = await at.post(paths.changeKeeper, change)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('同一个人不要拿两份。请换一个保管人。')
    expect(html).toContain('value="三楼"')
    expect((await at.post(paths.changeKeeper, { ...change, place: ' ' })).status).toBe(422)
    expect((await theOffice(at.db)).keepers).toEqual(keepers)
  })

  test('of two administrators at once one is told', async () => {
    const second = await at.desk('p-second', '许岚')
    const seen = await seenOn()
    const answers = await Promise.all([
      at.post(paths.checkSheetsKept, { seen, looked: 'yes' }),
      second.post(paths.checkSheetsKept, { seen, looked: 'yes' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    expect(await listSteps(at.db, 'recoverySheets')).toHaveLength(1)
  })
})
