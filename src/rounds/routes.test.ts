import { beforeEach, describe, expect, it } from 'vitest'
import { makeCode, makeRound, roundFields, teamFields } from '../../test/cast/bare-office.ts'
import { hiddenIn, openOfficeDesk, wordsOf } from '../../test/cast/office-desk.ts'
import { filed } from '../../test/filed.ts'
import { insertRows } from '../db/insert-rows.ts'
import { listSteps } from '../log/record.ts'
import { paths } from '../paths.ts'
import { createHandlingUnit } from '../referrals/handling-units.ts'
import { listAssigned } from './assignments.ts'
import { findRound, listRounds } from './store.ts'
import { units } from './tables.ts'
import { findTeam } from './teams.ts'
import { findUnit, listUnits } from './units.ts'

let at: Awaited<ReturnType<typeof openOfficeDesk>>
beforeEach(async () => {
  at = await openOfficeDesk()
})

const round = { ...roundFields, term: '12', seq: '2', title: '', theme: '', scope: '' }
const team = { ...teamFields, dialects: '普通话、白话' }
const formOf = async (address: string) => (await at.get(address)).text()

describe('a round', () => {
  it('is created with a title of its own, once however often the form is sent', async () => {
    const id = hiddenIn(await formOf(paths.newRound), 'id')
    const first = await at.post(paths.newRound, { ...round, id })
    expect([first.status, first.headers.get('Location')]).toEqual([303, `${paths.round(id)}?said=saved`])
    expect((await at.post(paths.newRound, { ...round, id })).status).toBe(303)
    expect((await listRounds(at.db)).map(({ title }) => title)).toEqual(['十二届市委第二轮巡察'])
    expect(await wordsOf(at.get(`${paths.round(id)}?said=saved`))).toContain('存好了。')
  })

  it('is refused with every mistake named and the typed words kept', async () => {
    const id = hiddenIn(await formOf(paths.newRound), 'id')
    const answer = await at.post(paths.newRound, {
      ...round,
      id,
      seq: '零',
      title: '春季<巡察>',
      enteredOn: '昨天',
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('请写 1 到 99 的数字。')
    expect(html).toContain('日期不对')
    expect(html).toContain('value="春季&lt;巡察&gt;"')
    expect(hiddenIn(html, 'id')).toBe(id)
    expect(await listRounds(at.db)).toEqual([])
  })

  it('needs theme and scope when it is special', async () => {
    const id = hiddenIn(await formOf(paths.newRound), 'id')
    const answer = at.post(paths.newRound, { ...round, id, type: 'special' })
    expect(await wordsOf(answer)).toContain('专项要写主题。')
    const scope = '范围'.repeat(31)
    const long = await at.post(paths.newRound, { ...round, id, type: 'special', theme: '小型工程', scope })
    expect([long.status, (await long.text()).includes(`${scope}</textarea>`)]).toEqual([422, true])
  })

  it('names the round of a higher level that it is run with, and may lose it again', async () => {
    const id = hiddenIn(await formOf(paths.newRound), 'id')
    await at.post(paths.newRound, { ...round, id, parent: ' 澄屿市委联动专项巡察 ' })
    expect(await wordsOf(at.get(paths.round(id)))).toContain('上级联动轮次 澄屿市委联动专项巡察')
    const edit = await formOf(paths.editRound(id))
    expect(edit).toContain('value="澄屿市委联动专项巡察"')
    await at.post(paths.editRound(id), { ...round, version: hiddenIn(edit, 'version'), parent: '' })
    expect(await wordsOf(at.get(paths.round(id)))).not.toContain('上级联动轮次')
    const long = await at.post(paths.newRound, {
      ...round,
      id: 'another-round-id-1',
      parent: '长'.repeat(61),
    })
    expect(long.status).toBe(422)
  })

  it('warns when intake outlasts the team', async () => {
    const { roundId } = await makeRound(at.db, { round: { intakeClosesOn: '2027-02-01' } })
    expect(await wordsOf(at.get(paths.round(roundId)))).toContain('截止晚于撤点，最后几天的反映没人办。')
  })

  it('is not written over by somebody who saw it before', async () => {
    const { roundId } = await makeRound(at.db)
    const version = hiddenIn(await formOf(paths.editRound(roundId)), 'version')
    const change = { ...round, version, title: '新的标题' }
    expect((await at.post(paths.editRound(roundId), change)).status).toBe(303)
    const late = await at.post(paths.editRound(roundId), { ...change, title: '晚来的标题', seq: '3' })
    expect(late.status).toBe(409)
    const html = await late.text()
    expect(html).toContain('晚来的标题')
    expect(html).toContain('现在存的是：新的标题')
    expect((await findRound(at.db, roundId))?.title).toBe('新的标题')
    const again = await at.post(paths.editRound(roundId), {
      ...change,
      title: '晚来的标题',
      version: hiddenIn(html, 'version'),
    })
    expect(again.status).toBe(303)
    expect((await findRound(at.db, roundId))?.title).toBe('晚来的标题')
  })

  it('is paused with the reason the public sees, and resumed', async () => {
    const { roundId } = await makeRound(at.db)
    const page = await formOf(paths.round(roundId))
    const version = hiddenIn(page, 'version')
    const pause = { do: 'pause', version, reason: '巡察组搬家', resumesOn: '2026-11-24' }
    expect(await wordsOf(at.post(paths.pauseRound(roundId), pause))).toContain('恢复的日子要在今天以后。')
    expect((await at.post(paths.pauseRound(roundId), { ...pause, resumesOn: '' })).status).toBe(303)
    const paused = await formOf(paths.round(roundId))
    expect(paused).toContain('暂停受理：巡察组搬家')
    const twice = await at.post(paths.pauseRound(roundId), { ...pause, resumesOn: '' })
    expect(twice.status).toBe(409)
    const resume = { do: 'resume', version: hiddenIn(paused, 'version') }
    expect((await at.post(paths.pauseRound(roundId), resume)).status).toBe(303)
    expect((await findRound(at.db, roundId))?.pausedReason).toBeNull()
  })

  it('that is not there is not found, by whatever door', async () => {
    const doors = [paths.round, paths.editRound, paths.newTeam, paths.assign]
    for (const door of doors) expect((await at.get(door('nowhere'))).status).toBe(404)
    expect((await at.post(paths.pauseRound('nowhere'), { do: 'resume', version: '1' })).status).toBe(404)
  })
})

describe('a team', () => {
  it('is created in its round and changed', async () => {
    const { roundId } = await makeRound(at.db)
    const id = hiddenIn(await formOf(paths.newTeam(roundId)), 'id')
    const taken = await at.post(paths.newTeam(roundId), { ...team, id })
    expect([taken.status, await wordsOf(taken)]).toEqual([
      422,
      expect.stringContaining('这一轮已有一组叫这个名字。'),
    ])
    expect((await at.post(paths.newTeam(roundId), { ...team, id, name: '第三巡察组' })).status).toBe(303)
    const version = hiddenIn(await formOf(paths.team(id)), 'version')
    await at.post(paths.team(id), { ...team, name: '第三巡察组', phone: '0700-5550199', version })
    expect(await findTeam(at.db, id)).toMatchObject({
      roundId,
      phone: '0700-5550199',
      dialects: ['普通话', '白话'],
    })
  })

  it('lacks nothing that is printed', async () => {
    const { roundId } = await makeRound(at.db)
    const id = hiddenIn(await formOf(paths.newTeam(roundId)), 'id')
    const answer = await at.post(paths.newTeam(roundId), {
      ...team,
      id,
      name: '第三巡察组',
      postal: ' ',
      phone: '转 8',
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('id="postal-wrong"')
    expect(html).toContain('电话好像不对')
    expect(html).toContain('value="转 8"')
  })
})

describe('a unit', () => {
  it('is entered once, below its parent, and never below itself', async () => {
    const town = hiddenIn(await formOf(paths.newUnit), 'id')
    const fields = { name: '榕墟镇', shortName: '榕墟镇', type: 'town', parentId: '' }
    await at.post(paths.newUnit, { ...fields, id: town })
    const village = hiddenIn(await formOf(paths.newUnit), 'id')
    await at.post(paths.newUnit, { ...fields, id: village, name: '禾仓村', type: 'village', parentId: town })
    expect(await findUnit(at.db, village)).toMatchObject({ name: '禾仓村', parentId: town })

    const other = hiddenIn(await formOf(paths.newUnit), 'id')
    expect(await wordsOf(at.post(paths.newUnit, { ...fields, id: other }))).toContain('已有单位叫这个名字')
    const version = hiddenIn(await formOf(paths.unit(town)), 'version')
    const loop = await at.post(paths.unit(town), { ...fields, parentId: town, version })
    expect([loop.status, await wordsOf(loop)]).toEqual([422, expect.stringContaining('上级单位不能是它自己')])
    expect(await listUnits(at.db)).toHaveLength(2)
    expect(await wordsOf(at.get(paths.units))).toContain('共 2 个：镇 1，村 1')
  })
})

describe('villages and communities', () => {
  const unit = (name: string, type: string, parentId = '') => ({ name, shortName: name, type, parentId })
  const enter = async (fields: ReturnType<typeof unit>) => {
    const id = hiddenIn(await formOf(paths.newUnit), 'id')
    const answer = await at.post(paths.newUnit, { ...fields, id })
    return { id, status: answer.status, words: await wordsOf(answer) }
  }

  it('lie below a town as soon as there is one', async () => {
    expect((await enter(unit('孤村', 'village'))).status).toBe(303)
    const town = await enter(unit('榕墟镇', 'town'))
    const lost = await enter(unit('青塘村', 'village'))
    expect([lost.status, lost.words]).toEqual([422, expect.stringContaining('村和社区要选上级镇。')])
    expect((await enter(unit('青塘村', 'village', town.id))).status).toBe(303)
    expect((await enter(unit('民政局', 'organ'))).status).toBe(303)
  })

  it('have nothing below them: they are not offered, nor taken, nor does a town become one', async () => {
    const town = await enter(unit('榕墟镇', 'town'))
    const village = await enter(unit('青塘村', 'village', town.id))
    const page = await formOf(paths.newUnit)
    expect(page).toContain(`value="${town.id}"`)
    expect(page).not.toContain(`value="${village.id}"`)
    const school = await enter(unit('青塘小学', 'school', village.id))
    expect([school.status, school.words]).toEqual([422, expect.stringContaining('下面不能再有单位')])
    const version = hiddenIn(await formOf(paths.unit(town.id)), 'version')
    const turned = at.post(paths.unit(town.id), { ...unit('榕墟镇', 'village'), version })
    expect(await wordsOf(turned)).toContain('不能改成村或社区')
  })
})

describe('a unit entered by mistake', () => {
  it('is voided with a step, and only while it is in no round and nothing lies below it', async () => {
    const { unitId } = await makeRound(at.db)
    expect(await formOf(paths.unit(unitId))).not.toContain('作废')
    const inRound = await at.post(paths.voidUnit(unitId), { version: '2' })
    expect(inRound.status).toBe(409)

    const id = hiddenIn(await formOf(paths.newUnit), 'id')
    const town = { name: '榕墟镇', shortName: '榕墟镇', type: 'town', parentId: '' }
    await at.post(paths.newUnit, { ...town, id })
    expect((await at.post(paths.voidUnit(id), { version: '7' })).status).toBe(409)
    const version = hiddenIn(await formOf(paths.unit(id)), 'version')
    const voided = await at.post(paths.voidUnit(id), { version })
    expect(voided.headers.get('Location')).toBe(`${paths.units}?said=voided`)
    expect(await findUnit(at.db, id)).toBeUndefined()
    expect((await listSteps(at.db, `unit:${id}`)).map(({ move }) => move)).toEqual(['create', 'void'])
    expect((await at.get(paths.unit(id))).status).toBe(404)
  })

  it('is not voided while a handling unit belongs to it or a report is about it: the wall stands on the tree', async () => {
    const hand = { who: 'p-office', now: at.clock.now() }
    const enter = async (name: string) => {
      const id = hiddenIn(await formOf(paths.newUnit), 'id')
      await at.post(paths.newUnit, { id, name, shortName: name, type: 'organ', parentId: '' })
      return id
    }
    const [bureau, school] = [await enter('榕墟镇水利站'), await enter('榕墟镇小学')]
    const contact = { contact: '何晓', phone: '0700-5550300', retired: false }
    await createHandlingUnit(at.db, 'h', { ...contact, name: '水利站', belongsTo: bureau }, hand)
    await filed(at.db, { now: at.clock.now(), calendar: at.clock.calendar }, { unitId: school })
    for (const id of [bureau, school]) {
      const page = await formOf(paths.unit(id))
      expect(page).not.toContain('作废')
      const version = hiddenIn(page, 'version')
      expect((await at.post(paths.voidUnit(id), { version })).status).toBe(409)
      expect(await findUnit(at.db, id)).toBeDefined()
    }
  })
})

describe('assigning', () => {
  it('moves a unit to another team until it has a code', async () => {
    const ids = await makeRound(at.db)
    const { roundId, unitId } = ids
    const id = hiddenIn(await formOf(paths.newTeam(roundId)), 'id')
    await at.post(paths.newTeam(roundId), { ...team, id, name: '第三巡察组' })
    const version = hiddenIn(await formOf(paths.assign(roundId)), 'version')
    const move = { version, [`team.${unitId}`]: id }
    expect((await at.post(paths.assign(roundId), move)).status).toBe(303)
    expect((await listAssigned(at.db, roundId)).map(({ team }) => team.name)).toEqual(['第三巡察组'])
    expect((await at.post(paths.assign(roundId), { ...move, [`team.${unitId}`]: '' })).status).toBe(409)

    await makeCode(at.db, at.office, ids)
    const page = await formOf(paths.assign(roundId))
    expect(page).toContain('有公告 123450，先停用再换组')
    const back = { version: hiddenIn(page, 'version'), [`team.${unitId}`]: ids.teamId }
    expect(await wordsOf(at.post(paths.assign(roundId), back))).toContain('这个单位已有公告')
    expect((await listAssigned(at.db, roundId)).map(({ team }) => team.id)).toEqual([id])
  })
})

describe('assigning', () => {
  it('takes ten thousand units in one form', async () => {
    const { roundId, teamId } = await makeRound(at.db)
    const ids = Array.from({ length: 10_000 }, (_, n) => `unit-with-an-id-${String(n).padStart(5, '0')}`)
    const fields = { shortName: '', type: 'organ' as const, parentId: null }
    await at.db.batch([
      insertRows(
        at.db,
        units,
        ids.map((id) => ({ ...fields, id, name: id })),
      ),
    ])
    const version = hiddenIn(await formOf(paths.assign(roundId)), 'version')
    const chosen = Object.fromEntries(ids.map((id) => [`team.${id}`, teamId]))
    expect((await at.post(paths.assign(roundId), { ...chosen, version })).status).toBe(303)
    expect(await listAssigned(at.db, roundId)).toHaveLength(10_001)
    const next = hiddenIn(await formOf(paths.newTeam(roundId)), 'id')
    await at.post(paths.newTeam(roundId), { ...team, id: next, name: '第三巡察组' })
    const [moved = '', left = '', ...kept] = ids
    const again = hiddenIn(await formOf(paths.assign(roundId)), 'version')
    const change = { version: again, [`team.${moved}`]: next, [`team.${left}`]: '' }
    expect((await at.post(paths.assign(roundId), change)).status).toBe(303)
    const now = new Map((await listAssigned(at.db, roundId)).map(({ unit, team }) => [unit.id, team.id]))
    expect([now.get(moved), now.has(left), now.size]).toEqual([next, false, kept.length + 2])
  })
})

describe('the office', () => {
  it('is not there for people who do not belong to it', async () => {
    const addresses = [paths.rounds, paths.newRound, paths.units, paths.newUnit]
    for (const address of addresses) {
      const answer = await at.app.request(address)
      expect(answer.status, address).not.toBe(200)
    }
  })
})
