import { and, count, eq, notInArray } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { theOffice } from '../office/store.ts'
import { listAssigned, listPlaced } from '../rounds/assignments.ts'
import { findRound, type Round } from '../rounds/store.ts'
import { assignments } from '../rounds/tables.ts'
import type { Team } from '../rounds/teams.ts'
import { teamReadiness } from '../staff/store.ts'
import type { Expected } from './minting.ts'
import { isCurrent } from './opening.ts'
import { currentIn, listCodes } from './store.ts'
import { codes } from './tables.ts'

/** As many codes as travel in one form: their certificates fit well into what a form of staff may weigh. */
export const GROUP = 20

/** The field in which a unit's own number of sheets is typed; empty, the number for all holds. */
export const sheetsField = (unitId: string) => `sheets.${unitId}`

export interface Lacking {
  team: Team
  /** Without a confirmed key nobody could open what a code brings in, so none is made. */
  confirmed: boolean
  units: readonly Expected[]
}

export interface RoundMinting {
  round: Round
  /** Units assigned in the round, and how many of them have a code. */
  all: number
  made: number
  /** Units without a live code, by the team that inspects them. */
  lacking: readonly Lacking[]
  /** How many sheets the imported list wanted for a unit, where it said so. */
  wanted: ReadonlyMap<string, number>
}

/** What is still to be made in a round. Nothing is remembered of an earlier try but the codes themselves. */
export async function viewRoundMinting(db: Db, roundId: string): Promise<RoundMinting | undefined> {
  const round = await findRound(db, roundId)
  if (!round) return undefined
  const assigned = await listAssigned(db, roundId)
  const office = await theOffice(db)
  const codes = (await listCodes(db, roundId)).filter((code) => isCurrent(code, office))
  const coded = new Set(codes.map(({ unitId }) => unitId))
  const bare = assigned.filter(({ unit }) => !coded.has(unit.id))
  const teams = new Map(bare.map(({ team }) => [team.id, team]))
  const lacking: Lacking[] = []
  for (const team of teams.values()) {
    const units = bare
      .filter((row) => row.team.id === team.id)
      .map(({ unit }) => ({
        unitId: unit.id,
        unitName: unit.name,
        roundId,
        roundTitle: round.title,
        teamId: team.id,
        teamName: team.name,
      }))
    lacking.push({ team, units, confirmed: (await teamReadiness(db, team.id)).confirmed })
  }
  const counted = (await listPlaced(db, roundId)).flatMap(({ unitId, sheets }) =>
    sheets === null ? [] : [[unitId, sheets] as const],
  )
  const made = assigned.length - bare.length
  return { round, all: assigned.length, made, lacking, wanted: new Map(counted) }
}

/** The units whose codes can be made now, in the order they will be. */
export const makeable = ({ lacking }: Pick<RoundMinting, 'lacking'>): Expected[] =>
  lacking.filter(({ confirmed }) => confirmed).flatMap(({ units }) => units)

/** How many units of a round have no live code. */
export async function countWithoutCode(db: Db, roundId: string): Promise<number> {
  const coded = db.select({ unitId: codes.unitId }).from(codes).where(currentIn(db, roundId))
  const bare = and(eq(assignments.roundId, roundId), notInArray(assignments.unitId, coded))
  const [counted] = await db.select({ n: count() }).from(assignments).where(bare)
  return counted?.n ?? 0
}
