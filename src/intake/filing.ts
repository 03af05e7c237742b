import { dayOf } from '../clock/day.ts'
import { acceptBy } from '../clock/deadlines.ts'
import type { House } from '../http/house.ts'
import { fileReports, findReceipt, type NewReport, type Receipt, takenNumbers } from '../reports/filing.ts'
import { type Settle, together } from './together.ts'

export type Arrival = Omit<NewReport, 'enquiryNumber'>
/** What the receipt shows; the same for a report that is here already. */
export type Kept = Pick<Receipt, 'enquiryNumber' | 'state' | 'promise' | 'lookupHash'>
export type File = (report: Arrival) => Promise<Kept>

/** Reports in one durable batch. More would make the first of them wait for the last. */
const LARGEST = 64

/** Files reports; a durable write costs the same for one as for many. The answer comes when the report is on disk. */
export const filing = (house: House, { grouped }: { grouped: boolean }): File =>
  together(fileAll(house), { grouped, largest: LARGEST })

const fileAll =
  (house: House): Settle<Arrival, Kept> =>
  async (arrivals) => {
    const kept = new Map<string, Kept>()
    for (let left = arrivals; left.length > 0; ) left = await fileOnce(house, left, kept)
    return arrivals.map(({ id }) => kept.get(id) as Kept)
  }

/** Those whose enquiry number was taken in the meantime come back, to be given another. */
async function fileOnce(
  { db, clock }: House,
  arrivals: readonly Arrival[],
  kept: Map<string, Kept>,
): Promise<Arrival[]> {
  const now = clock.now()
  const promise = acceptBy(dayOf(now), clock.calendar)
  const numbers = await freeNumbers(db, arrivals)
  const reports = arrivals.map((arrival, at) => ({ ...arrival, enquiryNumber: numbers[at] ?? '' }))
  const filed = await fileReports(db, reports, now, clock.calendar)

  const again: Arrival[] = []
  for (const [at, { id, enquiryNumber, lookupHash }] of reports.entries()) {
    if (filed[at] === 'filed') kept.set(id, { enquiryNumber, lookupHash, state: 'received', promise })
    const known = filed[at] === 'known' ? await findReceipt(db, id) : undefined
    if (known) kept.set(id, known)
    if (!kept.has(id)) again.push(...arrivals.slice(at, at + 1))
  }
  return again
}

/** A free number for each, none twice; the unique key still decides when two houses write at once. */
async function freeNumbers(db: House['db'], arrivals: readonly Arrival[]): Promise<string[]> {
  const numbers = arrivals.map(() => randomNumber())
  for (const round of new Set(arrivals.map(({ roundId }) => roundId))) {
    const used = await takenNumbers(db, round, numbers)
    for (const [at, { roundId }] of arrivals.entries()) {
      if (roundId !== round) continue
      let number = numbers[at] ?? ''
      while (used.has(number)) number = randomNumber()
      used.add(number)
      numbers[at] = number
    }
  }
  return numbers
}

/** Six random digits: in no order, so that they tell neither when nor how many. */
function randomNumber(): string {
  const [n = 0] = crypto.getRandomValues(new Uint32Array(1))
  // What 2^32 leaves over a multiple of a million favours some numbers by less than one in four thousand.
  return String(n % 1_000_000).padStart(6, '0')
}
