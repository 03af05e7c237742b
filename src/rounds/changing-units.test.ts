import { beforeEach, expect, test } from 'vitest'
import { filed, now } from '../../test/filed.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { overtakenBy } from '../../test/overtaken-by.ts'
import type { Db } from '../db/db.ts'
import { listSteps } from '../log/record.ts'
import { envelopes, recusals } from '../reports/belonging-tables.ts'
import { moveReport } from '../reports/moving.ts'
import { findProposal, proposeMove } from '../reports/proposing.ts'
import { recuse } from '../reports/recusing.ts'
import { listUnitRecusals, recuseFromUnit } from '../reports/recusing-units.ts'
import { HANDED } from '../reports/rows.ts'
import type { Report } from '../reports/tables.ts'
import { LEADING } from '../staff/store.ts'
import { changeUnit } from './changing-units.ts'
import { versionOf } from './store.ts'
import { units } from './tables.ts'
import { findUnit, listUnits } from './units.ts'

const li = { id: 'li', roles: ['leader' as const] }
const chen = { id: 'chen', roles: ['liaison' as const] }
const lan = { id: 'lan', roles: ['liaison' as const] }

let house: TestHouse
let db: Db
let report: Report
let village: string
const moment = () => ({ now: house.clock.now(), calendar: house.clock.calendar })
const again = () => now(db, report.id)
const place = (id: string, type: 'town' | 'village', parentId: string | null) => ({
  id,
  name: id,
  shortName: id,
  type,
  parentId,
})

beforeEach(async () => {
  house = await openTestHouse()
  db = house.db
  report = await filed(db, moment())
  village = report.unitId
  await db.insert(units).values(place('榕墟镇', 'town', null))
  await db.insert(units).values(place('稻溪镇', 'town', null))
  await db.insert(units).values(place(village, 'village', '榕墟镇'))
})

const form = { decided: {}, sealed: [] }
const take = async (by = chen) =>
  moveReport(db, await again(), 'take', by, { decided: { owner: by.id }, sealed: [] }, moment())

async function recuseFrom(unit: string, person: string) {
  const seen = { version: await versionOf(db, `person:${person}`), changes: await versionOf(db, LEADING) }
  const why = { why: undefined, reason: 'kin', on: '2026-11-24' }
  expect(await recuseFromUnit(db, { person, unit, ...seen, ...why }, hand())).toBe('done')
}

async function seenNow() {
  const [version, changes] = [await versionOf(db, `unit:${village}`), await versionOf(db, LEADING)]
  return { version, changes, tree: await listUnits(db) }
}

const hand = () => ({ who: 'zhou', now: moment().now })
const moveTo = async (parentId: string, on = db) =>
  changeUnit(on, village, await seenNow(), place(village, 'village', parentId), hand())

const away = async () => {
  const rows = await db.select().from(recusals).orderBy(recusals.personId)
  return rows.map(({ personId, reportId }) => `${personId} ${reportId}`)
}

test('a unit that comes below one somebody stays away from takes what they have in hand, each with a step', async () => {
  await recuseFrom('稻溪镇', 'chen')
  await recuseFrom('稻溪镇', 'lan')
  await recuseFrom('稻溪镇', 'wu')
  expect(await take()).toBe('moved')
  expect(await proposeMove(db, await again(), 'void', lan, form, moment())).toBe('moved')
  const call = { reportId: report.id, part: HANDED, envelope: new Uint8Array(8), by: 'li', at: '2026-11-24' }
  await db.insert(envelopes).values(['wu', 'li'].map((partId) => ({ ...call, partId })))
  const before = await again()
  expect(await away()).toEqual([])

  expect(await moveTo('稻溪镇')).toBe('done')
  expect(await findUnit(db, village)).toMatchObject({ parentId: '稻溪镇' })
  expect(await away()).toEqual(['chen', 'lan', 'wu'].map((id) => `${id} ${report.id}`))
  const { steps } = await again()
  expect(await again()).toMatchObject({ owner: null, pendingBy: null, pendingMove: null })
  expect(steps).toBe(before.steps + 3)
  expect(await findProposal(db, report.id)).toBeUndefined()
  const handed = (await db.select().from(envelopes)).filter(({ part }) => part === HANDED)
  expect(handed.map(({ partId }) => partId)).toEqual(['li'])
  const log = await listSteps(db, `report:${report.id}`)
  expect(log).toHaveLength(steps)
  expect(log.slice(-3).map(({ move, who, why }) => `${move} ${who} ${why}`)).toEqual(
    ['chen', 'lan', 'wu'].map((id) => `recuse zhou people:${id};recusal:kin`),
  )
  expect(await take()).toBe('not allowed')
})

