import { asc, eq, sql } from 'drizzle-orm'
import type { Db, Statement } from '../db/db.ts'
import { isTaken } from '../db/faults.ts'
import { steps } from './tables.ts'

export interface Step {
  /** What it happened to, such as `report:ID`. */
  subject: string
  /** The place this step takes among the subject's steps. Left out, it is the next one, whatever came before. */
  position?: number
  /** An instant for staff, a bare day for residents. */
  at: string
  who?: string | null
  move: string
  from?: string | null
  to?: string | null
  /** A reason from a list, or `sealed:PART_ID`. Never text in clear. */
  why?: string | null
}

export type Recorded = 'done' | 'overtaken'

/**
 * The one way anything moves. The steps and what they change are one batch, and the steps come first: when somebody
 * else has taken a step's position, nothing at all is written and the answer is `overtaken`.
 */
export async function record(
  db: Db,
  taken: Step | readonly Step[],
  changes: readonly Statement[],
): Promise<Recorded> {
  const rows = [taken].flat().map(rowOf)
  if (rows.length === 0) return 'done'
  try {
    await db.batch([db.insert(steps).values(rows), ...changes])
    return 'done'
  } catch (error) {
    if (isTaken(error, 'steps.')) return 'overtaken'
    throw error
  }
}

function rowOf(step: Step) {
  const next = sql`(select coalesce(max(position), 0) + 1 from steps where subject = ${step.subject})`
  return {
    subject: step.subject,
    position: step.position ?? next,
    at: step.at,
    who: step.who ?? null,
    move: step.move,
    fromState: step.from ?? null,
    toState: step.to ?? null,
    why: step.why ?? null,
  }
}

export const listSteps = (db: Db, subject: string) =>
  db.select().from(steps).where(eq(steps.subject, subject)).orderBy(asc(steps.position))
