import { asc, eq, sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { leavings } from '../reports/belonging-tables.ts'
import { isLeaving } from '../reports/leaving.ts'
import type { Person } from '../reports/offers.ts'
import { reports } from '../reports/tables.ts'
import { units } from '../rounds/tables.ts'
import { people } from '../staff/tables.ts'

/** The list stops here; what is left comes when these have gone. */
const LISTED = 200

/** What may go, as the leader chooses: numbers and dates, never content. The earliest due first. */
export const listChoices = (db: Db, teamId: string, by: Person) =>
  db
    .select({ report: reports, unit: units.name, owner: people.name, withContact: leavings.withContact })
    .from(reports)
    .leftJoin(units, eq(units.id, reports.unitId))
    .leftJoin(people, eq(people.id, reports.owner))
    .leftJoin(leavings, eq(leavings.reportId, reports.id))
    .where(isLeaving(db, teamId, by))
    .orderBy(sql`${reports.due} is null`, asc(reports.due), asc(reports.enquiryNumber))
    .limit(LISTED)

export type Leaving = Awaited<ReturnType<typeof listChoices>>[number]
