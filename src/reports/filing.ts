import { and, eq, inArray } from 'drizzle-orm'
import type { Calendar } from '../clock/calendar.ts'
import { type Day, dayOf } from '../clock/day.ts'
import { among } from '../db/among.ts'
import type { Db, Statement } from '../db/db.ts'
import { isTaken } from '../db/faults.ts'
import { insertRows } from '../db/insert-rows.ts'
import { takeIn } from '../files/arriving.ts'
import { promiseFiles } from '../files/promising.ts'
import { record } from '../log/record.ts'
import { envelopes } from './belonging-tables.ts'
import { type NewReport, rowsOf } from './new-report.ts'
import { recusedByUnit } from './recusing-units.ts'
import { isRefused, teamStillThere } from './still-there.ts'
import { reports } from './tables.ts'

/**
 * `team gone`: it was to be entered by a team that has been closed. `known`: this report is already here. `number
 * taken`: another report of the round has the enquiry number. `look-up taken`: another report has the query code, which
 * no honest browser's chance brings about. `work spent`: with this one's work another was let in.
 */
export type Filed = 'filed' | 'known' | 'number taken' | 'look-up taken' | 'team gone' | 'work spent'

/** The marks of the work that reports are let in by are spent in the batch that files them. */
export type Spend = (db: Db, marks: readonly string[], on: Day) => readonly Statement[]

/** One that nobody did any work for. */
export async function fileReport(
  db: Db,
  report: Omit<NewReport, 'spends'>,
  now: Date,
  calendar: Calendar,
): Promise<Filed> {
  const [answer] = await fileReports(db, [report], now, calendar, () => [])
  if (answer instanceof Error) throw answer
  return answer ?? 'known'
}

/**
 * Files reports in one durable batch. When one of them cannot be filed the others must not suffer: they are then
 * filed one by one, and each gets its own answer, be it an error. Acknowledged means kept: the answer comes after the
 * commit, and what was kept is never told otherwise because of a neighbour.
 */
export async function fileReports(
  db: Db,
  waiting: readonly NewReport[],
  now: Date,
  calendar: Calendar,
  spend: Spend,
): Promise<(Filed | Error)[]> {
  try {
    const rows = waiting.map((report) => rowsOf(report, now, calendar))
    const filed = await record(
      db,
      rows.map(({ step }) => step),
      [
        insertRows(
          db,
          reports,
          rows.map(({ row }) => row),
        ),
        insertRows(
          db,
          envelopes,
          rows.flatMap(({ parts }) => parts),
        ),
        ...promiseFiles(
          db,
          rows.flatMap(({ files }) => files),
        ),
        ...takeIn(
          db,
          waiting.flatMap(({ arrived = [] }) => arrived),
        ),
        ...spend(
          db,
          waiting.flatMap(({ spends }) => spends ?? []),
          dayOf(now),
        ),
        recusedByUnit(db, waiting),
        ...waiting.flatMap(({ id, entered }) => (entered ? [teamStillThere(db, id)] : [])),
      ],
    )
    if (filed === 'done') return waiting.map(() => 'filed')
    if (waiting.length === 1) return ['known']
  } catch (error) {
    const taken = whatIsTaken(error)
    if (!taken) return waiting.map(() => (error instanceof Error ? error : new Error('not filed')))
    if (waiting.length === 1) return [taken]
  }
  const here = await whichAreHere(db, waiting)
  const left = waiting.filter(({ id }) => !here.has(id))
  // Most often one was sent twice, and the others can still go together.
  if (left.length > 0 && left.length < waiting.length) {
    const filed = (await fileReports(db, left, now, calendar, spend)).values()
    return waiting.map(({ id }) => (here.has(id) ? 'known' : (filed.next().value ?? 'known')))
  }
  const answers: (Filed | Error)[] = []
  for (const report of waiting) answers.push(...(await fileReports(db, [report], now, calendar, spend)))
  return answers
}

/** None where that cannot be read: whoever is filed alone is told. */
async function whichAreHere(db: Db, waiting: readonly NewReport[]): Promise<Set<string>> {
  const ids = among(waiting.map(({ id }) => id))
  try {
    const known = await db.select({ id: reports.id }).from(reports).where(inArray(reports.id, ids))
    return new Set(known.map(({ id }) => id))
  } catch {
    return new Set()
  }
}

function whatIsTaken(error: unknown): Filed | undefined {
  if (isTaken(error, 'reports.roundId')) return 'number taken'
  if (isRefused(error)) return 'team gone'
  if (isTaken(error, 'spentWork.')) return 'work spent'
  if (isTaken(error, 'reports.lookupHash')) return 'look-up taken'
  return isTaken(error, 'reports.') || isTaken(error, 'envelopes.') ? 'known' : undefined
}

/** Which of these enquiry numbers the round has given already. */
export async function takenNumbers(
  db: Db,
  roundId: string,
  numbers: readonly string[],
): Promise<Set<string>> {
  const rows = await db
    .select({ number: reports.enquiryNumber })
    .from(reports)
    .where(and(eq(reports.roundId, roundId), inArray(reports.enquiryNumber, among(numbers))))
  return new Set(rows.map((row) => row.number))
}
