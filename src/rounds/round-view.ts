import type { Calendar } from '../clock/calendar.ts'
import { type Day, dayOf, yearOf } from '../clock/day.ts'
import { hardBy } from '../clock/deadlines.ts'
import type { House } from '../http/house.ts'
import { type Code, isLive, listCodes } from '../posters/store.ts'
import { type Readiness, teamReadiness } from '../staff/store.ts'
import { listAssigned } from './assignments.ts'
import { type Counts, countRound } from './counts.ts'
import { listMilestones, type Milestone, usualMilestones } from './milestones.ts'
import { type InTheWay, listReached, whatIsInTheWay } from './reaching.ts'
import { nextMove, type Stage } from './stages.ts'
import { findRound, type Round, versionOf } from './store.ts'
import { listTeams, type Team } from './teams.ts'
import type { Unit } from './units.ts'

export interface RoundView {
  round: Round
  version: number
  today: Day
  now: Date
  teams: readonly { team: Team; readiness: Readiness; units: number }[]
  /** Each unit with its notices that count. */
  units: readonly {
    unit: Unit
    team: Team
    depth: number
    under: string | undefined
    codes: readonly Code[]
  }[]
  counts: Counts
  /** The stages it has come to, the latest last, and what keeps it from its archive when that is next. */
  reached: readonly { stage: Stage; day: Day }[]
  inTheWay: InTheWay | undefined
  milestones: readonly Milestone[]
  /** Milestones that rounds usually have are not listed yet; the id with which they will be. */
  usual: string | undefined
  /** Years in which deadlines of this round may fall and whose holidays are not announced. */
  unknownYears: readonly number[]
}

/** A round as the office sees it now. Its version is older than anything shown. */
export async function viewRound(house: House, id: string): Promise<RoundView | undefined> {
  const { db, clock } = house
  const version = await versionOf(db, `round:${id}`)
  const round = await findRound(db, id)
  if (!round) return undefined
  const assigned = await listAssigned(db, round.id)
  const codes = (await listCodes(db, round.id)).filter(isLive)
  const teams = []
  for (const team of await listTeams(db, round.id)) {
    const units = assigned.filter((row) => row.team.id === team.id).length
    teams.push({ team, units, readiness: await teamReadiness(db, team.id) })
  }
  const now = clock.now()
  const today = dayOf(now)
  const reached = await listReached(db, id)
  const milestones = await listMilestones(db, id)
  const fedBackOn = reached.find(({ stage }) => stage === 'fedBack')?.day
  const isEnding = nextMove(round.stage) === 'archive'
  const isShort =
    round.stage !== 'archived' &&
    round.type !== 'standing' &&
    usualMilestones(round, fedBackOn, milestones, clock.calendar.limits).length > 0
  return {
    round,
    version,
    today,
    now,
    counts: await countRound(db, round.id),
    reached,
    inTheWay: isEnding ? await whatIsInTheWay(db, round, today) : undefined,
    milestones,
    usual: isShort ? house.newId() : undefined,
    teams,
    units: assigned.map((row) => ({ ...row, codes: codes.filter(({ unitId }) => unitId === row.unit.id) })),
    unknownYears: unknownYears(round, today, clock.calendar),
  }
}

/**
 * From today, or the first report, to the outer limit of what is accepted on the last day; where intake stands all
 * year, of what is accepted today, for nobody has announced the holidays of a whole term.
 */
export function unknownYears(
  { type, intakeOpensOn, intakeClosesOn }: Pick<Round, 'type' | 'intakeOpensOn' | 'intakeClosesOn'>,
  today: Day,
  calendar: Calendar,
): number[] {
  const last = yearOf(hardBy(type === 'standing' ? today : intakeClosesOn, calendar))
  const first = yearOf(today > intakeOpensOn ? today : intakeOpensOn)
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n)
  return years.filter((year) => !calendar.knows(year))
}
