import { count, desc, eq, inArray } from 'drizzle-orm'
import { versionsNow } from '../categories/editions.ts'
import { newestVersions } from '../categories/store.ts'
import type { Day } from '../clock/day.ts'
import { among } from '../db/among.ts'
import type { Db } from '../db/db.ts'
import { type Hand, listSteps, type Recorded, record } from '../log/record.ts'
import { steps } from '../log/tables.ts'
import { closesOn, orTeamGone } from './running-on.ts'
import { rounds } from './tables.ts'

export type Round = typeof rounds.$inferSelect
export type RoundFields = Omit<
  Round,
  'id' | 'parent' | 'pausedReason' | 'resumesOn' | 'categories' | 'taken' | 'stage' | 'closedBefore'
> &
  Partial<Pick<Round, 'parent'>>

/**
 * How many steps a thing has had. Forms carry it, and what is saved takes the next step: when somebody else has taken
 * that step meanwhile, nothing is written over.
 */
export const versionOf = async (db: Db, subject: string) => (await listSteps(db, subject)).length

/** The same of many at once: read before anything else that is looked at. */
export async function versionsOf(db: Db, subjects: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .select({ subject: steps.subject, taken: count() })
    .from(steps)
    .where(inArray(steps.subject, among(subjects)))
    .groupBy(steps.subject)
  const taken = new Map(rows.map((row) => [row.subject, row.taken]))
  return new Map(subjects.map((subject) => [subject, taken.get(subject) ?? 0]))
}

export async function findRound(db: Db, id: string): Promise<Round | undefined> {
  const [round] = await db.select().from(rounds).where(eq(rounds.id, id))
  return round
}

/** The latest first. */
export const listRounds = (db: Db): Promise<Round[]> =>
  db.select().from(rounds).orderBy(desc(rounds.term), desc(rounds.seq), desc(rounds.enteredOn))

/**
 * A new round takes the newest version of each category tree, and keeps it whatever is written later. `overtaken` when
 * this id has been created before: the same form sent twice makes one round.
 */
export async function createRound(
  db: Db,
  id: string,
  fields: RoundFields,
  { who, now }: Hand,
): Promise<Recorded> {
  const categories = await newestVersions(db)
  const step = { subject: `round:${id}`, position: 1, at: now.toISOString(), who, move: 'create' }
  return record(db, step, [db.insert(rounds).values({ id, ...fields, categories })])
}

/** Other versions of the trees than it has now, for what comes from now on; 0 under `own` for none of its own. */
export function takeCategories(
  db: Db,
  before: Round,
  version: number,
  chosen: ReturnType<typeof versionsNow>,
  { who, now }: Hand,
): Promise<Recorded> {
  const { id, categories } = before
  const opened: Record<string, number> = versionsNow({ categories, taken: null })
  const said = (versions: typeof chosen) => Object.entries(versions).join(' ')
  const step = {
    subject: `round:${id}`,
    position: version + 1,
    at: now.toISOString(),
    who,
    move: 'categories',
  }
  const taken = Object.fromEntries(Object.entries(chosen).filter(([name, n]) => n !== opened[name]))
  return record(db, { ...step, from: said(versionsNow(before)), to: said(chosen) }, [
    db.update(rounds).set({ taken }).where(eq(rounds.id, id)),
  ])
}

export function changeRound(
  db: Db,
  id: string,
  version: number,
  fields: RoundFields,
  { who, now }: Hand,
): Promise<Recorded | 'team gone'> {
  const step = { subject: `round:${id}`, position: version + 1, at: now.toISOString(), who, move: 'change' }
  const intakeClosesOn = closesOn(db, id, fields.intakeClosesOn)
  const change = { ...fields, intakeClosesOn }
  return orTeamGone(record(db, step, [db.update(rounds).set(change).where(eq(rounds.id, id))]))
}

/** Intake stops at once for every code of the round. `reason` is what the public reads. */
export function pauseIntake(
  db: Db,
  id: string,
  version: number,
  { reason, resumesOn }: { reason: string; resumesOn: Day | null },
  { who, now }: Hand,
): Promise<Recorded> {
  const at = now.toISOString()
  const step = { subject: `round:${id}`, position: version + 1, at, who, move: 'pause', to: 'paused' }
  return record(db, step, [
    db.update(rounds).set({ pausedReason: reason, resumesOn }).where(eq(rounds.id, id)),
  ])
}

export function resumeIntake(db: Db, id: string, version: number, { who, now }: Hand): Promise<Recorded> {
  const at = now.toISOString()
  const step = { subject: `round:${id}`, position: version + 1, at, who, move: 'resume', from: 'paused' }
  return record(db, step, [
    db.update(rounds).set({ pausedReason: null, resumesOn: null }).where(eq(rounds.id, id)),
  ])
}
