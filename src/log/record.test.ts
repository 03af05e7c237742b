import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse } from '../../test/house.ts'
import type { Db } from '../db/db.ts'
import { signInTries } from '../staff/tables.ts'
import { listSteps, record, type Step, unlessLacking } from './record.ts'

const at = '2026-11-24T01:00:00.000Z'
const step = (position?: number): Step => ({
  subject: 'report:a',
  at,
  move: 'accept',
  ...(position && { position }),
})

let db: Db
beforeEach(async () => {
  db = (await openTestHouse()).db
})
const change = (bucket: string) => db.insert(signInTries).values({ bucket, failures: 1, notBefore: at })
const changed = async () => (await db.select().from(signInTries)).map(({ bucket }) => bucket)
const positions = async () => (await listSteps(db, 'report:a')).map(({ position }) => position)

describe('a record', () => {
  it('has its steps and what they change written together', async () => {
    expect(await record(db, [step(1), step(2)], [change('a')])).toBe('done')
    expect([await positions(), await changed()]).toEqual([[1, 2], ['a']])
  })

  it('is nothing at all once somebody has taken one of its places', async () => {
    await record(db, step(2), [])
    expect(await record(db, [step(1), step(2)], [change('a')])).toBe('overtaken')
    expect([await positions(), await changed()]).toEqual([[2], []])
  })

  it('is nothing without a step, whatever it would change', async () => {
    expect(await record(db, [], [change('a')])).toBe('done')
    expect(await changed()).toEqual([])
  })

  it('has an answer of its own where it would take away what none may lack, and for no other fault', async () => {
    const lacking = () => record(db, step(1), [change('a'), db.update(signInTries).set({ notBefore: gone })])
    const gone = sql<string>`null`
    const column = 'signInTries.notBefore'
    expect(await unlessLacking(lacking(), column, 'refused')).toBe('refused')
    expect([await positions(), await changed()]).toEqual([[], []])
    await expect(unlessLacking(lacking(), 'signInTries.bucket', 'refused')).rejects.toThrow()
    expect(await unlessLacking(record(db, step(1), []), column, 'refused')).toBe('done')
  })

  it('goes on behind whatever came before, where steps are given no place, however many they are', async () => {
    await record(db, step(5), [])
    const others = Array.from({ length: 30 }, (_, n) => ({ ...step(), subject: `report:${n}` }))
    expect(await record(db, [...others, step()], [])).toBe('done')
    expect(await positions()).toEqual([5, 6])
    for (const { subject } of others) expect(await listSteps(db, subject)).toMatchObject([{ position: 1 }])
  })
})