test('one that moves out from under it is seen again, but for what else keeps it, and by nobody who moved it', async () => {
  const other = await filed(db, moment())
  for (const person of ['chen', 'lan', 'zhou']) await recuseFrom('榕墟镇', person)
  await recuseFrom(village, 'lan')
  expect(await recuse(db, other, { person: 'chen', why: undefined }, li, moment())).toBe('moved')
  const both = (id: string) => [other.id, report.id].sort().map((one) => `${id} ${one}`)
  expect((await away()).sort()).toEqual([...both('chen'), ...both('lan'), ...both('zhou')])

  expect(await moveTo('稻溪镇')).toBe('done')
  expect((await away()).sort()).toEqual([`chen ${other.id}`, ...both('lan'), ...both('zhou')])
})

test('whoever moved it does not see what comes later of it or from below either, until a colleague says so', async () => {
  await db.insert(units).values(place('村小', 'village', village))
  for (const person of ['chen', 'zhou']) await recuseFrom('榕墟镇', person)
  expect(await moveTo('稻溪镇')).toBe('done')
  const later = await filed(db, moment())
  const below = await filed(db, moment(), { unitId: '村小' })
  const theirs = (await away()).filter((row) => row.startsWith('zhou'))
  expect(theirs.sort()).toEqual([report.id, later.id, below.id].map((id) => `zhou ${id}`).sort())
  expect((await away()).filter((row) => row.startsWith('chen'))).toEqual([])
  expect((await listUnitRecusals(db, 'zhou')).map(({ unitId }) => unitId).sort()).toEqual(
    ['榕墟镇', village].sort(),
  )
  expect((await listSteps(db, 'person:zhou')).at(-1)).toMatchObject({
    move: 'recuse from unit',
    toState: village,
    who: 'zhou',
    why: 'people:zhou;recusal:kin',
  })

  // Where it lay before stays on record.
  expect((await listSteps(db, `unit:${village}`)).at(-1)).toMatchObject({
    move: 'change',
    fromState: '榕墟镇',
    toState: '稻溪镇',
  })
  // Back and out again it is the same recusal, written once.
  expect(await moveTo('榕墟镇')).toBe('done')
  expect(await moveTo('稻溪镇')).toBe('done')
  expect(await listUnitRecusals(db, 'zhou')).toHaveLength(2)
})

test('one that stays where it is leaves everything as it is', async () => {
  await recuseFrom('榕墟镇', 'chen')
  const before = [await away(), await listSteps(db, LEADING)]
  const renamed = { ...place(village, 'village', '榕墟镇'), name: '新青塘村' }
  expect(await changeUnit(db, village, await seenNow(), renamed, hand())).toBe('done')
  expect([await away(), await listSteps(db, LEADING)]).toEqual(before)
})

test('a report taken in the very moment is not left in their hands: nothing is written, and the next try has it', async () => {
  await recuseFrom('稻溪镇', 'chen')
  expect(await moveTo('稻溪镇', overtakenBy(db, take))).toBe('overtaken')
  expect(await again()).toMatchObject({ owner: 'chen' })
  expect(await findUnit(db, village)).toMatchObject({ parentId: '榕墟镇' })
  expect(await away()).toEqual([])

  expect(await moveTo('稻溪镇')).toBe('done')
  expect(await again()).toMatchObject({ owner: null, steps: 3 })
})

test('what is filed in the very moment is kept from them as well', async () => {
  await recuseFrom('稻溪镇', 'chen')
  const late = { id: '' }
  const file = async () => Object.assign(late, await filed(db, moment()))
  expect(await moveTo('稻溪镇', overtakenBy(db, file))).toBe('done')
  expect(late.id).not.toBe('')
  expect((await away()).sort()).toEqual([late.id, report.id].sort().map((one) => `chen ${one}`))
})

test('somebody who came to stay away since the tree was read is not overlooked', async () => {
  const seen = await seenNow()
  await recuseFrom('稻溪镇', 'chen')
  const moved = place(village, 'village', '稻溪镇')
  expect(await changeUnit(db, village, seen, moved, hand())).toBe('overtaken')
  expect(await findUnit(db, village)).toMatchObject({ parentId: '榕墟镇' })
  expect(await moveTo('稻溪镇')).toBe('done')
  expect(await away()).toEqual([`chen ${report.id}`])
})
