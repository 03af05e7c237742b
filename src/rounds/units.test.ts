import { beforeEach, describe, expect, it } from 'vitest'
import { makeRound } from '../../test/cast/bare-office.ts'
import { hiddenIn, openOfficeDesk, wordsOf } from '../../test/cast/office-desk.ts'
import { filed } from '../../test/filed.ts'
import { listSteps } from '../log/record.ts'
import { paths } from '../paths.ts'
import { createHandlingUnit } from '../referrals/handling-units.ts'
import { findUnit, listUnits } from './units.ts'

let at: Awaited<ReturnType<typeof openOfficeDesk>>
beforeEach(async () => {
  at = await openOfficeDesk()
})

const formOf = async (address: string) => (await at.get(address)).text()

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
    expect(await wordsOf(at.get(paths.units))).toContain('1 个镇，1 个村，共 2 个')
  })

  it('may be of a system, which the list and its form show, and which can be taken off', async () => {
    const id = hiddenIn(await formOf(paths.newUnit), 'id')
    const fields = { name: '粮食局', shortName: '粮食局', type: 'organ', system: ' 粮食 ', parentId: '' }
    const long = at.post(paths.newUnit, { ...fields, id, system: '粮'.repeat(13) })
    expect((await long).status).toBe(422)
    await at.post(paths.newUnit, { ...fields, id })
    expect(await findUnit(at.db, id)).toMatchObject({ system: '粮食' })
    expect(await wordsOf(at.get(paths.units))).toContain('机关 · 粮食')
    const page = await formOf(paths.unit(id))
    expect(page).toContain('value="粮食"')
    await at.post(paths.unit(id), { ...fields, system: '', version: hiddenIn(page, 'version') })
    expect(await findUnit(at.db, id)).toMatchObject({ system: null })
    expect(await wordsOf(at.get(paths.units))).not.toContain('机关 ·')
  })
})

describe('how many people a unit has', () => {
  it('is a number or unknown, which the list and its form show, and which can be taken off', async () => {
    const id = hiddenIn(await formOf(paths.newUnit), 'id')
    const fields = { name: '粮食局', shortName: '粮食局', type: 'organ', parentId: '', headcount: '' }
    for (const headcount of ['0', '-3', '约40', '1e3', '12345678']) {
      const refused = await at.post(paths.newUnit, { ...fields, id, headcount })
      expect(refused.status, headcount).toBe(422)
      expect(await refused.text(), headcount).toMatch(/请写数字，如 900；不知道就空着。/)
    }
    await at.post(paths.newUnit, { ...fields, id, headcount: ' ４０ ' })
    expect(await findUnit(at.db, id)).toMatchObject({ headcount: 40 })
    expect(await wordsOf(at.get(paths.units))).toContain('机关 · 约 40 人')
    const page = await formOf(paths.unit(id))
    expect(page).toContain('value="40"')
    await at.post(paths.unit(id), { ...fields, version: hiddenIn(page, 'version') })
    expect(await findUnit(at.db, id)).toMatchObject({ headcount: null })
    expect(await wordsOf(at.get(paths.units))).not.toContain('机关 ·')
    expect(await formOf(paths.unit(id))).toMatch(/name="headcount"[^>]*value=""/)
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
