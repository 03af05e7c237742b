import { and, eq, exists, notInArray, or, type SQL, sql } from 'drizzle-orm'
import { among } from '../db/among.ts'
import type { Db, Statement } from '../db/db.ts'
import type { Hand } from '../log/record.ts'
import { envelopes, proposals, recusals } from './belonging-tables.ts'
import { HANDED } from './rows.ts'
import { nextStep, staffTime } from './steps.ts'
import { refusedIf } from './still-there.ts'
import { reports } from './tables.ts'

interface Away {
  person: string
  /** All of them: those below are not looked for. */
  units: Iterable<string>
  /** As the steps of what they had in hand keep it. */
  why: string | undefined
}

/**
 * For a batch after which these units are not there for somebody: nothing about them is, and what they had in hand
 * waits for another. A batch with it is `unlessRefused`: it fails when they were given more of it in that very moment.
 */
export async function keepFrom(db: Db, { person, units: all, why }: Away, { who, now }: Hand) {
  const units = among(all)
  const held = await listInHand(db, person, units)
  const ids = among(held.map(({ id }) => id))
  const pending = among(held.flatMap(({ id, pendingBy }) => (pendingBy === person ? [id] : [])))
  const covered = sql`(select "reportId" from recusals where "personId" = ${person} and "byUnit" = 1)`
  const steps = held.map((report) =>
    nextStep(report, { move: 'recuse', at: staffTime(report, now), who, why: why ?? null }),
  )
  const changes: Statement[] = [
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
    // Given to them since they were looked at.
    refusedIf(db, and(sql`id in ${covered}`, sql`${reports.unitId} in ${units}`, isInHand(db, person))),
  ]
  return { steps, changes }
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
