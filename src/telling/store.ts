import { and, eq } from 'drizzle-orm'
import { type Day, dayOf, yearOf } from '../clock/day.ts'
import type { Db, Statement } from '../db/db.ts'
import { inSeries } from '../log/numbering.ts'
import { staffTime } from '../reports/steps.ts'
import { isAsRead, type Knower } from '../reports/store.ts'
import type { Report } from '../reports/tables.ts'
import type { ContactUse } from '../reports/viewing.ts'
import type { News, Taken } from './news.ts'
import { tellings } from './tables.ts'
import { numberedWording, type Wording } from './wording.ts'

type Telling = typeof tellings.$inferSelect

export async function findTelling(db: Db, reportId: string, step: number): Promise<Telling | undefined> {
  const [found] = await db
    .select()
    .from(tellings)
    .where(and(eq(tellings.reportId, reportId), eq(tellings.step, step)))
  return found
}

/** Every word of a report's papers; that there were some, and their numbers, stay. */
export const eraseTellings = (db: Db, reportId: string): Statement =>
  db.update(tellings).set({ wording: null }).where(eq(tellings.reportId, reportId))

/** Once they have been told of it, what is printed on a later day is a copy; until then a printer may jam. */
export const isCopy = (telling: Telling | undefined, steps: readonly Taken[], today: Day) =>
  telling !== undefined &&
  telling.printedOn !== today &&
  steps.some(({ move, position }) => move === 'told' && position > telling.step)

/** Opens the contact for somebody who has a use for it, and puts both on record. */
type View = (use: ContactUse) => Promise<Uint8Array<ArrayBuffer> | 'overtaken' | undefined>

interface Printing {
  report: Report
  news: News
  /** What was printed before of the same, and keeps its number. */
  before: Telling | undefined
  issuer: string
  wording: Wording
  by: Knower
  now: Date
}

/**
 * The name is looked at to be put on this paper, and the paper has its number: both are on record before the envelope
 * with the name is handed out. `undefined` when it is not held any more.
 */
export async function printTelling(
  db: Db,
  { report, news, before, issuer, wording, by, now }: Printing,
  view: View,
): ReturnType<View> {
  const use = { move: 'print' as const, why: `paper:${news.paper}` }
  if (before) return view({ ...use, steps: [], changes: () => [] })
  const printedOn = dayOf(now)
  const year = yearOf(printedOn)
  const printed = await inSeries(db, { of: 'tellings', issuer, year }, async (numbered) => {
    const number = numbered.position
    const row = { reportId: report.id, step: news.step, issuer, year, number, printedOn }
    const contact = await view({
      ...use,
      steps: [{ ...numbered, at: staffTime(report, now), who: by.id, why: `report:${report.id}` }],
      changes: (db) => [
        db.insert(tellings).values({ ...row, wording: numberedWording(wording, issuer, year, number) }),
      ],
    })
    return contact === 'overtaken' && (await isAsRead(db, report, by)) ? undefined : { contact }
  })
  return printed.contact
}
