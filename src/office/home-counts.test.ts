import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { filed } from '../../test/filed.ts'
import { openTestHouse } from '../../test/house.ts'
import { reports } from '../reports/tables.ts'
import { countTeams } from './home-counts.ts'

it('counts every team by itself, in one question, and a team without reports as none', async () => {
  const { db, clock } = await openTestHouse('2026-11-24T09:00:00+08:00')
  const moment = { now: clock.now(), calendar: clock.calendar }
  const file = (teamId: string) => filed(db, moment, { teamId })
  await file('first')
  const accepted = await file('first')
  await db
    .update(reports)
    .set({ state: 'accepted', acceptedOn: '2026-11-20', receivedOn: '2026-11-19', due: '2026-11-23' })
    .where(eq(reports.id, accepted.id))
  const closed = await file('second')
  await db
    .update(reports)
    .set({ state: 'concluded', concludedOn: '2026-11-24', queueKey: null })
    .where(eq(reports.id, closed.id))
  let asked = 0
  const counting = new Proxy(db, {
    get: (target, name) => {
      if (name === 'all' || name === 'select') asked++
      return Reflect.get(target, name)
    },
  })
  const counts = await countTeams(counting, ['first', 'second', 'third'], '2026-11-24')
  expect(asked).toBe(1)
  expect(Object.fromEntries(counts)).toEqual({
    first: { fresh: 1, waiting: 1, open: 1, late: 1 },
    second: { fresh: 1, waiting: 0, open: 0, late: 0 },
    third: { fresh: 0, waiting: 0, open: 0, late: 0 },
  })
})
