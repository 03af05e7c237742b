import { and, desc, eq, type SQL } from 'drizzle-orm'
import { type Day, dayOf } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { steps } from '../log/tables.ts'
import { people } from './tables.ts'

/** Whose steps say, beside those of the sheets themselves, by whom and why a set of recovery sheets was made. */
export const RECOVERY = 'recovery'

/** A set that took the place of another. `why` is what its maker said. */
export interface SheetsMade {
  by: string
  on: Day
  why: string
}

async function findMade(db: Db, which?: SQL): Promise<SheetsMade | undefined> {
  const [found] = await db
    .select({ at: steps.at, by: people.name, why: steps.why })
    .from(steps)
    .innerJoin(people, eq(people.id, steps.who))
    .where(and(eq(steps.subject, RECOVERY), which))
    .orderBy(desc(steps.position))
    .limit(1)
  return found && { by: found.by, on: dayOf(new Date(found.at)), why: found.why ?? '' }
}

/** The set in force; nothing while it is the one of set-up. */
export const sheetsInForce = (db: Db) => findMade(db)

export const sheetsMadeAt = (db: Db, at: string) => findMade(db, eq(steps.at, at))
