import { eq, inArray } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import { beforeAll, expect, test } from 'vitest'
import { announced, calendarWith } from '../../src/clock/calendar.ts'
import type { Db } from '../../src/db/db.ts'
import { insertRows } from '../../src/db/insert-rows.ts'
import { listSteps } from '../../src/log/record.ts'
import { leavings, recusals, unitRecusals } from '../../src/reports/belonging-tables.ts'
import { countAnew } from '../../src/reports/counting-anew.ts'
import { releaseAll } from '../../src/reports/holding.ts'
import { countLeaving } from '../../src/reports/leaving.ts'
import { type Choice, chooseLeaving } from '../../src/reports/leaving-choice.ts'
import { endUnitRecusal, recusedByUnit, recuseFromUnit } from '../../src/reports/recusing-units.ts'
import { type Report, reports } from '../../src/reports/tables.ts'
import { units } from '../../src/rounds/tables.ts'
import { LEADING } from '../../src/staff/store.ts'
import { filed, now } from '../filed.ts'
import { at, step } from './written.ts'

/** One statement of the product changes every report that it means, and each as it has to. */
export function changesManyReports(open: () => Promise<Db>) {
  let db: Db
  beforeAll(async () => {
    db = await open()
  })

  test('whoever stays away from a unit above stays away from what is filed, and from nothing else', async () => {
    const [town, village, elsewhere, person] = [nanoid(), nanoid(), nanoid(), nanoid()]
    const unit = { name: '榕墟镇', shortName: '榕墟镇', type: 'town' as const }
    await insertRows(db, units, [
      { ...unit, id: town, parentId: null },
      { ...unit, id: village, parentId: town },
      { ...unit, id: elsewhere, parentId: null },
    ])
    await insertRows(
      db,
      unitRecusals,
      [town, village].map((unitId) => ({ unitId, personId: person, reason: 'kin', on: '2026-03-02' })),
    )
    const filed = [village, elsewhere, town].map((unitId) => ({ id: nanoid(), unitId }))
    await db.batch([recusedByUnit(db, filed), recusedByUnit(db, filed)])
    const away = await db.select().from(recusals).where(eq(recusals.personId, person))
    const expected = [filed[0], filed[2]].map((one) => ({
      reportId: one?.id,
      personId: person,
      byUnit: true,
    }))
    expect(away).toHaveLength(2)
    expect(away).toEqual(expect.arrayContaining(expected))
  })

  test('a unit somebody comes to stay away from takes what they have in hand, and gives sight back when it is over', async () => {
    const [unitId, person, teamId] = [nanoid(), nanoid(), nanoid()]
    await db
      .insert(units)
      .values({ id: unitId, name: '青塘村', shortName: '青塘村', type: 'village', parentId: null })
    const moment = { now: new Date(at), calendar: announced }
    const brought = { roundId: nanoid(), unitId, teamId }
    const report = await filed(db, moment, brought)
    const other = await filed(db, moment, { ...brought, unitId: nanoid() })
    await db.update(reports).set({ owner: person }).where(eq(reports.teamId, teamId))
    const hand = { who: 'zhou', now: moment.now }
    const from = { person, unit: unitId, why: undefined }
    const away = () => db.select().from(recusals).where(eq(recusals.personId, person))
    const changes = (await listSteps(db, LEADING)).length
    const set = { ...from, version: 0, changes, reason: 'kin', on: '2026-03-02' }
    expect(await recuseFromUnit(db, set, hand)).toBe('done')
    expect(await away()).toEqual([{ reportId: report.id, personId: person, byUnit: true }])
    expect(await now(db, report.id, teamId)).toMatchObject({ owner: null, steps: 2 })
    expect(await now(db, other.id, teamId)).toMatchObject({ owner: person, steps: 1 })
    expect(await endUnitRecusal(db, { ...from, version: 1, changes: changes + 1 }, hand)).toBe('done')
    expect(await away()).toEqual([])
  })

  test('what is held stands in no queue, and goes in at once, each with a step of its own', async () => {
    const moment = { now: new Date(at), calendar: announced }
    const [teamId, roundId] = [nanoid(), nanoid()]
    const brought = { roundId, unitId: nanoid(), teamId, held: true }
    const waiting = [await filed(db, moment, brought), await filed(db, moment, brought)]
    const wanted = await filed(db, moment, brought)
    await db.update(reports).set({ pendingMove: 'void', pendingBy: 'chen' }).where(eq(reports.id, wanted.id))
    expect(waiting.map(({ queueKey, rank }) => [queueKey, rank])).toEqual([
      [null, 2],
      [null, 2],
    ])
    const by = (role: 'member' | 'liaison') => ({ id: 'chen', roles: [role] })
    expect(await releaseAll(db, teamId, by('member'), moment)).toBe(0)
    expect(await releaseAll(db, teamId, by('liaison'), moment)).toBe(2)
    for (const { id } of waiting) {
      const report = await now(db, id, teamId)
      expect(report).toMatchObject({ held: false, state: 'received', steps: 2 })
      expect(report?.queueKey).toContain(id)
      expect(await listSteps(db, `report:${id}`)).toMatchObject([
        { move: 'file' },
        { move: 'release', who: 'chen', toState: 'received' },
      ])
    }
    expect(await now(db, wanted.id, teamId)).toMatchObject({ held: true, queueKey: null })
    expect(await releaseAll(db, teamId, by('liaison'), moment)).toBe(0)
  })

  test('a leader chooses of all reports that are listed what goes to the office', async () => {
    const [teamId, by] = [nanoid(), { id: nanoid(), roles: ['leader' as const] }]
    const brought = { roundId: nanoid(), unitId: nanoid(), teamId }
    const all: string[] = []
    while (all.length < 120)
      all.push((await filed(db, { now: new Date(at), calendar: announced }, brought)).id)
    const chosen = (was: Choice['way'], way: Choice['way']) =>
      all.map((id, n): Choice => (n === 0 ? { id, was, way: 'contact' } : { id, was, way }))
    const kept = () =>
      db
        .select()
        .from(leavings)
        .where(inArray(leavings.reportId, all.slice(0, 90)))
    const choose = (was: Choice['way'], way: Choice['way']) =>
      chooseLeaving(db, teamId, chosen(was, way), by, new Date(at))
    expect(await choose('keep', 'office')).toBe('done')
    expect(await countLeaving(db, teamId, by)).toBe(120)
    expect((await kept()).filter(({ withContact }) => withContact)).toHaveLength(1)
    expect(await choose('office', 'keep')).toBe('done')
    expect(await kept()).toEqual([{ reportId: all[0], withContact: true }])
    const steps = await listSteps(db, `leaving:${all[1]}`)
    expect(steps.map(({ fromState, toState }) => [fromState, toState])).toEqual([
      ['keep', 'office'],
      ['office', 'keep'],
    ])
  })

  test('many rows are counted anew by one statement, each to its own day', async () => {
    const moment = { now: new Date('2026-12-29T01:00:00.000Z'), calendar: announced }
    const sealed = [{ part: 'contact' as const, envelope: Uint8Array.of(1) }]
    const told = [await filed(db, moment, { identityMode: 'named', sealed })]
    moment.now = new Date('2026-12-30T01:00:00.000Z')
    told.push(await filed(db, moment, { identityMode: 'named', sealed }))
    const after = calendarWith(new Map([[2027, { off: ['2027-01-01', '2027-10-01'], work: [] }]]))
    const reached = () => step(db, nanoid(), 1)
    expect(await countAnew(db, 2027, { before: announced, after }, '', moment.now, reached)).toBeUndefined()
    const counted = await Promise.all(told.map(({ id }) => now(db, id)))
    expect(counted.map(({ tellBy }) => tellBy)).toEqual(['2027-01-06', '2027-01-07'])
    const rest = (row: Report) => ({ ...row, tellBy: '', steps: row.steps })
    expect(counted.map(rest)).toEqual(told.map((row) => rest({ ...row, steps: row.steps + 1 })))
  })
}
