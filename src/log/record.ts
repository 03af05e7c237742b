import { and, asc, eq, sql } from 'drizzle-orm'
import type { Db, Statement } from '../db/db.ts'
import { isLacking, isTaken } from '../db/faults.ts'
import { insertRows } from '../db/insert-rows.ts'
import { steps } from './tables.ts'

export interface Step {
  /** What it happened to, such as `report:ID`. */
  subject: string
  /**
   * The place this step takes among the subject's steps. Left out, it is the next one, whatever came before: for one
   * step of a subject at a time.
   */
  position?: number
  /** An instant, or a bare day where an instant would tell when a resident wrote. */
  at: string
  who?: string | null
  move: string
  from?: string | null
  to?: string | null
  /** As `writeWhy` writes it. Never a resident's text in clear. */
  why?: string | null
}

/** Who does something, and when. */
export interface Hand {
  who: string
  now: Date
}

/** All of it is written, or nothing: somebody else was faster. */
export type Recorded = 'done' | 'overtaken'

/**
 * The one way anything moves. The steps and what they change are one batch, and the steps come first: when somebody
 * else has taken a step's position, nothing at all is written and the answer is `overtaken`. Without a step nothing is
 * written either.
 */
export async function record(
  db: Db,
  taken: Step | readonly Step[],
  changes: readonly Statement[],
): Promise<Recorded> {
  const [first, ...rest] = inGroups([taken].flat())
  if (!first) return 'done'
  try {
    await db.batch([insertSteps(db, first), ...rest.map((some) => insertSteps(db, some)), ...changes])
    return 'done'
  } catch (error) {
    if (isTaken(error, 'steps.')) return 'overtaken'
    throw error
  }
}

/** `answer` when a batch was refused because it would have taken away this column, such as `teams.name`. */
export async function unlessLacking<Written, Answer extends string>(
  recorded: Promise<Written>,
  column: string,
  answer: Answer,
): Promise<Written | Answer> {
  try {
    return await recorded
  } catch (error) {
    if (isLacking(error, column)) return answer
    throw error
  }
}

/**
 * A parameter of D1 holds two million bytes, and a statement takes a hundred of them: a step without a position takes
 * eight.
 */
const inGroups = (rows: readonly Step[], size = rows.every(isPlaced) ? 5000 : 12) =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, n) => rows.slice(n * size, (n + 1) * size))

function insertSteps(db: Db, rows: readonly Step[]): Statement {
  if (rows.every(isPlaced)) return insertRows(db, steps, rows.map(rowOf))
  const next = ({ subject }: Step) =>
    sql`(select coalesce(max(position), 0) + 1 from steps where subject = ${subject})`
  return db
    .insert(steps)
    .values(rows.map((step) => rowOf({ ...step, position: step.position ?? next(step) })))
}

const isPlaced = (step: Step): step is Step & { position: number } => step.position !== undefined

function rowOf<Position>({ from, to, who, why, ...step }: Omit<Step, 'position'> & { position: Position }) {
  return { ...step, who: who ?? null, fromState: from ?? null, toState: to ?? null, why: why ?? null }
}

/** Every step of a subject, such as `report:ID`, the first one first; none when nothing ever happened to it. */
export const listSteps = (db: Db, subject: string) =>
  db.select().from(steps).where(eq(steps.subject, subject)).orderBy(asc(steps.position))

/** The step at that position, counted from 1; undefined when there is none. */
export async function findStep(db: Db, subject: string, position: number) {
  const [step] = await db
    .select()
    .from(steps)
    .where(and(eq(steps.subject, subject), eq(steps.position, position)))
  return step
}
