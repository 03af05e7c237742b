import { and, eq, sql } from 'drizzle-orm'
import { among } from '../db/among.ts'
import type { Db, Statement } from '../db/db.ts'
import { type Hand, type Recorded, record } from '../log/record.ts'
import { withBelow } from '../rounds/tree.ts'
import { listUnits } from '../rounds/units.ts'
import { LEADING } from '../staff/store.ts'
import { recusals, unitRecusals } from './belonging-tables.ts'
import { keepFrom } from './keeping-away.ts'
import { unlessRefused } from './still-there.ts'

export const listUnitRecusals = (db: Db, person: string) =>
  db.select().from(unitRecusals).where(eq(unitRecusals.personId, person)).orderBy(unitRecusals.on)

/** The units somebody stays away from, with all below them. */
export async function unitsAway(db: Db, person: string): Promise<Set<string>> {
  const away = await listUnitRecusals(db, person)
  return away.length > 0 ? below(db, away) : new Set()
}

async function below(db: Db, away: readonly { unitId: string }[]): Promise<Set<string>> {
  const units = await listUnits(db)
  return new Set(away.flatMap(({ unitId }) => [...withBelow(units, unitId)]))
}

/**
 * For the batch that files reports: whoever stays away from the unit of one, or from a unit above it, stays away from
 * it. Read in that very batch, so that nothing filed meanwhile slips through; and without any such recusal nothing of
 * the tree is read.
 */
export function recusedByUnit(db: Db, filed: readonly { id: string; unitId: string }[]): Statement {
  const given = JSON.stringify(filed.map(({ id, unitId }) => [id, unitId]))
  return db
    .insert(recusals)
    .select(
      sql`with recursive above(report, unit) as (
        select value->>0, value->>1 from json_each(${given}) where exists (select 1 from "unitRecusals")
        union
        select report, units."parentId" from above join units on units.id = unit where units."parentId" is not null
      ) select distinct report, "personId", 1 from above join "unitRecusals" on "unitId" = unit where true`,
    )
    .onConflictDoNothing()
}

interface FromUnit {
  person: string
  /** How many steps the person has had on the page that was looked at. */
  version: number
  /** How often a team could have come to be without anybody to approve: read before who else could. */
  changes: number
  unit: string
  /** As the steps keep it, the person's and those of what they had in hand. */
  why: string | undefined
}

/**
 * From now on nothing about the unit and those below it is there for this person, and what they had in hand waits for
 * another. `overtaken` also when they were given more of it in that very moment, or another change could have left the
 * unit without anybody to approve.
 */
export async function recuseFromUnit(
  db: Db,
  { person, version, changes, unit, why, reason, on }: FromUnit & { reason: string; on: string },
  { who, now }: Hand,
): Promise<Recorded> {
  const units = await below(db, [{ unitId: unit }])
  const kept = await keepFrom(db, { person, units, why }, { who, now })
  const seen = { version, changes }
  const steps = stepsOf(person, seen, { move: 'recuse from unit', to: unit, why }, { who, now })
  return unlessRefused(
    record(
      db,
      [...steps, ...kept.steps],
      [db.insert(unitRecusals).values({ unitId: unit, personId: person, reason, on }), ...kept.changes],
    ),
  )
}

/** Over for this unit, but for what another unit or its own leader keeps from them. */
export async function endUnitRecusal(
  db: Db,
  { person, version, changes, unit, why }: FromUnit,
  { who, now }: Hand,
): Promise<Recorded> {
  const others = (await listUnitRecusals(db, person)).filter(({ unitId }) => unitId !== unit)
  const still = among(await below(db, others))
  const seen = { version, changes }
  const steps = stepsOf(person, seen, { move: 'end unit recusal', from: unit, why }, { who, now })
  return record(db, steps, [
    db.delete(unitRecusals).where(and(eq(unitRecusals.unitId, unit), eq(unitRecusals.personId, person))),
    db
      .delete(recusals)
      .where(
        and(
          eq(recusals.personId, person),
          eq(recusals.byUnit, true),
          sql`(select "unitId" from reports where id = "reportId") not in ${still}`,
        ),
      ),
  ])
}

function stepsOf(
  person: string,
  { version, changes }: Pick<FromUnit, 'version' | 'changes'>,
  step: { move: string; from?: string; to?: string; why: string | undefined },
  { who, now }: Hand,
) {
  const taken = { at: now.toISOString(), who }
  return [
    { ...taken, subject: LEADING, position: changes + 1, move: step.move },
    { ...taken, ...step, subject: `person:${person}`, position: version + 1, why: step.why ?? null },
  ]
}
