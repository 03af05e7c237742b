import { dayOf } from '../clock/day.ts'
import { acceptBy } from '../clock/deadlines.ts'
import type { House } from '../http/house.ts'
import { fileReports, takenNumbers } from '../reports/filing.ts'
import type { NewReport } from '../reports/new-report.ts'
import { findReceipt, type Receipt } from '../reports/receipt.ts'
import { spendWork } from './spending.ts'
import { nextTurn, type Settle, together } from './together.ts'

export type Arrival = Omit<NewReport, 'enquiryNumber'>
/** What the receipt shows; the same for a report that is here already. */
export type Kept = Pick<
  Receipt,
  'enquiryNumber' | 'state' | 'promise' | 'acceptedOn' | 'callMe' | 'identityMode' | 'forOther' | 'lookupHash'
>
/**
 * `refused`: the query code is another report's, which chance does not bring about; or its team was closed meanwhile.
 * `expecting` is told what the receipt will say while the disk still writes, for whoever draws it meanwhile: it is true
 * once that very object is the answer, and not before.
 */
export type File = (report: Arrival, expecting?: Expecting) => Promise<Kept | 'refused'>
type Expecting = (kept: Kept) => void
type Outcome = Kept | 'refused' | Error

/** Reports in one durable batch. More would make the first of them wait for the last. */
const LARGEST = 64

/** A free enquiry number is drawn so often. */
const DRAWS = 20
/** Of these draws so many are of six digits; a round that has as good as none of them left goes on with eight. */
const SHORT_DRAWS = 4

/** Files reports; a durable write costs the same for one as for many. The answer comes when the report is on disk. */
export function filing(house: House, { grouped }: { grouped: boolean }): File {
  const file = together(fileAll(house), { grouped, largest: LARGEST })
  return async (report, expecting) => {
    const outcome = await file({ report, expecting: grouped ? expecting : undefined })
    if (outcome instanceof Error) throw outcome
    return outcome
  }
}

interface Waiting {
  report: Arrival
  expecting: Expecting | undefined
}

const fileAll =
  (house: House): Settle<Waiting, Outcome> =>
  async (waiting) => {
    const outcomes = new Map<string, Outcome>()
    // A report that is sent twice at once is filed once, and both are told the same.
    let left = waiting.filter(
      ({ report }, at) => at === waiting.findIndex((one) => one.report.id === report.id),
    )
    try {
      for (let draw = 0; left.length > 0 && draw < DRAWS; draw++)
        left = await fileOnce(house, left, outcomes, draw < SHORT_DRAWS ? 6 : 8)
    } catch (fault) {
      // Before a draw nothing of what is left is on disk; what an earlier one stored keeps its receipt.
      for (const { report } of left) outcomes.set(report.id, asError(fault))
    }
    return waiting.map(({ report }) => outcomes.get(report.id) ?? new NoNumberLeft())
  }

/** As many reports of one round as nobody ever had, or a source of chance that is none. */
class NoNumberLeft extends Error {
  override name = 'NoNumberLeft'
}

/**
 * Those whose enquiry number was taken in the meantime come back, to be given another, and those whose work was spent.
 */
async function fileOnce(
  { db, clock }: House,
  waiting: readonly Waiting[],
  outcomes: Map<string, Outcome>,
  digits: 6 | 8,
): Promise<Waiting[]> {
  const now = clock.now()
  const arrivals = waiting.map(({ report }) => report)
  const [numbers] = await Promise.all([freeNumbers(db, arrivals, digits), clock.heed()])
  const reports = arrivals.map((arrival, at) => ({ ...arrival, enquiryNumber: numbers[at] ?? '' }))
  const fresh = reports.map(({ enquiryNumber, entered, ...report }): Kept => {
    const { lookupHash, callMe, identityMode, forOther } = report
    const promise = acceptBy(entered?.on ?? dayOf(now), clock.calendar)
    const told = { enquiryNumber, lookupHash, callMe, identityMode, forOther }
    return { ...told, state: 'received', promise, acceptedOn: null }
  })
  const [filed] = await Promise.all([
    fileReports(db, reports, now, clock.calendar, spendWork),
    foretell(waiting, fresh),
  ])

  const again: Waiting[] = []
  for (const [at, { id }] of reports.entries()) {
    const [answer, kept] = [filed[at], fresh[at]]
    if (answer === 'number taken') again.push(...waiting.slice(at, at + 1))
    // Shown twice in one moment: it is kept like any other that nothing was done for.
    else if (answer === 'work spent') again.push(...waiting.slice(at, at + 1).map(withoutWork))
    else if (answer === 'filed' && kept) outcomes.set(id, kept)
    else if (answer instanceof Error) outcomes.set(id, answer)
    else outcomes.set(id, answer === 'known' ? await firstAnswer(db, id) : 'refused')
  }
  return again
}

const withoutWork = ({ report, expecting }: Waiting): Waiting => ({
  report: { ...report, held: true, spends: undefined },
  expecting,
})

/** Once the disk is at work, which it is by the next turn. */
async function foretell(waiting: readonly Waiting[], fresh: readonly Kept[]) {
  if (waiting.every(({ expecting }) => !expecting)) return
  await nextTurn()
  for (const [at, { expecting }] of waiting.entries()) {
    const kept = fresh[at]
    if (kept) expecting?.(kept)
  }
}

/** A fault in reading it concerns nobody else of the batch. */
const firstAnswer = (db: House['db'], id: string): Promise<Outcome> =>
  findReceipt(db, id).then((found) => found ?? 'refused', asError)

const asError = (fault: unknown): Error => (fault instanceof Error ? fault : new Error('not filed'))

/** A free number for each, none twice; the unique key still decides when two houses write at once. */
async function freeNumbers(db: House['db'], arrivals: readonly Arrival[], digits: 6 | 8): Promise<string[]> {
  const numbers = randomNumbers(arrivals.length, digits)
  for (const round of new Set(arrivals.map(({ roundId }) => roundId))) {
    const used = await takenNumbers(db, round, numbers)
    for (const [at, { roundId }] of arrivals.entries()) {
      if (roundId !== round) continue
      let number = numbers[at] ?? ''
      for (let draw = 0; used.has(number) && draw < DRAWS; draw++) [number = ''] = randomNumbers(1, digits)
      used.add(number)
      numbers[at] = number
    }
  }
  return numbers
}

/** So many random digits each: in no order, so that they tell neither when nor how many. */
function randomNumbers(many: number, digits: 6 | 8): string[] {
  // What 2^32 leaves over a multiple of their number favours some by one in four thousand, or in 42 of eight digits.
  return Array.from(crypto.getRandomValues(new Uint32Array(many)), (n) =>
    String(n % 10 ** digits).padStart(digits, '0'),
  )
}
