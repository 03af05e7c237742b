/// <reference types="vite/client" />
import { and, eq, inArray, sql } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { nanoid } from 'nanoid'
import { beforeAll, expect, test } from 'vitest'
import type { Db } from '../../src/db/db.ts'
import { isBehind, isTaken } from '../../src/db/faults.ts'
import { insertRows } from '../../src/db/insert-rows.ts'
import { listSteps } from '../../src/log/record.ts'
import { envelopes, proposals } from '../../src/reports/belonging-tables.ts'
import { reports } from '../../src/reports/tables.ts'
import { at, envelope, found, step } from './written.ts'

const modules = import.meta.glob<Record<string, unknown>>('../../src/*/{tables,*-tables}.ts', {
  eager: true,
})
const tables = Object.values(modules)
  .flatMap((module) => Object.values(module))
  .filter((value) => value instanceof SQLiteTable)

const LETTERS = 'letters, each with its step'
/** Tables with a rowid, by why the order of their rows may be read. Whatever is not named here has none. */
const ordered = {
  'the office’s own papers': [
    ...['offices', 'successions', 'holidays', 'checklists', 'handlingUnits', 'unitRecusals', 'units'],
    ...['rounds', 'stagesReached', 'milestones', 'teams', 'assignments', 'counting'],
    ...['codes', 'sheets', 'handouts', 'sheetPhotos'],
  ],
  'who works here': [
    ...['people', 'memberships', 'invitations', 'secondFactors', 'sessions', 'signInTries'],
    ...['teamKeys', 'grants'],
  ],
  // What staff did, and when, stands among the steps, which carry their time.
  [LETTERS]: [
    ...['referrals', 'permits', 'designations', 'supervisions', 'letterEnvelopes', 'tellings', 'fixNotices'],
  ],
}

/** Every table is there, what goes in comes back, and a batch goes in whole or not at all. */
export function keepsRows(open: () => Promise<Db>) {
  let db: Db
  beforeAll(async () => {
    db = await open()
  })

  test('the migrations have made every table with every column', async () => {
    expect(tables).toEqual(expect.arrayContaining([reports, envelopes]))
    for (const table of tables) await db.select().from(table).limit(1)
  })

  test('no table has a rowid, which tells the order of its rows, but those named with a reason', async () => {
    const made = await db.all<{ name: string; sql: string }>(sql`select name, sql from sqlite_master`)
    const isBare = ({ sql }: { sql: string | null }) => / WITHOUT ROWID$/.test(sql ?? '')
    const bare = new Set(made.filter(isBare).map(({ name }) => name))
    for (const { name, columns } of tables.map((table) => getTableConfig(table))) {
      const why = Object.entries(ordered).flatMap(([why, names]) => (names.includes(name) ? [why] : []))
      const leads = columns.some((column) => ['reportId', 'referralId', 'subject'].includes(column.name))
      expect(why, name).toEqual(
        bare.has(name) ? [] : [leads ? LETTERS : expect.not.stringContaining(LETTERS)],
      )
    }
    for (const name of bare)
      await expect(db.run(sql.raw(`select rowid from ${name}`)), name).rejects.toThrow()
    expect(bare.size).toBeGreaterThan(8)
  })

  test('a batch is written whole', async () => {
    const id = nanoid()
    const [, written] = await db.batch([step(db, id, 1), envelope(db, id, Uint8Array.of(1)).returning()])
    expect(written).toMatchObject([{ reportId: id }])
    expect(await listSteps(db, id)).toHaveLength(1)
  })

  test('a batch of which one statement fails is not written at all', async () => {
    const id = nanoid()
    await expect(
      db.batch([step(db, id, 1), envelope(db, id, Uint8Array.of(1)), step(db, id, 1)]),
    ).rejects.toThrow()
    expect(await listSteps(db, id)).toEqual([])
    expect(await found(db, id)).toEqual([])
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
    const kept = await found(db, id)
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

  test('an update says by what it returns whether it hit', async () => {
    const id = nanoid()
    await envelope(db, id, Uint8Array.of(1))
    const claim = () =>
      db
        .update(envelopes)
        .set({ by: 'me' })
        .where(and(eq(envelopes.reportId, id), sql`"by" is null`))
        .returning({ id: envelopes.reportId })
    expect(await claim()).toEqual([{ id }])
    expect(await claim()).toEqual([])
  })

  test.each([
    ['none', new Uint8Array()],
    ['each value once', Uint8Array.from({ length: 256 }, (_, value) => value)],
    ['as many as the longest text needs', new Uint8Array(66_000).fill(255)],
  ])('bytes come back as they were: %s', async (_, bytes) => {
    const id = nanoid()
    await envelope(db, id, bytes)
    const [row] = await found(db, id)
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

  test('a key that is taken is told from other faults, alone and in a batch', async () => {
    const id = nanoid()
    await step(db, id, 1)
    const alone = await step(db, id, 1).then(undefined, (fault: unknown) => fault)
    const together = await db
      .batch([step(db, id, 2), step(db, id, 1)])
      .then(undefined, (fault: unknown) => fault)
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
}
