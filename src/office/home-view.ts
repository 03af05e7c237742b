import { and, eq, ne } from 'drizzle-orm'
import { type Day, dayOf } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import type { House } from '../http/house.ts'
import { HOLDERS, isCurrent } from '../posters/opening.ts'
import { listCodes } from '../posters/store.ts'
import { listAssigned } from '../rounds/assignments.ts'
import { unknownYears } from '../rounds/round-view.ts'
import { listRounds, type Round } from '../rounds/store.ts'
import { listTeams, type Team } from '../rounds/teams.ts'
import { listUnits } from '../rounds/units.ts'
import { type LockStanding, lockStanding } from '../staff/lock-change.ts'
import { isLeading, readRoles } from '../staff/roles.ts'
import { listAdministrators, listNewcomers, type Readiness, teamReadiness } from '../staff/store.ts'
import { memberships, people } from '../staff/tables.ts'
import { listTeamKeys } from '../staff/team-keys.ts'
import { theOffice } from './store.ts'

/** How far one team has come. */
export interface TeamProgress {
  team: Team
  units: number
  /** People with an activation sheet, and whether one of them is a leader. */
  people: number
  hasLeader: boolean
  hasKey: boolean
  /** Whether its lock is to be changed, or a changed one waits for the office. */
  lock: LockStanding
  readiness: Readiness
  isTested: boolean
  isInUse: boolean
}

/** How far a new office has come, and nothing of what anybody wrote. */
export interface Progress {
  today: Day
  administrators: number
  /** Who is to be the second, and waits to be verified. */
  newcomer: string | undefined
  units: number
  round: Round | undefined
  /** The other rounds that are not over, whose lists are looked at one at a time. */
  others: readonly Round[]
  teams: readonly TeamProgress[]
  /** Units of the round, and how many of them have a code that counts. */
  assigned: number
  minted: number
  /** Units of the round whose notice has been scanned for a test. */
  tested: number
  /** Units of the round whose notice is in use. */
  inUse: number
  /** Codes that wait to be put in use. */
  waiting: number
  unknownYears: readonly number[]
}

/**
 * The round the office is busy with: the latest that has not left the field, else the latest. An intake that stands all
 * year is it while no inspection is in the field.
 */
export function currentRound(rounds: readonly Round[], today: Day): Round | undefined {
  const inspecting = rounds.filter(({ type }) => type !== 'standing')
  const inField = ({ fieldEndsOn }: Round) => fieldEndsOn >= today
  return inspecting.find(inField) ?? rounds.find(inField) ?? inspecting[0] ?? rounds[0]
}

export async function viewProgress({ db, clock }: House, wanted?: string): Promise<Progress> {
  const today = dayOf(clock.now())
  const rounds = await listRounds(db)
  const round = rounds.find(({ id }) => id === wanted) ?? currentRound(rounds, today)
  const office = await theOffice(db)
  const assigned = round ? await listAssigned(db, round.id) : []
  const codes = round ? (await listCodes(db, round.id)).filter((code) => isCurrent(code, office)) : []
  const progressOf = async (team: Team): Promise<TeamProgress> => {
    const own = codes.filter(({ teamId }) => teamId === team.id)
    const [staffed, readiness] = await Promise.all([peopleOf(db, team.id), teamReadiness(db, team.id)])
    return {
      team,
      units: assigned.filter((row) => row.team.id === team.id).length,
      ...staffed,
      readiness,
      isTested: own.some(({ state }) => state !== 'draft'),
      isInUse: own.some(({ state }) => state === 'inUse'),
    }
  }
  const teams = await Promise.all((round ? await listTeams(db, round.id) : []).map(progressOf))
  const coded = new Set(codes.map(({ unitId }) => unitId))
  const scanned = new Set(codes.filter(({ state }) => state !== 'draft').map(({ unitId }) => unitId))
  const used = new Set(codes.filter(({ state }) => state === 'inUse').map(({ unitId }) => unitId))
  return {
    today,
    administrators: (await listAdministrators(db)).length,
    newcomer: (await listNewcomers(db))[0]?.name,
    units: (await listUnits(db)).length,
    round,
    others: rounds.filter(({ id, stage }) => id !== round?.id && stage !== 'archived'),
    teams,
    assigned: assigned.length,
    minted: assigned.filter(({ unit }) => coded.has(unit.id)).length,
    tested: assigned.filter(({ unit }) => scanned.has(unit.id)).length,
    inUse: assigned.filter(({ unit }) => used.has(unit.id)).length,
    waiting: codes.filter(({ state }) => state !== 'inUse').length,
    unknownYears: round ? unknownYears(round, today, clock.calendar) : [],
  }
}

async function peopleOf(db: Db, teamId: string) {
  const members = await db
    .select({ roles: memberships.roles })
    .from(memberships)
    .innerJoin(people, and(eq(people.id, memberships.personId), ne(people.state, 'disabled')))
    .where(eq(memberships.team, teamId))
  const keys = await listTeamKeys(db, teamId)
  return {
    people: members.length,
    hasLeader: members.some(({ roles }) => isLeading(readRoles(roles))),
    hasKey: keys.length > 0,
    lock: await lockStanding(db, teamId, keys),
  }
}

export const isConfirmed = ({ readiness }: TeamProgress) => readiness.confirmed
/** Confirmed, and no changed lock waits to be. */
export const isLocked = (team: TeamProgress) => isConfirmed(team) && !team.lock.waits
export const isHeld = ({ readiness }: TeamProgress) => readiness.confirmed && readiness.holders >= HOLDERS
