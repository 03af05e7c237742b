import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { filed, now } from '../test/filed.ts'
import { openTestHouse, type TestHouse } from '../test/house.ts'
import { FOR_A_WORKER, runDaily } from './daily.ts'
import { enterHolidays, readHolidays } from './holidays/store.ts'
import { random } from './sealing/bytes.ts'
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

describe('more than there is room for in one go', () => {
  const moment = () => ({ now: at.clock.now(), calendar: at.clock.calendar })
  const contact = { sealed: [{ part: 'contact' as const, envelope: random(32) }] }

  /** Reports of which the day has something to do in nearly every part. */
  async function busyHouse() {
    for (let n = 0; n < 25; n++) await filed(at.db, moment())
    for (const [state, until, n] of [
      ['voided', '2026-11-24', 14],
      ['concluded', '2026-11-24', 12],
      ['concluded', '2025-11-01', 13],
    ] as const) {
      for (let one = 0; one < n; one++) {
        const { id } = await filed(at.db, moment(), contact)
        await at.db.run(sql`update reports set state = ${state}, concludedOn = ${until}, due = null, promise = null,
          queueKey = null where id = ${id}`)
      }
    }
    at.clock.set('2027-01-20T09:00:00+08:00')
  }
  const standing = () =>
    at.db.all(sql`select state, concludedOn, rank, promiseMoved, contactHeld, lookupHash is null as dead,
      erasedOn is null as kept, steps, count(*) as n from reports group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1, 2`)

  it('is all done in goes of any size, once, and to the same end', async () => {
    await busyHouse()
    const before = await standing()
    let goes = 1
    while (!(await runDaily(at.house, 17))) goes += 1
    const after = await standing()
    expect(goes).toBeGreaterThan(5)
    const steps = await count('steps')
    expect(await runDaily(at.house)).toBe(true)
    expect([await standing(), await count('steps')]).toEqual([after, steps])

    at = await openTestHouse('2026-11-24T09:00:00+08:00')
    await busyHouse()
    expect(await standing()).toEqual(before)
    expect(await runDaily(at.house)).toBe(true)
    expect(await standing()).toEqual(after)
  })

  it('gives every part its turn in the first go already', async () => {
    await busyHouse()
    expect(await runDaily(at.house, FOR_A_WORKER / 2)).toBe(false)
    const moves = await at.db.all<{ move: string }>(sql`select distinct move from steps where who is null`)
    expect(moves.map(({ move }) => move)).toEqual(
      expect.arrayContaining(['erase contact', 'erase', 'code expired', 'late', 'archive']),
    )
  })

  it('asks no more of the database than a Worker may', async () => {
    for (let n = 0; n < FOR_A_WORKER + 10; n++) await filed(at.db, moment(), contact)
    await at.db.run(sql`update reports set state = 'voided', concludedOn = '2026-11-24', contactHeld = 0`)
    at.clock.set('2027-01-20T09:00:00+08:00')
    let asked = 0
    const statements = ['select', 'insert', 'update', 'delete', 'all', 'run']
    const db = new Proxy(at.db, {
      get(target, name) {
        if (statements.includes(String(name))) asked += 1
        return Reflect.get(target, name)
      },
    })
    expect(await runDaily({ ...at.house, db }, FOR_A_WORKER)).toBe(false)
    expect(await count('reports where erasedOn is not null')).toBe(FOR_A_WORKER)
    expect(asked).toBeGreaterThan(FOR_A_WORKER * 5)
    expect(asked).toBeLessThan(1000)
  })

  it('and at fault holds up none that is not', async () => {
    for (let n = 0; n < 30; n++) await filed(at.db, moment())
    const faulty = await at.db.all<{ id: string }>(sql`select id from reports order by due, id limit 12`)
    for (const [n, { id }] of faulty.entries())
      await at.db.run(
        sql.raw(`create trigger fault${n} before update on reports when new.id = '${id}'
          begin select raise(abort, 'fault'); end`),
      )
    at.clock.set('2026-12-01T09:00:00+08:00')
    await expect(runDaily(at.house)).rejects.toThrow()
    expect(await count('reports where rank = 0')).toBe(18)
  })
})
