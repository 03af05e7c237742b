import type { Calendar } from '../clock/calendar.ts'
import { type Day, dayOf, yearOf } from '../clock/day.ts'
import { hardBy } from '../clock/deadlines.ts'
import type { House } from '../http/house.ts'
import { type Code, isLive, listCodes } from '../posters/store.ts'
import { type Readiness, teamReadiness } from '../staff/store.ts'
import { listAssigned } from './assignments.ts'
import { type Counts, countRound } from './counts.ts'
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
  units: readonly { unit: Unit; team: Team; codes: readonly Code[] }[]
  counts: Counts
  /** Years in which deadlines of this round may fall and whose holidays are not announced. */
  unknownYears: readonly number[]
}

/** A round as the office sees it now. Its version is older than anything shown. */
export async function viewRound({ db, clock }: House, id: string): Promise<RoundView | undefined> {
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
  return {
    round,
    version,
    today,
    now,
    counts: await countRound(db, round.id),
    teams,
    units: assigned.map((row) => ({ ...row, codes: codes.filter(({ unitId }) => unitId === row.unit.id) })),
    unknownYears: unknownYears(round, today, clock.calendar),
  }
}

/** From today, or the first report, to the outer limit of what is accepted on the last day. */
export function unknownYears(
  { intakeOpensOn, intakeClosesOn }: Pick<Round, 'intakeOpensOn' | 'intakeClosesOn'>,
  today: Day,
  calendar: Calendar,
): number[] {
  const last = yearOf(hardBy(intakeClosesOn, calendar))
  const first = yearOf(today > intakeOpensOn ? today : intakeOpensOn)
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n)
  return years.filter((year) => !calendar.knows(year))
}
