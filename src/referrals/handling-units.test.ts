import { describe, expect, it } from 'vitest'
import { makeOffice } from '../../test/cast/bare-office.ts'
import { openTestHouse } from '../../test/house.ts'
import { wordsApart } from '../../test/words.ts'
import { paths } from '../paths.ts'
import { createUnit } from '../rounds/units.ts'
import { startSession } from '../staff/session.ts'
import { memberships, people } from '../staff/tables.ts'
import { listHandlingUnits } from './handling-units.ts'

const hand = { who: 'zhou', now: new Date('2026-11-24T01:00:00Z') }

describe("the office's list of handling units", () => {
  async function office() {
    const { db, app, clock } = await openTestHouse()
    await makeOffice(db)
    const at = clock.now().toISOString()
    await db
      .insert(people)
      .values({ id: 'zhou', name: '周明', username: 'zhou', state: 'active', invitedAt: at })
    await db
      .insert(memberships)
      .values({ personId: 'zhou', team: 'office', roles: 'office', certificate: 'signed' })
    await createUnit(db, 'town', { name: '榕墟镇', shortName: '榕墟镇', type: 'town', parentId: null }, hand)
    const cookie = `__Host-session=${await startSession(db, 'zhou', clock.now())}`
    const ask = async (address: string, fields?: Record<string, string>) => {
      const headers = new Headers({ Host: 'localhost', Origin: 'http://localhost', Cookie: cookie })
      const sent = fields && { method: 'POST', body: new URLSearchParams(fields) }
      const response = await app.request(`http://localhost${address}`, { headers, ...sent })
      return { status: response.status, html: wordsApart(await response.text()) }
    }
    return { db, ask }
  }
  const unit = { id: 'a-fresh-id-for-a-unit', name: '榕墟镇人民政府', contact: '何晓', phone: '0700-5550302' }

  it('wants to know to which inspected unit each belongs, also when to none', async () => {
    const { db, ask } = await office()
    const forgotten = await ask(paths.newHandlingUnit, { ...unit, belongsTo: '' })
    expect(forgotten.status).toBe(422)
    expect(forgotten.html).toContain('请选一个，不属于的也要选。')
    const gone = await ask(paths.newHandlingUnit, { ...unit, belongsTo: 'nowhere' })
    expect(gone.html).toContain('这个单位没有了，请重选。')
    expect(await listHandlingUnits(db)).toEqual([])
    expect((await ask(paths.newHandlingUnit, { ...unit, belongsTo: 'town' })).status).toBe(303)
    expect(await listHandlingUnits(db)).toMatchObject([{ name: '榕墟镇人民政府', belongsTo: 'town' }])
  })

  it('asks again about one that is named like an inspected unit and belongs to none', async () => {
    const { db, ask } = await office()
    const outside = { ...unit, belongsTo: 'none' }
    const asked = await ask(paths.newHandlingUnit, outside)
    expect(asked.status).toBe(422)
    expect(asked.html).toContain('名称像被巡察单位。属于它的，请在上面选。')
    expect(asked.html).toContain('知道，确实不属于')
    expect(await listHandlingUnits(db)).toEqual([])
    expect((await ask(paths.newHandlingUnit, { ...outside, outside: 'yes' })).status).toBe(303)
    expect(await listHandlingUnits(db)).toMatchObject([{ belongsTo: null }])
    const again = { ...outside, contact: '许安', version: '1' }
    expect((await ask(paths.handlingUnit(unit.id), again)).status).toBe(422)
    expect((await ask(paths.handlingUnit(unit.id), { ...again, outside: 'yes' })).status).toBe(303)
    const bureau = { ...outside, id: 'a-fresh-id-for-a-bureau', name: '岚川市水利局' }
    expect((await ask(paths.newHandlingUnit, bureau)).status).toBe(303)
  })

  it('makes one of a form sent twice, takes no name twice, and overwrites nobody', async () => {
    const { db, ask } = await office()
    await ask(paths.newHandlingUnit, { ...unit, belongsTo: 'town' })
    await ask(paths.newHandlingUnit, { ...unit, belongsTo: 'town' })
    expect(await listHandlingUnits(db)).toHaveLength(1)
    const twice = await ask(paths.newHandlingUnit, {
      ...unit,
      id: 'another-fresh-id-here',
      belongsTo: 'town',
    })
    expect(twice.html).toContain('这个名称已经有了。')
    const change = { ...unit, belongsTo: 'town', version: '1' }
    expect((await ask(paths.handlingUnit(unit.id), { ...change, contact: '许安' })).status).toBe(303)
    const late = await ask(paths.handlingUnit(unit.id), { ...change, contact: '何明' })
    expect(late.status).toBe(409)
    expect(late.html).toContain('别人刚改过这一页')
    expect((await listHandlingUnits(db))[0]).toMatchObject({ contact: '许安' })
  })
})
