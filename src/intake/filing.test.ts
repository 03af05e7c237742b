import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openVillage, type Village } from '../../test/cast/village.ts'
import { reports } from '../reports/tables.ts'
import { base64url, random } from '../sealing/bytes.ts'
import { arrivalOf } from './arrival.ts'
import { type Arrival, filing as filingFor } from './filing.ts'
import { spentWork } from './tables.ts'

let village: Village
beforeEach(async () => {
  village = await openVillage()
})

function arrival(change: Partial<Arrival> = {}): Arrival {
  const plain = {
    ...({ kind: 'problem', tile: 'B3', court: 'no', reply: 'anonymous' } as const),
    afraid: false,
    callMe: false,
    forOther: false,
    namesPerson: false,
    hasText: true,
  }
  const sealed = { dek: random(8), line: random(8), body: random(8), access: random(8) }
  const found = { code: village.ids } as unknown as Parameters<typeof arrivalOf>[4]
  const door = { keeper: village.ids.teamId, epoch: 1 }
  return { ...arrivalOf(base64url(random(16)), base64url(random(32)), plain, sealed, found, door), ...change }
}

/** Chance does not give two reports one query code, so every answer here is a receipt. */
function filing(...given: Parameters<typeof filingFor>) {
  const file = filingFor(...given)
  return async (report: Arrival) => {
    const kept = await file(report)
    if (kept === 'refused') throw new Error('refused')
    return kept
  }
}

const stored = () => village.db.select({ id: reports.id, number: reports.enquiryNumber }).from(reports)

