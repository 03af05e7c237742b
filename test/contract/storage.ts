/// <reference types="vite/client" />
import { and, eq, inArray, sql } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { nanoid } from 'nanoid'
import { beforeAll, expect, test } from 'vitest'
import { announced, calendarWith } from '../../src/clock/calendar.ts'
import type { Db } from '../../src/db/db.ts'
import { isBehind, isTaken } from '../../src/db/faults.ts'
import { insertRows } from '../../src/db/insert-rows.ts'
import { listSteps, record } from '../../src/log/record.ts'
import { steps } from '../../src/log/tables.ts'
import { listDoubts, raiseDoubt, seeDoubt } from '../../src/posters/doubts.ts'
import { envelopes, leavings, proposals, recusals, unitRecusals } from '../../src/reports/belonging-tables.ts'
import { countAnew } from '../../src/reports/counting-anew.ts'
import { releaseAll } from '../../src/reports/holding.ts'
import { type Choice, chooseLeaving, countLeaving } from '../../src/reports/leaving.ts'
import { endUnitRecusal, recusedByUnit, recuseFromUnit } from '../../src/reports/recusing-units.ts'
import { type Report, reports } from '../../src/reports/tables.ts'
import { units } from '../../src/rounds/tables.ts'
import { LEADING } from '../../src/staff/store.ts'
import { filed, now } from '../filed.ts'

const at = '2026-03-02T01:00:00.000Z'
const modules = import.meta.glob<Record<string, unknown>>('../../src/*/{tables,*-tables}.ts', {
  eager: true,
})
const tables = Object.values(modules)
  .flatMap((module) => Object.values(module))
  .filter((value) => value instanceof SQLiteTable)

