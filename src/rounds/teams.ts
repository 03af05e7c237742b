import { asc, eq, sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { isTaken } from '../db/faults.ts'
import { prepared } from '../db/prepared.ts'
import { type Hand, type Recorded, record } from '../log/record.ts'
import { rounds, teams } from './tables.ts'
import { byTeamNumber } from './title.ts'

export type Team = typeof teams.$inferSelect
export type TeamFields = Omit<Team, 'id' | 'roundId' | 'closedOn' | 'successor'>

const byId = prepared((db) =>
  db
    .select()
    .from(teams)
    .where(eq(teams.id, sql.placeholder('id')))
    .prepare(),
)

const roundOf = prepared((db) =>
  db
    .select({ round: rounds })
    .from(teams)
    .innerJoin(rounds, eq(rounds.id, teams.roundId))
    .where(eq(teams.id, sql.placeholder('teamId')))
    .prepare(),
)

export async function findTeam(db: Db, id: string): Promise<Team | undefined> {
  const [team] = await byId(db).all({ id })
  return team
}

/** The round a team works in; none for the office. */
export async function findRoundOf(db: Db, teamId: string): Promise<typeof rounds.$inferSelect | undefined> {
  const [found] = await roundOf(db).all({ teamId })
  return found?.round
}

export async function listTeams(db: Db, roundId: string): Promise<Team[]> {
  const all = await db.select().from(teams).where(eq(teams.roundId, roundId)).orderBy(asc(teams.id))
  return all.sort(byTeamNumber)
}

/** Whether all that is printed of it is there: of a team that a table named, the office fills in the rest. */
export const isWhole = ({ base, postal, box, phone, hours }: Team) =>
  [base, postal, box, phone, hours].every((text) => text !== '')

/** `taken`: another team of the round has the name. */
export type Named = Recorded | 'taken'

/** `overtaken` when this id has been created before. */
export function createTeam(
  db: Db,
  { id, roundId }: { id: string; roundId: string },
  fields: TeamFields,
  { who, now }: Hand,
): Promise<Named> {
  const step = { subject: `team:${id}`, position: 1, at: now.toISOString(), who, move: 'create' }
  return unlessTaken(record(db, step, [db.insert(teams).values({ id, roundId, ...fields })]))
}

export function changeTeam(
  db: Db,
  id: string,
  version: number,
  fields: TeamFields,
  { who, now }: Hand,
): Promise<Named> {
  const step = { subject: `team:${id}`, position: version + 1, at: now.toISOString(), who, move: 'change' }
  return unlessTaken(record(db, step, [db.update(teams).set(fields).where(eq(teams.id, id))]))
}

const unlessTaken = (writing: Promise<Recorded>): Promise<Named> =>
  writing.catch((error: unknown) => {
    if (isTeamTaken(error)) return 'taken'
    throw error
  })

/** A round has each name of a team once, whoever writes it at the same moment. */
export const isTeamTaken = (error: unknown) => isTaken(error, 'teams.roundId')
