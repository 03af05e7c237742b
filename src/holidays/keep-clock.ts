import { sql } from 'drizzle-orm'
import { announced, type Calendar, calendarWith } from '../clock/calendar.ts'
import type { Db } from '../db/db.ts'
import type { Clock } from '../http/house.ts'
import { allChanges } from './changes.ts'
import { listLimits, readHolidays } from './store.ts'

/** The house's clock. Holidays and limits stay in memory, and are read again once somebody has changed them. */
export function keepClock(db: Db, now: () => Date): Clock {
  let [at, calendar]: [number, Calendar] = [0, announced]
  return {
    now,
    get calendar() {
      return calendar
    },
    async heed(changes) {
      if ((changes ?? (await changesOfTime(db))) === at) return
      const [{ entered, last }, limits] = await Promise.all([readHolidays(db), listLimits(db)])
      at = last + limits.length
      calendar = calendarWith(entered, limits)
    },
  }
}

async function changesOfTime(db: Db): Promise<number> {
  const [all] = await db.all<{ changes: number }>(sql`select ${allChanges} as changes`)
  return all?.changes ?? 0
}