/** What the product expects of every storage it runs on. The tests may share a database: each has its own subject. */
export function keepsTheContract(open: () => Promise<Db>) {
  let db: Db
  beforeAll(async () => {
    db = await open()
  })

  const step = (subject: string, position: number) =>
    db.insert(steps).values({ subject, position, at, move: 'tested' })
  const envelope = (reportId: string, bytes: Uint8Array<ArrayBuffer>) =>
    db.insert(envelopes).values({ reportId, part: 'body', partId: '', envelope: bytes })
  const found = (reportId: string) => db.select().from(envelopes).where(eq(envelopes.reportId, reportId))

  test('the migrations have made every table with every column', async () => {
    expect(tables).toEqual(expect.arrayContaining([reports, envelopes]))
    for (const table of tables) await db.select().from(table).limit(1)
  })

  test('tables that nobody may read an order from have no rowid', async () => {
    const bare = [steps, envelopes, proposals].map((table) => getTableConfig(table).name)
    for (const name of [...bare, 'reports', 'messages', 'files', 'pieces', 'spentWork']) {
      const [row] = await db.all<{ sql: string }>(sql`select sql from sqlite_master where name = ${name}`)
      expect(row?.sql, name).toMatch(/\) WITHOUT ROWID$/)
      await expect(db.run(sql.raw(`select rowid from ${name}`)), name).rejects.toThrow()
    }
  })

  test('a batch is written whole', async () => {
    const id = nanoid()
    const [, written] = await db.batch([step(id, 1), envelope(id, Uint8Array.of(1)).returning()])
    expect(written).toMatchObject([{ reportId: id }])
    expect(await listSteps(db, id)).toHaveLength(1)
  })

  test('a batch of which one statement fails is not written at all', async () => {
    const id = nanoid()
    await expect(db.batch([step(id, 1), envelope(id, Uint8Array.of(1)), step(id, 1)])).rejects.toThrow()
    expect(await listSteps(db, id)).toEqual([])
    expect(await found(id)).toEqual([])
  })

  test('any number of rows go in by one statement, each with its own values and its own bytes', async () => {
    const id = nanoid()
    const rows = Array.from({ length: 300 }, (_, n) => ({
      reportId: id,
      part: 'note' as const,
      partId: `${n} "村" ' ? \\ ${'长'.repeat(n % 7)}`,
      envelope: Uint8Array.from({ length: n % 5 }, () => n % 256),
      by: n % 2 ? null : 'li',
    }))
    await db.batch([insertRows(db, envelopes, []), insertRows(db, envelopes, rows)])
    const kept = await found(id)
    expect(kept).toHaveLength(rows.length)
    for (const row of rows)
      expect(kept.find(({ partId }) => partId === row.partId)).toEqual({ ...row, at: null, until: null })
  })

  test('a truth value and a number go in by rows as they do one by one', async () => {
    const [first, second] = [nanoid(), nanoid()]
    const form = { decided: { urgent: true, households: 3 }, why: null, messageId: null, purpose: null }
    const about = { reportId: first, move: 'accept' as const, form, by: 'li', at }
    await insertRows(db, proposals, [about])
    await db.insert(proposals).values({ ...about, reportId: second })
    const kept = await db
      .select({ form: sql<string>`form` })
      .from(proposals)
      .where(inArray(proposals.reportId, [first, second]))
    expect(kept[0]).toEqual(kept[1])
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

  test('of many who find the same wrong with a notice one opens a task, until somebody has looked', async () => {
    const [today, hand] = ['2026-03-02', { who: 'zhou', now: new Date(at) }]
    const open = async () => (await listDoubts(db)).filter(({ what }) => what === 'other')
    for (const n of [1, 2]) {
      await Promise.all(Array.from({ length: 5 }, () => raiseDoubt(db, '000000', 'other', today)))
      expect(await open()).toMatchObject([{ noticeNumber: '', since: today }])
      expect(await listSteps(db, 'doubt:.other')).toHaveLength(2 * n - 1)
      expect(await seeDoubt(db, '', 'other', today, hand)).toBe('done')
      expect(await open()).toEqual([])
    }
    expect(await seeDoubt(db, '', 'other', today, hand)).toBe('not open')
  })

  test('a key that is taken is told from other faults, alone and in a batch', async () => {
    const id = nanoid()
    await step(id, 1)
    const alone = await step(id, 1).then(undefined, (fault: unknown) => fault)
    const together = await db.batch([step(id, 2), step(id, 1)]).then(undefined, (fault: unknown) => fault)
    const other = await db
      .run(sql`insert into steps (subject, position) values (${id}, 3)`)
      .then(undefined, (fault: unknown) => fault)
    expect([alone, together, other].map((fault) => isTaken(fault, 'steps.subject'))).toEqual([
      true,
      true,
      false,
    ])
    expect(isTaken(alone, 'reports.')).toBe(false)
  })

  test.each([
    ['a table', sql`select 1 from nowhere`],
    ['a column', sql`select absent from steps`],
    ['a column to fill', sql`insert into steps (absent) values (1)`],
  ])('%s that is not there is told from other faults', async (_, statement) => {
    const missing = await db.run(statement).then(undefined, (fault: unknown) => fault)
    const other = await db.run(sql`select from steps`).then(undefined, (fault: unknown) => fault)
    expect([isBehind(missing), isBehind(other)]).toEqual([true, false])
  })

  test('the second to take a position is overtaken and changes nothing', async () => {
    const id = nanoid()
    const taken = { subject: id, position: 1, at, move: 'tested' }
    expect(await record(db, taken, [envelope(id, Uint8Array.of(1))])).toBe('done')
    const change = db.update(envelopes).set({ part: 'note' }).where(eq(envelopes.reportId, id))
    expect(await record(db, taken, [change])).toBe('overtaken')
    expect(await found(id)).toMatchObject([{ part: 'body' }])
  })

  test('of ten who want one position at once, one gets it', async () => {
    const id = nanoid()
    const racers = Array.from({ length: 10 }, (_, n) => `person ${n}`)
    const ends = await Promise.all(
      racers.map((who) => record(db, { subject: id, position: 1, at, move: 'tested', who }, [])),
    )
    expect(ends.toSorted()).toEqual(['done', ...Array<string>(9).fill('overtaken')])
    expect(await listSteps(db, id)).toHaveLength(1)
  })

  test('of ten who append at once, each gets a place of its own', async () => {
    const id = nanoid()
    await Promise.all(Array.from({ length: 10 }, () => record(db, { subject: id, at, move: 'tested' }, [])))
    expect((await listSteps(db, id)).map((row) => row.position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  test('any number of steps are appended at once, each to its own subject', async () => {
    const subjects = Array.from({ length: 60 }, () => nanoid())
    const steps = subjects.map((subject) => ({ subject, at, who: 'zhou', move: 'tested' }))
    for (const _ of [1, 2]) expect(await record(db, steps, [])).toBe('done')
    for (const subject of subjects)
      expect((await listSteps(db, subject)).map((row) => row.position)).toEqual([1, 2])
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

  test('an update says by what it returns whether it hit', async () => {
    const id = nanoid()
    await envelope(id, Uint8Array.of(1))
    const claim = () =>
      db
        .update(envelopes)
        .set({ by: 'me' })
        .where(and(eq(envelopes.reportId, id), sql`"by" is null`))
        .returning({ id: envelopes.reportId })
    expect(await claim()).toEqual([{ id }])
    expect(await claim()).toEqual([])
  })

  test('many rows are counted anew by one statement, each to its own day', async () => {
    const moment = { now: new Date('2026-12-29T01:00:00.000Z'), calendar: announced }
    const sealed = [{ part: 'contact' as const, envelope: Uint8Array.of(1) }]
    const told = [await filed(db, moment, { identityMode: 'named', sealed })]
    moment.now = new Date('2026-12-30T01:00:00.000Z')
    told.push(await filed(db, moment, { identityMode: 'named', sealed }))
    const after = calendarWith(new Map([[2027, { off: ['2027-01-01', '2027-10-01'], work: [] }]]))
    const reached = () => step(nanoid(), 1)
    expect(await countAnew(db, 2027, { before: announced, after }, '', moment.now, reached)).toBeUndefined()
    const counted = await Promise.all(told.map(({ id }) => now(db, id)))
    expect(counted.map(({ tellBy }) => tellBy)).toEqual(['2027-01-06', '2027-01-07'])
    const rest = (row: Report) => ({ ...row, tellBy: '', steps: row.steps })
    expect(counted.map(rest)).toEqual(told.map((row) => rest({ ...row, steps: row.steps + 1 })))
  })

  test.each([
    ['none', new Uint8Array()],
    ['each value once', Uint8Array.from({ length: 256 }, (_, value) => value)],
    ['as many as the longest text needs', new Uint8Array(66_000).fill(255)],
  ])('bytes come back as they were: %s', async (_, bytes) => {
    const id = nanoid()
    await envelope(id, bytes)
    const [row] = await found(id)
    expect(row?.envelope).toBeInstanceOf(Uint8Array)
    expect(row?.envelope).toEqual(bytes)
  })

  test('text, nothing and structures come back as they were', async () => {
    const reportId = nanoid()
    const why = '村"务\' 公开\n‱'
    const form = { decided: { households: 0 }, why, messageId: null, purpose: null }
    await db.insert(proposals).values({ reportId, move: 'accept', form, by: 'x', at })
    expect(await db.select().from(proposals).where(eq(proposals.reportId, reportId))).toEqual([
      { reportId, move: 'accept', form, by: 'x', at },
    ])
  })
}
