import { and, desc, eq } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { writeWhy } from '../log/why.ts'
import { type Moment, type Moved, moveByOffice } from '../reports/moving.ts'
import type { HandlingUnit } from './handling-units.ts'
import { choicesFor } from './referring.ts'
import { isFor, type listToDesignate } from './store.ts'
import { designations, handlingUnits } from './tables.ts'

export type ToDesignate = Awaited<ReturnType<typeof listToDesignate>>[number]

/** Whom the office may name: any in use that is not behind the wall, be it one that has given this back. */
export const listNameable = async (db: Db, { report, returns }: ToDesignate): Promise<HandlingUnit[]> =>
  (await choicesFor(db, report, returns)).flatMap(({ unit, barrier }) => (barrier === 'wall' ? [] : [unit]))

/** Whom the office has named for it last, unless this person stays away from it. */
export async function findNamed(db: Db, reportId: string, person: string): Promise<string | undefined> {
  const [named] = await db
    .select({ unit: handlingUnits.name })
    .from(designations)
    .innerJoin(handlingUnits, eq(handlingUnits.id, designations.handlingUnitId))
    .where(and(eq(designations.reportId, reportId), isFor(db, person, designations)))
    .orderBy(desc(designations.returns))
    .limit(1)
  return named?.unit
}

/** A step of the report's own, so that whoever is faster with anything else about it goes first. */
export function designate(
  db: Db,
  { report, returns }: ToDesignate,
  unit: string,
  who: string,
  moment: Moment,
): Promise<Moved> {
  const alongside = (db: Db) => [
    db
      .update(designations)
      .set({ handlingUnitId: unit })
      .where(and(eq(designations.reportId, report.id), eq(designations.returns, returns))),
  ]
  const form = { decided: {}, why: writeWhy({ unit }), sealed: [], alongside }
  return moveByOffice(db, report, 'designate', who, form, moment)
}
