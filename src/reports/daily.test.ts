import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { filed, now } from '../../test/filed.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { addDays } from '../clock/day.ts'
import { listSteps } from '../log/record.ts'
import { random } from '../sealing/bytes.ts'
import { letTimePass } from './daily.ts'
import { eraseVoided } from './erasing.ts'
import { type MoveForm, moveReport } from './moving.ts'
import type { NewReport } from './new-report.ts'
import type { Person } from './offers.ts'
import { decideProposal, proposeMove } from './proposing.ts'
import { listEnvelopes } from './store.ts'
import type { Report } from './tables.ts'
import { recordTold } from './telling.ts'

const START = '2022-09-21'
const li: Person = { id: 'li', roles: ['leader'] }
const chen: Person = { id: 'chen', roles: ['liaison'] }
const plain: MoveForm = { decided: {}, sealed: [] }

let house: TestHouse
const moment = () => ({ now: house.clock.now(), calendar: house.clock.calendar })
const on = (day: string) => house.clock.set(`${day}T04:00:00+08:00`)
const pass = () => letTimePass(house.db, moment())

beforeEach(async () => {
  house = await openTestHouse(`${START}T09:00:00+08:00`)
})

async function accepted(brought: Partial<NewReport> = {}): Promise<Report> {
  const report = await filed(house.db, moment(), brought)
  await moveReport(house.db, report, 'accept', li, { decided: { owner: 'chen' }, sealed: [] }, moment())
  return now(house.db, report.id)
}

async function concluded(brought: Partial<NewReport> = {}): Promise<Report> {
  const report = await accepted(brought)
  await moveReport(house.db, report, 'verify', chen, plain, moment())
  const found: MoveForm = { ...plain, decided: { conclusion: 'substantiated' } }
  await moveReport(house.db, await now(house.db, report.id), 'result', chen, found, moment())
  const end: MoveForm = { ...plain, decided: { conclusion: 'substantiated', resultType: 'solved' } }
  await proposeMove(house.db, await now(house.db, report.id), 'conclude', chen, end, moment())
  await decideProposal(house.db, await now(house.db, report.id), li, { approve: true, sealed: [] }, moment())
  return now(house.db, report.id)
}

describe('every day', () => {
  it('does nothing twice', async () => {
    const reports = [await filed(house.db, moment()), await accepted(), await concluded()]
    for (const days of [1, 20, 70, 200, 400]) {
      on(addDays(START, days))
      await pass()
      const once = await Promise.all(reports.map(({ id }) => now(house.db, id)))
      await pass()
      expect(await Promise.all(reports.map(({ id }) => now(house.db, id)))).toEqual(once)
    }
  })

  it('comes to the same a week late', async () => {
    const report = await filed(house.db, moment())
    on('2022-10-10')
    await pass()
    expect(await now(house.db, report.id)).toMatchObject({ rank: 0, promiseMoved: 'late' })
  })
})

describe('a promise that was broken', () => {
  it('gives way to the latest there can be, and the first one stays', async () => {
    const report = await accepted()
    expect(report.promise).toBe('2022-10-17')
    on('2022-10-19')
    await pass()
    expect(await now(house.db, report.id)).toMatchObject({
      promise: '2022-11-21',
      promiseBefore: '2022-10-17',
      promiseMoved: 'late',
      due: report.due,
      rank: 0,
    })
  })

  it('and the latest one too, is not replaced by another: both days stay, however long it takes', async () => {
    const reports = [await accepted(), await filed(house.db, moment())]
    for (const day of ['2022-09-30', '2022-10-09', '2022-10-19', '2022-11-22']) {
      on(day)
      await pass()
    }
    const missed = await Promise.all(reports.map(({ id }) => now(house.db, id)))
    expect(missed).toMatchObject([
      { promise: '2022-11-21', promiseBefore: '2022-10-17', promiseMoved: 'missed', rank: 0 },
      { promise: '2022-10-08', promiseBefore: '2022-09-22', promiseMoved: 'missed', rank: 0 },
    ])
    for (const days of [80, 100, 200]) {
      on(addDays(START, days))
      await pass()
    }
    expect(await Promise.all(reports.map(({ id }) => now(house.db, id)))).toEqual(missed)
  })

  it('first when the hard limit has passed has one last day, and no other', async () => {
    const report = await accepted()
    on('2022-12-01')
    await pass()
    expect(await now(house.db, report.id)).toMatchObject({ promise: '2022-12-06', promiseMoved: 'late' })
    on('2022-12-07')
    await pass()
    expect(await now(house.db, report.id)).toMatchObject({ promise: '2022-12-06', promiseMoved: 'missed' })
  })

  it('is not broken on its last day', async () => {
    const report = await accepted()
    on('2022-10-17')
    await pass()
    expect((await now(house.db, report.id)).promise).toBe('2022-10-17')
  })

  it('of acceptance reaches as far as fifteen days', async () => {
    const report = await filed(house.db, moment())
    on('2022-09-23')
    await pass()
    expect(await now(house.db, report.id)).toMatchObject({
      promise: '2022-10-08',
      promiseBefore: '2022-09-22',
      promiseMoved: 'late',
    })
  })

  it('takes its steps by day', async () => {
    const report = await accepted()
    on('2022-10-19')
    await pass()
    const steps = await listSteps(house.db, `report:${report.id}`)
    expect(steps.slice(2)).toMatchObject([{ move: 'late', at: '2022-10-19', who: null }])
  })
})

