import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { filed, now } from '../test/filed.ts'
import { openTestHouse, type TestHouse } from '../test/house.ts'
import { runDaily } from './daily.ts'
import { enterHolidays, readHolidays } from './holidays/store.ts'
import { startSession } from './staff/session.ts'
import { countTry } from './staff/throttle.ts'

let at: TestHouse
beforeEach(async () => {
  at = await openTestHouse('2026-11-24T09:00:00+08:00')
})
const count = async (what: string) =>
  (await at.db.all<{ n: number }>(sql.raw(`select count(*) as n from ${what}`)))[0]?.n

describe('when one part of the day fails', () => {
  it('ended sessions and old tries go all the same', async () => {
    await startSession(at.db, 'li', at.clock.now())
    await countTry(at.db, 'bucket', at.clock.now())
    at.clock.set('2026-11-26T09:00:00+08:00')
    await at.db.run(sql`drop table reports`)
    await expect(runDaily(at.house)).rejects.toThrow()
    expect([await count('sessions'), await count('signInTries')]).toEqual([0, 0])
  })

  it('clocks run out and days are counted anew all the same', async () => {
    const report = await filed(at.db, { now: at.clock.now(), calendar: at.clock.calendar })
    const newYear = { off: ['2027-01-01', '2027-10-01'] as const, work: [] }
    await enterHolidays(at.db, 2027, 0, newYear, { who: 'zhou', now: at.clock.now() })
    at.clock.set('2026-12-01T09:00:00+08:00')
    await at.db.run(sql`drop table sessions`)
    await expect(runDaily(at.house)).rejects.toThrow()
    expect((await now(at.db, report.id)).rank).toBe(0)
    expect((await readHolidays(at.db)).last).toBe(1)
    expect(await count('holidays where toCount = 1')).toBe(0)
  })
})
