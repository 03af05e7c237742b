import { and, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import type { Report } from './consequences.ts'
import type { Part } from './in-turn.ts'
import { reports } from './tables.ts'

/**
 * Does something to each report of which something is true, and is no longer once it is done. One that comes again all
 * the same, because it was overtaken or is at fault, is passed over for this go, so that it holds up none of the others:
 * of the faults the first is thrown when no other is left.
 */
export function each(db: Db, condition: SQL | undefined, act: (report: Report) => Promise<unknown>): Part {
  const met = new Set<string>()
  const passed: string[] = []
  const failures: unknown[] = []
  const isNew = () => sql`${reports.id} not in (select value from json_each(${JSON.stringify(passed)}))`
  return async (most) => {
    const rows = await db.select().from(reports).where(and(condition, isNew())).limit(most)
    for (const row of rows) {
      if (met.has(row.id)) passed.push(row.id)
      else await act(row).catch((failure: unknown) => failures.push(failure))
      met.add(row.id)
    }
    if (rows.length < most && failures.length > 0) throw failures[0]
    return rows.length
  }
}
