import { dayOf } from '../clock/day.ts'
import { acceptBy } from '../clock/deadlines.ts'
import type { House } from '../http/house.ts'
import { fileReports, findReceipt, type NewReport, type Receipt, takenNumbers } from '../reports/filing.ts'

export type Arrival = Omit<NewReport, 'enquiryNumber'>
/** What the receipt shows; the same for a report that is here already. */
export type Kept = Pick<Receipt, 'enquiryNumber' | 'state' | 'promise' | 'lookupHash'>
export type File = (report: Arrival) => Promise<Kept>

/** Reports in one durable batch. More would make the first of them wait for the last. */
const LARGEST = 64

interface Waiting {
  report: Arrival
  resolve(kept: Kept): void
  reject(fault: unknown): void
}

/**
 * Files reports. Where requests may wait for each other, those that come while a batch is being written share the next
 * one, because a durable write costs the same for one as for many. The answer comes when the report is on disk.
 */
export function filing(house: House, { grouped }: { grouped: boolean }): File {
  const line: Waiting[] = []
  let working = false

  async function work() {
    working = true
    await nextTurn()
    while (line.length > 0) await settle(house, line.splice(0, LARGEST))
    working = false
  }

  return (report) =>
    new Promise((resolve, reject) => {
      const arrival = { report, resolve, reject }
      if (!grouped) return void settle(house, [arrival])
      line.push(arrival)
      if (!working) void work()
    })
}

/** Lets requests that have arrived be read before the batch is closed. */
const nextTurn = () => new Promise<void>((go) => setTimeout(go, 0))

/** Every arrival gets its own answer: kept, known already, or the fault that kept it out. */
async function settle(house: House, group: readonly Waiting[]): Promise<void> {
  try {
    let left = group
    while (left.length > 0) left = await fileOnce(house, left)
  } catch (fault) {
    for (const { reject } of group) reject(fault)
  }
}

/** The ones whose enquiry number was taken in the meantime come back, to be given another. */
async function fileOnce(house: House, group: readonly Waiting[]): Promise<readonly Waiting[]> {
  const { db, clock } = house
  const now = clock.now()
  const numbers = await freeNumbers(house, group)
  const reports = group.map(({ report }, at) => ({ ...report, enquiryNumber: numbers[at] ?? '' }))
  const filed = await fileReports(db, reports, now, clock.calendar)

  const promise = acceptBy(dayOf(now), clock.calendar)
  const again: Waiting[] = []
  for (const [at, arrival] of group.entries()) {
    const report = reports[at]
    if (filed[at] === 'number taken' || !report) again.push(arrival)
    else if (filed[at] === 'filed') {
      const { enquiryNumber, lookupHash } = report
      arrival.resolve({ enquiryNumber, lookupHash, state: 'received', promise })
    } else {
      const known = await findReceipt(db, report.id)
      if (known) arrival.resolve(known)
      else again.push(arrival)
    }
  }
  return again
}

/** A free number for each, none twice; the unique key still decides when two houses write at once. */
async function freeNumbers({ db }: House, group: readonly Waiting[]): Promise<string[]> {
  const numbers = group.map(() => randomNumber())
  const rounds = new Set(group.map(({ report }) => report.roundId))
  for (const round of rounds) {
    const used = await takenNumbers(db, round, numbers)
    const mine = group.flatMap(({ report }, at) => (report.roundId === round ? [at] : []))
    for (const at of mine) {
      while (used.has(numbers[at] ?? '')) numbers[at] = randomNumber()
      used.add(numbers[at] ?? '')
    }
  }
  return numbers
}

/** Six random digits: in no order, so that they tell neither when nor how many. */
function randomNumber(): string {
  const [n = 0] = crypto.getRandomValues(new Uint32Array(1))
  // The last 967,296 of 2^32 would favour the low numbers by less than one in four thousand.
  return String(n % 1_000_000).padStart(6, '0')
}
