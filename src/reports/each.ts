import { and, eq, type SQL, sql } from 'drizzle-orm'
import { among } from '../db/among.ts'
import type { Db } from '../db/db.ts'
import type { Part } from '../db/in-turn.ts'
import { type Report, reports } from './tables.ts'

/**
 * Does something to each report of which something is true, and is no longer once it is done. What is overtaken is done
 * to the report as it is then. One that comes again all the same is passed over for this go, so that it holds up none
 * of the others.
 */
export function each(db: Db, condition: SQL | undefined, act: (report: Report) => Promise<unknown>): Part {
  const met = new Set<string>()
  const passed: string[] = []
  const isNew = () => sql`${reports.id} not in ${among(passed)}`

  async function actOn(report: Report) {
    if ((await act(report)) !== 'overtaken') return
    const [now] = await db
      .select()
      .from(reports)
      .where(and(condition, eq(reports.id, report.id)))
    if (now) await act(now)
  }

  return async (most, fail) => {
    const rows = await db.select().from(reports).where(and(condition, isNew())).limit(most)
    for (const row of rows) {
      if (met.has(row.id)) passed.push(row.id)
      else await actOn(row).catch(fail)
      met.add(row.id)
    }
    return rows.length
  }
}
