import { and, eq, inArray } from 'drizzle-orm'
import { among } from '../db/among.ts'
import type { Db } from '../db/db.ts'
import { insertRows } from '../db/insert-rows.ts'
import { type Recorded, record } from '../log/record.ts'
import { leavings } from './belonging-tables.ts'
import { countSteps } from './earlier.ts'
import { isLeaving } from './leaving.ts'
import type { Person } from './offers.ts'
import { reports } from './tables.ts'

/** Stays with the team, goes to the office, or goes with how to reach the resident. */
const ways = ['keep', 'office', 'contact'] as const
type Way = (typeof ways)[number]
export const isWay = (text: string | undefined): text is Way => ways.some((way) => way === text)

export interface Choice {
  id: string
  way: Way
  /** What had been chosen for it on the page that was looked at. */
  was: Way
}

/**
 * Writes down what shall go, and who said so. Of what cannot go any more nothing is written, nor of what was left as it
 * stood. `overtaken` when somebody has chosen otherwise since for what is chosen now.
 */
export async function chooseLeaving(
  db: Db,
  teamId: string,
  choices: readonly Choice[],
  by: Person,
  now: Date,
): Promise<Recorded> {
  const chosen = choices.filter(({ way, was }) => way !== was)
  const subjectOf = (id: string) => `leaving:${id}`
  const taken = await countSteps(
    db,
    chosen.map(({ id }) => subjectOf(id)),
  )
  const ids = among(chosen.map(({ id }) => id))
  const rows = await db
    .select({ id: reports.id, withContact: leavings.withContact })
    .from(reports)
    .leftJoin(leavings, eq(leavings.reportId, reports.id))
    .where(and(inArray(reports.id, ids), isLeaving(db, teamId, by)))
  const before = new Map(rows.map(({ id, withContact }) => [id, wayOf(withContact)]))
  const changed = chosen.filter(({ id, way }) => before.has(id) && before.get(id) !== way)
  if (changed.some(({ id, was }) => before.get(id) !== was)) return 'overtaken'
  const steps = changed.map(({ id, way }) => ({
    subject: subjectOf(id),
    position: taken(subjectOf(id)) + 1,
    at: now.toISOString(),
    who: by.id,
    move: 'choose',
    from: before.get(id) ?? null,
    to: way,
  }))
  const gone = changed.filter(({ way }) => way !== 'keep')
  return record(db, steps, [
    db.delete(leavings).where(inArray(leavings.reportId, among(changed.map(({ id }) => id)))),
    insertRows(
      db,
      leavings,
      gone.map(({ id, way }) => ({ reportId: id, withContact: way === 'contact' })),
    ),
  ])
}

export const wayOf = (withContact: boolean | null): Way =>
  withContact === null ? 'keep' : withContact ? 'contact' : 'office'