describe('filing', () => {
  it('writes what arrives together in one durable batch', async () => {
    const batch = vi.spyOn(village.db, 'batch')
    const file = filing(village.house, { grouped: true })
    const kept = await Promise.all(Array.from({ length: 20 }, () => file(arrival())))
    expect(batch).toHaveBeenCalledTimes(1)
    expect(new Set(kept.map(({ enquiryNumber }) => enquiryNumber)).size).toBe(20)
    expect(kept.every(({ enquiryNumber }) => /^\d{6}$/.test(enquiryNumber))).toBe(true)
    expect(kept[0]).toMatchObject({ state: 'received', promise: '2026-11-25' })
    expect((await stored()).length).toBe(20)
  })

  it('writes each alone where requests may not wait for each other', async () => {
    const batch = vi.spyOn(village.db, 'batch')
    const file = filing(village.house, { grouped: false })
    await Promise.all([file(arrival()), file(arrival())])
    expect(batch).toHaveBeenCalledTimes(2)
    expect((await stored()).length).toBe(2)
  })

  it('keeps the others when one is here already, and gives that one its first answer again', async () => {
    const file = filing(village.house, { grouped: true })
    const twice = arrival()
    const first = await file(twice)
    const kept = await Promise.all([file(arrival()), file(twice), file(arrival())])
    expect(kept[1]).toMatchObject({ enquiryNumber: first.enquiryNumber, lookupHash: twice.lookupHash })
    expect((await stored()).length).toBe(3)
  })

  it('writes the others in one more batch when one is here already', async () => {
    const file = filing(village.house, { grouped: true })
    const twice = arrival()
    await file(twice)
    const batch = vi.spyOn(village.db, 'batch')
    await Promise.all([...Array.from({ length: 10 }, () => file(arrival())), file(twice)])
    expect(batch).toHaveBeenCalledTimes(2)
    expect((await stored()).length).toBe(11)
  })

  it('keeps the others when it cannot be read which one is here already', async () => {
    const file = filing(village.house, { grouped: true })
    const twice = arrival()
    await file(twice)
    failAt(2)
    const kept = await Promise.all([file(arrival()), file(twice), file(arrival())])
    expect(new Set(kept.map(({ enquiryNumber }) => enquiryNumber)).size).toBe(3)
    expect((await stored()).length).toBe(3)
  })

  it('gives the same answer to the same report twice in one batch', async () => {
    const file = filing(village.house, { grouped: true })
    const twice = arrival()
    const batch = vi.spyOn(village.db, 'batch')
    const [one, other] = await Promise.all([file(twice), file({ ...twice }), file(arrival())])
    expect(one?.enquiryNumber).toBe(other?.enquiryNumber)
    expect(batch).toHaveBeenCalledTimes(1)
    expect((await stored()).length).toBe(2)
  })

  it('lets in one of those that show the same work at once, holds the others, and keeps them all', async () => {
    const work = { held: false, spends: 'a piece of work' }
    const grouped = filing(village.house, { grouped: true })
    const alone = filing(village.house, { grouped: false })
    const sent = [
      ...Array.from({ length: 4 }, () => grouped(arrival(work))),
      grouped(arrival()),
      alone(arrival(work)),
    ]
    const kept = await Promise.all(sent)
    expect(new Set(kept.map(({ enquiryNumber }) => enquiryNumber)).size).toBe(6)
    const rows = await village.db.select({ held: reports.held, queueKey: reports.queueKey }).from(reports)
    expect(rows.filter(({ held }) => held)).toHaveLength(4)
    expect(rows.every(({ held, queueKey }) => held === (queueKey === null))).toBe(true)
    expect(await village.db.select({ mark: spentWork.mark }).from(spentWork)).toEqual([{ mark: work.spends }])
  })

  it('takes another enquiry number when the first is taken, also by somebody who writes at the same time', async () => {
    const [one, two, three] = [arrival(), arrival(), arrival()] as const
    const numbers = [7, 7, 7, 8, 8, 9].values()
    const chance = drawing(numbers)
    const file = filing(village.house, { grouped: true })
    const other = filing(village.house, { grouped: true })
    const kept = await Promise.all([file(one), other(two), file(three)])
    chance.mockRestore()
    expect(new Set(kept.map(({ enquiryNumber }) => enquiryNumber)).size).toBe(3)
    expect(new Set((await stored()).map(({ number }) => number)).size).toBe(3)
  })

  it('goes on with eight digits when a round has as good as no number of six left', async () => {
    const same = (function* () {
      for (;;) yield 3_000_007
    })()
    const waiting = [arrival(), arrival()]
    const chance = drawing(same)
    const file = filing(village.house, { grouped: false })
    const kept = [await file(waiting[0]!), await file(waiting[1]!)]
    chance.mockRestore()
    expect(kept.map(({ enquiryNumber }) => enquiryNumber)).toEqual(['000007', '03000007'])
  })

  it('tells everybody whose report is not on disk, and stores none by halves', async () => {
    vi.spyOn(village.db, 'batch').mockRejectedValue(new Error('SQLITE_FULL: database or disk is full'))
    const file = filing(village.house, { grouped: true })
    const answers = await Promise.allSettled([file(arrival()), file(arrival())])
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    vi.restoreAllMocks()
    expect(await stored()).toEqual([])
    expect((await file(arrival())).state).toBe('received')
  })

  it('refuses a report whose query code is another’s, and keeps its neighbours', async () => {
    const one = arrival()
    const file = filingFor(village.house, { grouped: true })
    const kept = await Promise.all([
      file(one),
      file(arrival({ lookupHash: one.lookupHash })),
      file(arrival()),
    ])
    expect(kept.map((answer) => answer === 'refused')).toEqual([false, true, false])
    expect((await stored()).length).toBe(2)
  })

  it('keeps the receipts of the others when one answer cannot be read', async () => {
    const file = filing(village.house, { grouped: true })
    const twice = arrival()
    await file(twice)
    failAt(3)
    const answers = await Promise.allSettled([file(arrival()), file(twice), file(arrival())])
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect((await stored()).length).toBe(3)
  })

  it('keeps the receipts of the others when no second number can be looked for', async () => {
    await filing(village.house, { grouped: false })(arrival())
    const [{ number = '' } = {}] = await stored()
    const [one, two] = [arrival(), arrival()] as const
    const draws = [1, Number(number), 2].values()
    const chance = drawing(draws)
    // Somebody else took the number between the look and the writing.
    failAt(3, { blindAt: 1 })
    const file = filing(village.house, { grouped: true })
    const answers = await Promise.allSettled([file(one), file(two)])
    chance.mockRestore()
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect((await stored()).length).toBe(2)
  })

  it('never takes a receipt back because the same report came a second time', async () => {
    const file = filing(village.house, { grouped: true })
    const twice = arrival()
    failAt(3)
    const [one, other] = await Promise.all([file(twice), file({ ...twice })])
    expect(one?.enquiryNumber).toBe(other?.enquiryNumber)
  })
})

/** What chance gives, one number after the other. */
const drawing = (numbers: Iterator<number>) =>
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((into) => {
    if (into instanceof Uint32Array) for (const at of into.keys()) into[at] = numbers.next().value ?? 1000
    return into
  })

/** The database fails at the nth reading from now on; at another one it sees nothing. */
function failAt(nth: number, { blindAt = 0 } = {}) {
  const select = village.db.select.bind(village.db) as (...given: unknown[]) => unknown
  let n = 0
  const reading = (...given: unknown[]) => {
    n++
    if (n === nth) throw new Error('SQLITE_IOERR: disk I/O error')
    return n === blindAt ? { from: () => ({ where: async () => [] }) } : select(...given)
  }
  vi.spyOn(village.db, 'select').mockImplementation(reading as never)
}
