import { and, type SQL, sql } from 'drizzle-orm'
import type { Part } from '../clock/in-turn.ts'
import type { Db } from '../db/db.ts'
import type { Report } from './consequences.ts'
import { reports } from './tables.ts'

/** It may have been overtaken the first time. */
const TRIES = 2

/**
 * Does something to each report of which something is true, and is no longer once it is done. One that comes again all
 * the same, because it was overtaken or is at fault, is tried once more and then passed over for this go, so that it
 * holds up none of the others.
 */
export function each(db: Db, condition: SQL | undefined, act: (report: Report) => Promise<unknown>): Part {
  const met = new Map<string, number>()
  const passed: string[] = []
  const isNew = () => sql`${reports.id} not in (select value from json_each(${JSON.stringify(passed)}))`
  return async (most, fail) => {
    const rows = await db.select().from(reports).where(and(condition, isNew())).limit(most)
    for (const row of rows) {
      const tries = met.get(row.id) ?? 0
      if (tries === TRIES) passed.push(row.id)
      else await act(row).catch(fail)
      met.set(row.id, tries + 1)
    }
    return rows.length
  }
}
