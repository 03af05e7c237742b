import { and, eq, ne, sql } from 'drizzle-orm'
import type { Db, Statement } from '../db/db.ts'
import { type Recorded, record } from '../log/record.ts'
import { versionOf } from '../rounds/store.ts'
import { withBelow } from '../rounds/tree.ts'
import { listUnits, type Unit } from '../rounds/units.ts'
import { LEADING } from '../staff/store.ts'
import { among, type Hand, keepFrom } from './keeping-away.ts'
import { unlessGone } from './still-there.ts'
import { recusals, unitRecusals } from './tables.ts'

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
  return unlessGone(
    record(
      db,
      [...steps, ...kept.steps],
      [db.insert(unitRecusals).values({ unitId: unit, personId: person, reason, on }), ...kept.changes],
    ),
  )
}

interface Tree {
  before: readonly Pick<Unit, 'id' | 'parentId'>[]
  /** As it is once the unit has moved. */
  units: readonly Pick<Unit, 'id' | 'parentId'>[]
  moved: string
  whyOf: (person: string, reason: string) => string | undefined
}

/**
 * For the batch that moves a unit with all below it: whoever stays away from where it comes to lie stays away from what
 * is there about it, as from what is filed later. Out from under such a unit it is as when a recusal ends, but nobody
 * gets back sight of anything by a move of their own, nor comes to see what is filed later: from then on they stay away
 * from the unit itself, until a colleague ends it.
 */
export async function recusedByMove(db: Db, { before, units, moved, whyOf }: Tree, hand: Hand) {
  const here = withBelow(units, moved)
  const all = await db.select().from(unitRecusals)
  const away = new Map<string, { person: string; units: Set<string>; why: string | undefined }>()
  for (const { unitId, personId: person, reason } of all) {
    const both = [...withBelow(units, unitId)].filter((id) => here.has(id))
    const known = away.get(person) ?? { person, units: new Set(), why: whyOf(person, reason) }
    if (both.length > 0) away.set(person, { ...known, units: new Set([...known.units, ...both]) })
  }
  const kept = await Promise.all([...away.values()].map((one) => keepFrom(db, one, hand)))
  const about = sql`(select id from reports where "unitId" in ${among(here)})`
  const others = and(eq(recusals.byUnit, true), ne(recusals.personId, hand.who))
  const mine = all.filter(({ personId }) => personId === hand.who)
  const covers = (tree: Tree['units']) => mine.find(({ unitId }) => withBelow(tree, unitId).has(moved))
  const left = covers(units) ? undefined : covers(before)
  const stays = left && { ...left, unitId: moved }
  return {
    steps: [
      ...inOrder(kept.flatMap(({ steps }) => steps)),
      ...(stays ? [await stayingAway(db, stays, whyOf, hand)] : []),
    ],
    changes: [
      ...(stays ? [db.insert(unitRecusals).values(stays)] : []),
      db.delete(recusals).where(and(others, sql`"reportId" in ${about}`)),
      ...kept.flatMap(({ changes }) => changes),
    ],
  }
}

async function stayingAway(
  db: Db,
  { unitId, personId, reason }: typeof unitRecusals.$inferSelect,
  whyOf: Tree['whyOf'],
  { who, now }: Hand,
) {
  const position = (await versionOf(db, `person:${personId}`)) + 1
  const taken = { subject: `person:${personId}`, position, at: now.toISOString(), who }
  return { ...taken, move: 'recuse from unit', to: unitId, why: whyOf(personId, reason) ?? null }
}

/** Of two who had the same report in hand, each takes a step of it. */
function inOrder<Placed extends { subject: string; position: number }>(steps: readonly Placed[]): Placed[] {
  const taken = new Map<string, number>()
  return steps.map((step) => {
    const before = taken.get(step.subject) ?? 0
    taken.set(step.subject, before + 1)
    return { ...step, position: step.position + before }
  })
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
