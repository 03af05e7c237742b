import { and, asc, desc, eq, isNotNull, or, sql } from 'drizzle-orm'
import type { Day } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import type { FixNotice } from '../fixes/store.ts'
import { fixNotices } from '../fixes/tables.ts'
import { isFixLate } from '../reports/placing.ts'
import { type Report, reports } from '../reports/tables.ts'
import { OWN } from './referring.ts'
import { isFor } from './store.ts'
import type { Supervision } from './supervisions.ts'
import { permits, supervisions } from './tables.ts'
import { isDangerous } from './wall.ts'

export interface PressedFix {
  report: Report
  notice: FixNotice
  signed: Supervision[]
  /** The day that has passed, if the unit is to be pressed now. */
  late: Day | undefined
}

/**
 * The notices of fixes that are late, or were pressed for. What would endanger whoever spoke is pressed for as it was
 * ordered: only with the office's leave.
 */
export async function listPressedFixes(db: Db, person: string, today: Day): Promise<PressedFix[]> {
  const isLeave = and(
    eq(permits.reportId, reports.id),
    eq(permits.handlingUnitId, OWN),
    eq(permits.state, 'granted'),
  )
  const rows = await db
    .select({ report: reports, notice: fixNotices, one: supervisions, leave: permits.id })
    .from(fixNotices)
    .innerJoin(reports, eq(reports.id, fixNotices.reportId))
    .leftJoin(supervisions, eq(supervisions.referralId, fixNotices.order))
    .leftJoin(permits, isLeave)
    .where(and(isFor(db, person, fixNotices), or(eq(reports.state, 'fixing'), isNotNull(supervisions.id))))
    .orderBy(desc(sql`${fixNotices}.rowid`), asc(supervisions.year), asc(supervisions.number))
  const found = new Map<string, PressedFix>()
  for (const { report, notice, one, leave } of rows) {
    const isLast = ![...found.values()].some(
      (later) => later.report.id === report.id && later.notice.order !== notice.order,
    )
    const may = leave !== null || !isDangerous(report)
    const isLate = report.state === 'fixing' && isFixLate(report, today) && (one?.until ?? '') < today
    const late = isLast && may && isLate ? (report.due ?? undefined) : undefined
    const before = found.get(notice.order)?.signed ?? []
    found.set(notice.order, { report, notice, signed: one ? [...before, one] : before, late })
  }
  return [...found.values()].filter(({ signed, late }) => late || signed.length > 0)
}
