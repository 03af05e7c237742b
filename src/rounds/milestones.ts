import { asc, count, eq, getTableColumns, sql } from 'drizzle-orm'
import { addDays, type Day, daysBetween } from '../clock/day.ts'
import { type LimitChange, limitOn } from '../clock/limits.ts'
import type { Db } from '../db/db.ts'
import { insertRows } from '../db/insert-rows.ts'
import { type Hand, type Recorded, record } from '../log/record.ts'
import { steps } from '../log/tables.ts'
import type { Round } from './store.ts'
import { milestones } from './tables.ts'

export type Milestone = typeof milestones.$inferSelect
export type MilestoneFields = Omit<Milestone, 'id' | 'roundId'>

export async function findMilestone(db: Db, id: string): Promise<Milestone | undefined> {
  const [found] = await db.select().from(milestones).where(eq(milestones.id, id))
  return found
}

/** In the order in which they fall due. */
export const listMilestones = (db: Db, roundId: string): Promise<Milestone[]> =>
  db
    .select()
    .from(milestones)
    .where(eq(milestones.roundId, roundId))
    .orderBy(asc(milestones.due), asc(milestones.id))

/** In no order, each with how many steps it has had: read in one, nothing can have happened between the two. */
export const listMilestonesWithVersions = (
  db: Db,
  roundId: string,
): Promise<(Milestone & { version: number })[]> =>
  db
    .select({ ...getTableColumns(milestones), version: count(steps.position) })
    .from(milestones)
    .leftJoin(steps, eq(steps.subject, sql`'milestone:' || ${milestones.id}`))
    .where(eq(milestones.roundId, roundId))
    .groupBy(milestones.id)

/** `overtaken` when one of these ids has been added before: the same form sent twice adds once. */
export function addMilestones(db: Db, added: readonly Milestone[], { who, now }: Hand): Promise<Recorded> {
  const at = now.toISOString()
  const steps = added.map(({ id }) => ({
    subject: `milestone:${id}`,
    position: 1,
    at,
    who,
    move: 'create',
  }))
  return record(db, steps, [insertRows(db, milestones, added)])
}

/** Marking it done is a change like any other; the step says so. */
export function changeMilestone(
  db: Db,
  before: Milestone,
  version: number,
  fields: MilestoneFields,
  { who, now }: Hand,
): Promise<Recorded> {
  const { id } = before
  const state = ({ doneOn }: MilestoneFields) => (doneOn === null ? null : 'done')
  const at = now.toISOString()
  const step = { subject: `milestone:${id}`, position: version + 1, at, who, move: 'change' }
  return record(db, { ...step, from: state(before), to: state(fields) }, [
    db.update(milestones).set(fields).where(eq(milestones.id, id)),
  ])
}

/** Takes away what was entered by mistake; its steps stay. */
export function voidMilestone(db: Db, id: string, version: number, { who, now }: Hand): Promise<Recorded> {
  const at = now.toISOString()
  const step = { subject: `milestone:${id}`, position: version + 1, at, who, move: 'void' }
  return record(db, step, [db.delete(milestones).where(eq(milestones.id, id))])
}

/** In days: notice before entry, report after the field, plan after the feedback, evaluation after rectification. */
const usual = { notice: 10, report: 30, plan: 30, evaluation: 30 }

/** What a round usually owes and has not got yet, by when as far as its dates and its feedback tell. */
export function usualMilestones(
  { enteredOn, fieldEndsOn }: Pick<Round, 'enteredOn' | 'fieldEndsOn'>,
  fedBackOn: Day | undefined,
  listed: readonly Pick<Milestone, 'kind'>[],
  changes: readonly LimitChange[],
): Pick<Milestone, 'kind' | 'due'>[] {
  const half = Math.floor(daysBetween(enteredOn, fieldEndsOn) / 2)
  const afterFeedback = (fedBack: Day) => {
    const rectified = limitOn('rectify', fedBack, changes).days
    return [
      { kind: 'plan', due: addDays(fedBack, usual.plan) },
      { kind: 'rectified', due: addDays(fedBack, rectified) },
      { kind: 'evaluation', due: addDays(fedBack, rectified + usual.evaluation) },
    ] as const
  }
  const all = [
    { kind: 'notice', due: addDays(enteredOn, -usual.notice) },
    { kind: 'entry', due: enteredOn },
    { kind: 'midterm', due: addDays(enteredOn, half) },
    { kind: 'report', due: addDays(fieldEndsOn, usual.report) },
    ...(fedBackOn === undefined ? [] : afterFeedback(fedBackOn)),
  ] as const
  return all.filter(({ kind }) => !listed.some((one) => one.kind === kind))
}

/**
 * What still lies ahead and stands on the very day that the rule gives for the old days moves to the day that it gives
 * for the new ones. A day that somebody chose stays, and so does what is done or overdue.
 */
export function movedMilestones<Listed extends Milestone>(
  listed: readonly Listed[],
  before: Pick<Round, 'enteredOn' | 'fieldEndsOn'>,
  after: Pick<Round, 'fieldEndsOn'>,
  today: Day,
): { milestone: Listed; due: Day }[] {
  const [old, next] = [before, { ...before, ...after }].map((dates) =>
    usualMilestones(dates, undefined, [], []),
  )
  return listed.flatMap((milestone) => {
    const { kind, due, doneOn } = milestone
    const [was, is] = [old, next].map((all) => all?.find((one) => one.kind === kind)?.due)
    const moves = doneOn === null && due >= today && due === was && is !== undefined && is !== due
    return moves ? [{ milestone, due: is }] : []
  })
}
