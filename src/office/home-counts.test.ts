import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { filed } from '../../test/filed.ts'
import { openTestHouse } from '../../test/house.ts'
import { countQueue } from '../queue/counting.ts'
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
    .set({ state: 'concluded', concludedOn: '2026-11-24', queueKey: null, unread: true })
    .where(eq(reports.id, closed.id))
  let asked = 0
  const counting = new Proxy(db, {
    get: (target, name) => {
      if (name === 'all' || name === 'select') asked++
      return Reflect.get(target, name)
    },
  })
  const counts = await countTeams(counting, ['first', 'second', 'third'], '2026-11-24', clock.calendar)
  expect(asked).toBe(1)
  expect(Object.fromEntries(counts)).toEqual({
    first: { fresh: 1, waiting: 1, held: 0, alarm: 0, open: 1, late: 1, unread: 0 },
    second: { fresh: 1, waiting: 0, held: 0, alarm: 0, open: 0, late: 0, unread: 1 },
    third: { fresh: 0, waiting: 0, held: 0, alarm: 0, open: 0, late: 0, unread: 0 },
  })
})

it('raises the alarm for what nobody accepted within three working days, held or not', async () => {
  const { db, clock } = await openTestHouse('2026-11-24T09:00:00+08:00')
  const moment = { now: clock.now(), calendar: clock.calendar }
  await filed(db, moment, { teamId: 'first' })
  const held = await filed(db, moment, { teamId: 'first' })
  await db.update(reports).set({ held: true, queueKey: null }).where(eq(reports.id, held.id))
  // Counted apart, as on the team's own page.
  const looker = { team: 'first', person: 'chen', today: '2026-11-24' }
  const [ours, theirs] = [
    (await countTeams(db, ['first'], '2026-11-24', clock.calendar)).get('first'),
    await countQueue(db, looker),
  ]
  expect([ours?.waiting, ours?.held]).toEqual([1, 1])
  expect([theirs.toAccept, theirs.held]).toEqual([1, 1])
  const alarmOn = async (day: string) =>
    (await countTeams(db, ['first'], day, clock.calendar)).get('first')?.alarm
  // A Tuesday: the third working day after it is the Friday, and over with it.
  expect(await alarmOn('2026-11-27')).toBe(0)
  expect(await alarmOn('2026-11-28')).toBe(2)
})