describe('a question without an answer', () => {
  it('is given up the day after, and what came of it waits in its old state', async () => {
    const report = await accepted()
    const question = { id: 'question', purpose: 'question' as const, envelope: random(40) }
    await moveReport(
      house.db,
      report,
      'ask',
      chen,
      { decided: { due: '2022-09-30' }, sealed: [], message: question },
      moment(),
    )
    on('2022-09-30')
    await pass()
    expect((await now(house.db, report.id)).state).toBe('needsInfo')
    on('2022-10-01')
    await pass()
    expect(await now(house.db, report.id)).toMatchObject({ state: 'accepted', promiseMoved: 'waited' })
  })
})

describe('after the answer', () => {
  it('thirty quiet days lead to the archive', async () => {
    const report = await concluded()
    on(addDays(START, 29))
    await pass()
    expect((await now(house.db, report.id)).state).toBe('concluded')
    on(addDays(START, 30))
    await pass()
    expect(await now(house.db, report.id)).toMatchObject({ state: 'archived', concludedOn: START })
  })

  it('nothing is archived before whoever gave their name has been told', async () => {
    const contact = { part: 'contact' as const, envelope: random(60) }
    const report = await concluded({ sealed: [contact], identityMode: 'named' })
    on(addDays(START, 60))
    await pass()
    const waiting = await now(house.db, report.id)
    expect(waiting).toMatchObject({ state: 'concluded', rank: 0, tellBy: report.tellBy })
    expect(report.tellBy).not.toBeNull()
    expect(await moveReport(house.db, waiting, 'archive', chen, plain, moment())).toBe('not allowed')
    await recordTold(house.db, waiting, { why: 'told:call', by: 'chen', now: house.clock.now() })
    await pass()
    expect(await now(house.db, report.id)).toMatchObject({ state: 'archived', tellBy: null })
  })

  it('name and telephone go on day 180, as everybody is told, and no figure changes', async () => {
    const contact = { part: 'contact' as const, envelope: random(60) }
    const report = await concluded({ sealed: [contact], identityMode: 'named', kind: 'problem' })
    await recordTold(house.db, report, { why: 'told:call', by: 'chen', now: house.clock.now() })
    const figures = async () =>
      house.db.all(
        sql`select channel, kind, tile, state, identityMode, conclusion, resultType, count(*) as n from reports group by 1, 2, 3, 4, 5, 6, 7`,
      )
    on(addDays(START, 179))
    await pass()
    const before = await figures()
    expect(await now(house.db, report.id)).toMatchObject({ contactHeld: true })
    on(addDays(START, 180))
    await pass()
    expect(await now(house.db, report.id)).toMatchObject({
      contactHeld: false,
      contactErasedOn: addDays(START, 180),
    })
    expect(await listEnvelopes(house.db, [report.id], ['contact'])).toEqual([])
    expect(await figures()).toEqual(before)
  })

  it('the query code dies after a year, and its access with it', async () => {
    const report = await concluded()
    on(addDays(START, 364))
    await pass()
    expect((await now(house.db, report.id)).lookupHash).not.toBeNull()
    on(addDays(START, 365))
    await pass()
    expect((await now(house.db, report.id)).lookupHash).toBeNull()
    expect(await listEnvelopes(house.db, [report.id], ['access'])).toEqual([])
    expect(await listEnvelopes(house.db, [report.id], ['body'])).toHaveLength(1)
  })
})

describe('many at once', () => {
  it('are all reached, however many there are', async () => {
    for (let n = 0; n < 230; n++) await filed(house.db, moment())
    on('2022-09-23')
    await pass()
    const [left] = await house.db.all<{ n: number }>(sql`select count(*) as n from reports where rank <> 0`)
    expect(left?.n).toBe(0)
  })
})

describe('what is void', () => {
  async function voided(): Promise<Report> {
    const report = await filed(house.db, moment(), {
      sealed: [
        { part: 'dek', envelope: random(115) },
        { part: 'body', envelope: random(99) },
        { part: 'contact', envelope: random(99) },
      ],
    })
    await proposeMove(house.db, report, 'void', chen, plain, moment())
    await decideProposal(
      house.db,
      await now(house.db, report.id),
      li,
      { approve: true, sealed: [] },
      moment(),
    )
    return now(house.db, report.id)
  }
  const parts = ['dek', 'line', 'body', 'access', 'contact'] as const

  it('can be fetched back for thirty days, and is erased then; its steps stay', async () => {
    const report = await voided()
    on(addDays(START, 29))
    await pass()
    expect((await listEnvelopes(house.db, [report.id], parts)).length).toBe(3)
    const fetched = moveReport(house.db, await now(house.db, report.id), 'restore', chen, plain, moment())
    expect(await fetched).toBe('moved')

    const other = await voided()
    on(addDays(START, 59))
    await pass()
    expect(await listEnvelopes(house.db, [other.id], parts)).toEqual([])
    const gone = await now(house.db, other.id)
    expect(gone).toMatchObject({
      state: 'voided',
      lookupHash: null,
      contactHeld: false,
      erasedOn: addDays(START, 59),
    })
    expect(await moveReport(house.db, gone, 'restore', chen, plain, moment())).toBe('not allowed')
    expect((await listSteps(house.db, `report:${other.id}`)).at(-1)).toMatchObject({
      move: 'erase',
      who: null,
    })
    expect((await now(house.db, report.id)).erasedOn).toBeNull()
  })

  it('is fetched back or erased, never half of each', async () => {
    const report = await voided()
    on(addDays(START, 29))
    const fetched = moveReport(house.db, report, 'restore', chen, plain, moment())
    const late = eraseVoided(house.db, report, addDays(START, 30))
    const done = await Promise.all([fetched, late])
    expect([...done].sort()).toEqual(['moved', 'overtaken'])
    const after = await now(house.db, report.id)
    const left = (await listEnvelopes(house.db, [report.id], parts)).length
    expect([after.state, left]).toEqual(done[0] === 'moved' ? ['received', 3] : ['voided', 0])
  })
})
