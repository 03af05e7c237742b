import { and, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import { type Day, dayOf } from '../clock/day.ts'
import type { Db, Statement } from '../db/db.ts'
import { isLacking, isTaken } from '../db/faults.ts'
import { type Hand, type Recorded, record, type Step } from '../log/record.ts'
import { open } from '../reports/lifecycle.ts'
import { reports } from '../reports/tables.ts'
import { mayClose } from './closing.ts'
import { listMilestonesWithVersions } from './milestones.ts'
import { type MilestoneKind, moveOf, type Stage, type StageMoveName, stages } from './stages.ts'
import { findRound, type Round } from './store.ts'
import { milestones, rounds, stagesReached, teams } from './tables.ts'
import { listTeams, type Team } from './teams.ts'

/** The stages a round has come to, with the day of each, the latest last. */
export async function listReached(db: Db, roundId: string): Promise<{ stage: Stage; day: Day }[]> {
  const rows = await db
    .select({ stage: stagesReached.stage, day: stagesReached.day })
    .from(stagesReached)
    .where(eq(stagesReached.roundId, roundId))
  return rows.sort((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage))
}

const stillOpen = (roundId: string) => and(eq(reports.roundId, roundId), inArray(reports.state, [...open]))
const stillThere = (roundId: string) => and(eq(teams.roundId, roundId), isNull(teams.closedOn))

/** What keeps a round from its archive. */
export interface InTheWay {
  early: boolean
  /** Teams that have not been closed. */
  teams: readonly Team[]
  /** Reports that are open, in whosever hands. */
  open: number
}

export async function whatIsInTheWay(db: Db, round: Round, today: Day): Promise<InTheWay> {
  const [counted] = await db.select({ n: count() }).from(reports).where(stillOpen(round.id))
  const there = (await listTeams(db, round.id)).filter(({ closedOn }) => closedOn === null)
  return { early: !mayClose(round, today), teams: there, open: counted?.n ?? 0 }
}

export type Reached = Recorded | 'not allowed' | 'still open'

/**
 * Brings a round to its next stage, with the day on which that happened. The archive is the database's decision, in
 * the batch that archives: with a report open or a team in place the update would take the stage away, which a round
 * may not lack, so nothing at all is written.
 */
export async function reachStage(
  db: Db,
  id: string,
  version: number,
  name: StageMoveName,
  day: Day,
  hand: Hand,
): Promise<Reached> {
  const { from, to, meets, ends } = moveOf(name)
  const round = await findRound(db, id)
  if (round?.stage !== from) return 'not allowed'
  if (ends && !mayClose(round, dayOf(hand.now))) return 'still open'
  const at = hand.now.toISOString()
  const step: Step = {
    subject: `round:${id}`,
    position: version + 1,
    at,
    who: hand.who,
    move: name,
    from,
    to,
  }
  const met = meets ? await meeting(db, id, meets, day, hand) : { steps: [], changes: [] }
  const report = db.select({ id: reports.id }).from(reports).where(stillOpen(id))
  const team = db.select({ id: teams.id }).from(teams).where(stillThere(id))
  const stage = ends ? sql<Stage>`case when exists ${report} or exists ${team} then null else ${to} end` : to
  try {
    return await record(
      db,
      [step, ...met.steps],
      [
        db.update(rounds).set({ stage }).where(eq(rounds.id, id)),
        db.insert(stagesReached).values({ roundId: id, stage: to, day }),
        ...met.changes,
      ],
    )
  } catch (error) {
    if (isLacking(error, 'rounds.stage')) return 'still open'
    if (isTaken(error, 'stagesReached.')) return 'overtaken'
    throw error
  }
}

/** What is noted of the milestones that a stage meets. Where somebody touched one meanwhile, all is overtaken. */
async function meeting(db: Db, roundId: string, kind: MilestoneKind, day: Day, { who, now }: Hand) {
  const all = await listMilestonesWithVersions(db, roundId)
  const owed = all.filter((one) => one.kind === kind && one.doneOn === null)
  const steps: Step[] = owed.map(({ id, version }) => ({
    subject: `milestone:${id}`,
    position: version + 1,
    at: now.toISOString(),
    who,
    move: 'meet',
    to: 'done',
  }))
  const changes: Statement[] = owed.map(({ id }) =>
    db.update(milestones).set({ doneOn: day }).where(eq(milestones.id, id)),
  )
  return { steps, changes }
}
