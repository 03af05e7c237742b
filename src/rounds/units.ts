import { and, asc, count, eq, gte, lt } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { type Hand, type Recorded, record } from '../log/record.ts'
import { steps } from '../log/tables.ts'
import { codes } from '../posters/tables.ts'
import { handlingUnits } from '../referrals/tables.ts'
import { unitRecusals } from '../reports/belonging-tables.ts'
import { reports } from '../reports/tables.ts'
import { assignments, units } from './tables.ts'

export type Unit = typeof units.$inferSelect
export type UnitFields = Omit<Unit, 'id' | 'system' | 'headcount'> &
  Partial<Pick<Unit, 'system' | 'headcount'>>

export async function findUnit(db: Db, id: string): Promise<Unit | undefined> {
  const [unit] = await db.select().from(units).where(eq(units.id, id))
  return unit
}

export const listUnits = (db: Db): Promise<Unit[]> => db.select().from(units).orderBy(asc(units.name))

/** How many steps each unit has had, by its id. */
export async function unitVersions(db: Db): Promise<Map<string, number>> {
  const ofUnits = and(gte(steps.subject, 'unit:'), lt(steps.subject, 'unit;'))
  const rows = await db
    .select({ subject: steps.subject, n: count() })
    .from(steps)
    .where(ofUnits)
    .groupBy(steps.subject)
  return new Map(rows.map(({ subject, n }) => [subject.slice('unit:'.length), n]))
}

/** `overtaken` when this id has been created before. */
export function createUnit(db: Db, id: string, fields: UnitFields, { who, now }: Hand): Promise<Recorded> {
  const step = { subject: `unit:${id}`, position: 1, at: now.toISOString(), who, move: 'create' }
  return record(db, step, [db.insert(units).values({ id, ...fields })])
}

/**
 * Whether nothing leads to the unit: no round, no notice that was ever made, no unit below it, no handling unit that
 * belongs to it, nobody who stays away from it, no report about it. Where reports may go is read off the tree.
 */
export async function isUnused(db: Db, id: string): Promise<boolean> {
  const led = await Promise.all([
    db.select({ id: assignments.unitId }).from(assignments).where(eq(assignments.unitId, id)).limit(1),
    db.select({ id: codes.unitId }).from(codes).where(eq(codes.unitId, id)).limit(1),
    db.select({ id: units.id }).from(units).where(eq(units.parentId, id)).limit(1),
    db.select({ id: unitRecusals.unitId }).from(unitRecusals).where(eq(unitRecusals.unitId, id)).limit(1),
    db.select({ id: handlingUnits.id }).from(handlingUnits).where(eq(handlingUnits.belongsTo, id)).limit(1),
  ])
  if (led.flat().length > 0) return false
  // Last, because no index finds them.
  const about = await db.select({ id: reports.id }).from(reports).where(eq(reports.unitId, id)).limit(1)
  return about.length === 0
}

/** Takes away what was entered by mistake; its steps stay. A unit that was put in a round meanwhile is `overtaken`. */
export function voidUnit(db: Db, id: string, version: number, { who, now }: Hand): Promise<Recorded> {
  const step = { subject: `unit:${id}`, position: version + 1, at: now.toISOString(), who, move: 'void' }
  return record(db, step, [db.delete(units).where(eq(units.id, id))])
}
