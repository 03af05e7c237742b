import { beforeEach, describe, expect, it } from 'vitest'
import { makeCode, makeRound, roundFields, teamFields } from '../../test/cast/bare-office.ts'
import { hiddenIn, openOfficeDesk, wordsOf } from '../../test/cast/office-desk.ts'
import { wordsJoined } from '../../test/words.ts'
import { insertRows } from '../db/insert-rows.ts'
import { paths } from '../paths.ts'
import { listAssigned } from './assignments.ts'
import { assignments, units } from './tables.ts'

let at: Awaited<ReturnType<typeof openOfficeDesk>>
beforeEach(async () => {
  at = await openOfficeDesk()
})

const team = { ...teamFields, dialects: '普通话、白话' }
const formOf = async (address: string) => (await at.get(address)).text()

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

  it('leads to what is missing, and offers nothing to save before there is a team', async () => {
    await makeRound(at.db)
    const id = hiddenIn(await formOf(paths.newRound), 'id')
    const empty = { ...roundFields, id, term: '12', seq: '9', title: '', theme: '', scope: '' }
    expect((await at.post(paths.newRound, empty)).status).toBe(303)
    const page = await formOf(paths.assign(id))
    expect(page).toContain(`<a href="${paths.newTeam(id)}">建组</a>`)
    expect(page).not.toContain('name="version"')
  })

  it('has a village lower than towns even where its own town is with another team, and says which that is', async () => {
    const { roundId, teamId } = await makeRound(at.db)
    const next = hiddenIn(await formOf(paths.newTeam(roundId)), 'id')
    await at.post(paths.newTeam(roundId), { ...team, id: next, name: '第三巡察组' })
    const named = (id: string, type: 'town' | 'village' | 'organ', parentId: string | null) => ({
      id,
      type,
      parentId,
      name: id,
      shortName: id,
    })
    const added = [
      named('榕墟镇', 'town', null),
      named('禾仓村', 'village', '榕墟镇'),
      named('水务局', 'organ', null),
      named('稻溪镇', 'town', null),
      named('一组', 'village', '禾仓村'),
      named('无镇村', 'village', null),
    ]
    await at.db.insert(units).values(added)
    const of = (unitId: string) => ({ roundId, unitId, teamId: unitId === '榕墟镇' ? teamId : next })
    await at.db.insert(assignments).values(added.map(({ id }) => of(id)))
    const listed = (await listAssigned(at.db, roundId)).filter(({ team }) => team.id === next)
    expect(listed.map(({ unit, depth, under }) => `${depth} ${unit.id} ${under ?? ''}`)).toEqual([
      '1 禾仓村 榕墟镇',
      '2 一组 ',
      '0 水务局 ',
      '0 稻溪镇 ',
      '1 无镇村 ',
    ])
    const page = wordsJoined(await (await at.get(paths.round(roundId))).text())
    expect(page).toContain('禾仓村（榕墟镇）')
  })

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
