import { beforeEach, expect, test } from 'vitest'
import { filed, now } from '../../test/filed.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { overtakenBy } from '../../test/overtaken-by.ts'
import type { Db } from '../db/db.ts'
import { listSteps } from '../log/record.ts'
import { units } from '../rounds/tables.ts'
import { recusals } from './belonging-tables.ts'
import { moveReport } from './moving.ts'
import { proposeMove } from './proposing.ts'
import { listUnitRecusals, recuseFromUnit } from './recusing-units.ts'
import type { Report } from './tables.ts'

const chen = { id: 'chen', roles: ['liaison' as const] }

let house: TestHouse
let db: Db
let report: Report
const moment = () => ({ now: house.clock.now(), calendar: house.clock.calendar })
const again = () => now(db, report.id)

beforeEach(async () => {
  house = await openTestHouse()
  db = house.db
  report = await filed(db, moment())
  const { unitId: id } = report
  await db.insert(units).values({ id, name: '青塘村', shortName: '青塘村', type: 'village', parentId: null })
})

const take = () => moveReport(db, report, 'take', chen, { decided: { owner: 'chen' }, sealed: [] }, moment())
const recuse = (on: Db) =>
  recuseFromUnit(
    on,
    {
      person: 'chen',
      version: 0,
      changes: 0,
      unit: report.unitId,
      why: undefined,
      reason: 'kin',
      on: '2026-11-24',
    },
    { who: 'zhou', now: moment().now },
  )

test('what was looked at before is not taken by whoever stays away from its unit since', async () => {
  expect(await recuse(db)).toBe('done')
  expect(await take()).toBe('not allowed')
  const form = { decided: {}, sealed: [] }
  expect(await proposeMove(db, report, 'void', chen, form, moment())).toBe('overtaken')
  expect(await again()).toEqual(report)
})

test('a report taken in the very moment is not left in their hands: nothing is written, and the next try has it', async () => {
  expect(await recuse(overtakenBy(db, take))).toBe('overtaken')
  expect(await again()).toMatchObject({ owner: 'chen' })
  expect(await listUnitRecusals(db, 'chen')).toEqual([])
  expect(await db.select().from(recusals)).toEqual([])
  expect(await listSteps(db, 'person:chen')).toEqual([])

  expect(await recuse(db)).toBe('done')
  expect(await again()).toMatchObject({ owner: null, steps: 3 })
  expect(await db.select().from(recusals)).toMatchObject([{ reportId: report.id, byUnit: true }])
})
