import { and, eq } from 'drizzle-orm'
import type { Db } from '../src/db/db.ts'
import { fileReport } from '../src/reports/filing.ts'
import type { Moment } from '../src/reports/moving.ts'
import type { NewReport } from '../src/reports/new-report.ts'
import { type Report, reports } from '../src/reports/tables.ts'
import { random } from '../src/sealing/bytes.ts'
import { makeReportId } from '../src/sealing/seal.ts'

const TEAM = 'team-1'

let number = 100_000

/** A report as it arrives, with envelopes of noise: for what happens to its columns nothing need be opened. */
export async function filed(db: Db, moment: Moment, brought: Partial<NewReport> = {}): Promise<Report> {
  const id = brought.id ?? makeReportId()
  number += 1
  const report: NewReport = {
    id,
    roundId: 'round-1',
    unitId: 'unit-1',
    teamId: TEAM,
    epoch: 1,
    channel: 'scan',
    kind: 'problem',
    tile: 'B3',
    inCourt: 'no',
    afraid: false,
    callMe: false,
    forOther: false,
    namesPerson: false,
    hasText: true,
    identityMode: 'anonymous',
    lookupHash: id,
    enquiryNumber: String(number),
    sealed: (['dek', 'line', 'body', 'access'] as const).map((part) => ({ part, envelope: random(32) })),
    ...brought,
  }
  const answer = await fileReport(db, report, moment.now, moment.calendar)
  if (answer !== 'filed') throw new Error(`not filed: ${answer}`)
  return now(db, id, report.teamId)
}

/** The report as it stands. */
export async function now(db: Db, id: string, team = TEAM): Promise<Report> {
  const [report] = await db
    .select()
    .from(reports)
    .where(and(eq(reports.id, id), eq(reports.teamId, team)))
  if (!report) throw new Error('there is no such report')
  return report
}
