import { and, asc, eq, lte } from 'drizzle-orm'
import { addDays, type Day } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { units } from '../rounds/tables.ts'
import { codes, sheets } from './tables.ts'

/** Every sheet that hangs is looked at once a week. */
const DAYS = 7
/** One page of them; whoever has checked these gets the next. */
const MOST = 50

/** The sheets of notices in use that nobody has looked at for a week, the longest first: a team's, or all. */
export const listToCheck = (db: Db, today: Day, teamId?: string) =>
  db
    .select({
      noticeNumber: codes.noticeNumber,
      sheet: sheets.number,
      place: sheets.place,
      checkedOn: sheets.checkedOn,
      unit: units.name,
    })
    .from(sheets)
    .innerJoin(codes, eq(codes.token, sheets.token))
    .innerJoin(units, eq(units.id, codes.unitId))
    .where(
      and(
        eq(sheets.state, 'posted'),
        lte(sheets.checkedOn, addDays(today, -DAYS)),
        eq(codes.state, 'inUse'),
        teamId === undefined ? undefined : eq(codes.teamId, teamId),
      ),
    )
    .orderBy(asc(sheets.checkedOn), asc(codes.noticeNumber), asc(sheets.number))
    .limit(MOST)

export type ToCheck = Awaited<ReturnType<typeof listToCheck>>[number]
