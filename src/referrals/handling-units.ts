import { asc, eq } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { type Hand, type Recorded, record } from '../log/record.ts'
import { handlingUnits } from './tables.ts'

export type HandlingUnit = typeof handlingUnits.$inferSelect
export type HandlingUnitFields = Omit<HandlingUnit, 'id'>

export const listHandlingUnits = (db: Db): Promise<HandlingUnit[]> =>
  db.select().from(handlingUnits).orderBy(asc(handlingUnits.retired), asc(handlingUnits.name))

export async function findHandlingUnit(db: Db, id: string): Promise<HandlingUnit | undefined> {
  const [unit] = await db.select().from(handlingUnits).where(eq(handlingUnits.id, id))
  return unit
}

/** `overtaken` when this id has been created before: the same form sent twice makes one unit. */
export function createHandlingUnit(
  db: Db,
  id: string,
  fields: HandlingUnitFields,
  { who, now }: Hand,
): Promise<Recorded> {
  const step = { subject: `handlingUnit:${id}`, position: 1, at: now.toISOString(), who, move: 'create' }
  return record(db, step, [db.insert(handlingUnits).values({ id, ...fields })])
}

/** A unit that is retired gets no more letters; those it has go on. */
export function changeHandlingUnit(
  db: Db,
  id: string,
  version: number,
  fields: HandlingUnitFields,
  { who, now }: Hand,
): Promise<Recorded> {
  const subject = `handlingUnit:${id}`
  const step = { subject, position: version + 1, at: now.toISOString(), who, move: 'change' }
  return record(db, step, [db.update(handlingUnits).set(fields).where(eq(handlingUnits.id, id))])
}
