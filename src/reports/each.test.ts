import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { filed } from '../../test/filed.ts'
import { openTestHouse } from '../../test/house.ts'
import { inTurn } from '../db/in-turn.ts'
import { each } from './each.ts'
import { reports } from './tables.ts'

it('tries once more what was overtaken, and passes over what stays at fault without losing another', async () => {
  const { house } = await openTestHouse()
  const { db, clock } = house
  const moment = { now: clock.now(), calendar: clock.calendar }
  const all = []
  for (let n = 0; n < 6; n++) all.push((await filed(db, moment)).id)
  const [atFault, overtaken] = all
  const tries = new Map<string, number>()
  const part = each(db, eq(reports.urgent, false), async ({ id }) => {
    tries.set(id, (tries.get(id) ?? 0) + 1)
    if (id === atFault) throw new Error('at fault')
    if (id === overtaken && tries.get(id) === 1) return 'overtaken'
    await db.update(reports).set({ urgent: true }).where(eq(reports.id, id))
    return 'done'
  })
  await expect(inTurn([part])).rejects.toThrow('at fault')
  const left = await db.select({ id: reports.id }).from(reports).where(eq(reports.urgent, false))
  expect(left.map(({ id }) => id)).toEqual([atFault])
  expect([tries.get(atFault ?? ''), tries.get(overtaken ?? '')]).toEqual([1, 2])
})
