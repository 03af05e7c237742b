import { and, eq, exists, notInArray, or, type SQL, sql } from 'drizzle-orm'
import type { Db, Statement } from '../db/db.ts'
import { type Recorded, record } from '../log/record.ts'
import { withBelow } from '../rounds/tree.ts'
import { listUnits } from '../rounds/units.ts'
import { LEADING } from '../staff/store.ts'
import { HANDED } from './rows.ts'
import { nextStep, staffTime } from './steps.ts'
import { unlessGone } from './still-there.ts'
import { envelopes, proposals, recusals, reports, unitRecusals } from './tables.ts'

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

/** Who stays away from a unit, from one above it or from one below: of some of it they cannot approve anything. */
export async function listAway(db: Db, unit: string): Promise<string[]> {
  const units = await listUnits(db)
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]))
  const line = withBelow(units, unit)
  for (let at = parents.get(unit); at && !line.has(at); at = parents.get(at)) line.add(at)
  const rows = await db
    .select({ id: unitRecusals.personId })
    .from(unitRecusals)
    .where(sql`${unitRecusals.unitId} in ${among(line)}`)
  return rows.map(({ id }) => id)
}

const among = (ids: Iterable<string>): SQL => sql`(select value from json_each(${JSON.stringify([...ids])}))`

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

interface Hand {
  who: string
  now: Date
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
  const units = among(await below(db, [{ unitId: unit }]))
  const held = await listInHand(db, person, units)
  const ids = among(held.map(({ id }) => id))
  const pending = among(held.flatMap(({ id, pendingBy }) => (pendingBy === person ? [id] : [])))
  const covered = sql`(select "reportId" from recusals where "personId" = ${person} and "byUnit" = 1)`
  const steps = [
    ...stepsOf(person, { version, changes }, { move: 'recuse from unit', to: unit, why }, { who, now }),
    ...held.map((report) =>
      nextStep(report, { move: 'recuse', at: staffTime(report, now), who, why: why ?? null }),
    ),
  ]
  return unlessGone(
    record(db, steps, [
      db.insert(unitRecusals).values({ unitId: unit, personId: person, reason, on }),
      db
        .insert(recusals)
        .select(sql`select id, ${person}, 1 from reports where "unitId" in ${units}`)
        .onConflictDoNothing(),
      db
        .update(reports)
        .set({ steps: sql`steps + 1`, owner: sql`nullif(owner, ${person})` })
        .where(sql`id in ${ids}`),
      db.update(reports).set({ pendingMove: null, pendingBy: null }).where(sql`id in ${pending}`),
      db.delete(proposals).where(sql`"reportId" in ${pending}`),
      db.delete(envelopes).where(and(sql`"reportId" in ${pending}`, eq(envelopes.part, 'draft'))),
      db
        .delete(envelopes)
        .where(and(sql`"reportId" in ${covered}`, eq(envelopes.part, HANDED), eq(envelopes.partId, person))),
      // Given to them since they were looked at: it would lose its team, which it may not lack, so nothing is written.
      db
        .update(reports)
        .set({ teamId: sql<string>`null` })
        .where(and(sql`id in ${covered}`, isInHand(db, person))),
    ]),
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

/** They own it, proposed what waits, or may call its resident. What is over for good stays as it is. */
const isInHand = (db: Db, person: string) =>
  and(
    notInArray(reports.state, ['archived', 'escalated']),
    or(
      eq(reports.owner, person),
      eq(reports.pendingBy, person),
      exists(
        db
          .select({ one: sql`1` })
          .from(envelopes)
          .where(
            and(eq(envelopes.reportId, reports.id), eq(envelopes.part, HANDED), eq(envelopes.partId, person)),
          ),
      ),
    ),
  )

const listInHand = (db: Db, person: string, units: SQL) =>
  db
    .select()
    .from(reports)
    .where(and(sql`${reports.unitId} in ${units}`, isInHand(db, person)))
