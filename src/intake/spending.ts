import { eq, lt } from 'drizzle-orm'
import { addDays, type Day } from '../clock/day.ts'
import type { Db, Statement } from '../db/db.ts'
import { insertRows } from '../db/insert-rows.ts'
import { spentWork } from './tables.ts'

/** In the batch of the reports it lets in: shown twice at once, the unique key refuses the second. */
export const spendWork = (db: Db, marks: readonly string[], on: Day): Statement[] =>
  marks.length === 0
    ? []
    : [
        insertRows(
          db,
          spentWork,
          marks.map((mark) => ({ mark, on })),
        ),
      ]

export async function isWorkSpent(db: Db, mark: string): Promise<boolean> {
  const found = await db.select({ on: spentWork.on }).from(spentWork).where(eq(spentWork.mark, mark))
  return found.length > 0
}

/** Work lasts less than a day: what was spent yesterday may have been set yesterday, too. */
export async function sweepSpentWork(db: Db, today: Day): Promise<void> {
  await db.delete(spentWork).where(lt(spentWork.on, addDays(today, -1)))
}
