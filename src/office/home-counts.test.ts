import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { filed } from '../../test/filed.ts'
import { openTestHouse } from '../../test/house.ts'
import { countQueue } from '../queue/counting.ts'
import { reports } from '../reports/tables.ts'
import { countRound } from '../rounds/counts.ts'
import { countTeams } from './home-counts.ts'
import { Today } from './home-today.tsx'

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

it('counts as the team and the round do: who was asked back waits no more, and what is void did not come', async () => {
  const { db, clock } = await openTestHouse('2026-11-24T09:00:00+08:00')
  const moment = { now: clock.now(), calendar: clock.calendar }
  const [asked, voided] = [
    await filed(db, moment, { teamId: 'first' }),
    await filed(db, moment, { teamId: 'first' }),
  ]
  await filed(db, moment, { teamId: 'first' })
  await db.update(reports).set({ state: 'needsInfo' }).where(eq(reports.id, asked.id))
  await db.update(reports).set({ state: 'voided', queueKey: null }).where(eq(reports.id, voided.id))
  const strip = await countQueue(db, { team: 'first', person: 'chen', today: '2026-11-24' })
  const home = (await countTeams(db, ['first'], '2026-11-24', clock.calendar)).get('first')
  expect(home).toMatchObject({ waiting: strip.toAccept, open: strip.waiting, fresh: 2 })
  expect((await countRound(db, asked.roundId)).all).toBe(home?.fresh)
})

it('sets what it says of a number in a line of its own', () => {
  const counts = { fresh: 0, waiting: 6, held: 2, alarm: 6, open: 0, late: 0, unread: 0 }
  const row = { team: '第一巡察组', left: undefined, round: undefined, counts }
  const page = { waiting: 0, unposted: 0, letters: { toNumber: 0, due: 0 }, checkOn: '' }
  const lines = String(Today({ lang: 'zh', teams: [row], ...page })).replaceAll(/<\/?(small|b)>/g, '')
  expect(lines).toContain('6</span><div>暂存 2 件</div><div>6 件超过 3 个工作日</div>')
})
