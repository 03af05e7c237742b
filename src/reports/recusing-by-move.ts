import { and, eq, ne, sql } from 'drizzle-orm'
import { among } from '../db/among.ts'
import type { Db } from '../db/db.ts'
import type { Hand } from '../log/record.ts'
import { versionOf } from '../rounds/store.ts'
import { withBelow } from '../rounds/tree.ts'
import type { Unit } from '../rounds/units.ts'
import { recusals, unitRecusals } from './belonging-tables.ts'
import { keepFrom } from './keeping-away.ts'

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
