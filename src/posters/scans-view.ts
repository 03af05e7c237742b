import { type Day, dayOf, daysBetween } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { listAssigned } from '../rounds/assignments.ts'
import { findRound, type Round } from '../rounds/store.ts'
import type { Team } from '../rounds/teams.ts'
import type { Unit } from '../rounds/units.ts'
import { countsByDefault, listCounting, listHanging, listMeasured, listScans } from './scans.ts'
import { isSilent, type Released, release, restOf, silenceCheckedOn } from './suppression.ts'
import { lastFinal } from './tally.ts'

export interface UnitScans {
  unit: Unit
  team: Team
  depth: number
  isCounted: boolean
  scans: Omit<Released, 'kept'>
  starts: Omit<Released, 'kept'>
}

export interface SilentUnit {
  unit: string
  days: number
  checkedOn: Day
}

export interface ScansView {
  round: Round
  today: Day
  upTo: Day
  /** Once a round takes no more, its figures stay as they are. */
  isOver: boolean
  units: readonly UnitScans[]
  silent: readonly SilentUnit[]
  /** What all had beside it, once that can be told. */
  rest: { scans: number | undefined; starts: number | undefined }
}

/** A round whose last day's figures are final. */
const isSettled = ({ intakeClosesOn }: Round, today: Day) => intakeClosesOn <= lastFinal(today)
/** From then on nothing is switched: what goes from a sum that is final could be told by what it was. */
export const maySwitch = ({ intakeClosesOn }: Round, today: Day) => today <= intakeClosesOn

/** What may be seen of the scans of a round, by unit in the order of the round: never by how many. */
export async function viewScans(db: Db, roundId: string, today: Day): Promise<ScansView | undefined> {
  const round = await findRound(db, roundId)
  if (!round) return undefined
  const said = new Map((await listCounting(db, roundId)).map((row) => [row.unitId, row]))
  const counts = await listScans(db, roundId, today)
  const hanging = new Map((await listHanging(db, roundId)).map(({ unitId, since }) => [unitId, since]))
  const measured = new Map(
    (await listMeasured(db, roundId)).map(({ unitId, at }) => [unitId, at ? dayOf(new Date(at)) : '']),
  )
  const upTo = lastFinal(today)
  const isOver = !maySwitch(round, today)

  const seen = (await listAssigned(db, roundId)).map((assigned) => {
    const { id } = assigned.unit
    const stored = counts.filter(({ unitId }) => unitId === id)
    const measuredOn = measured.get(id) ?? ''
    // A number that is entered once it is over makes nothing counted, and takes nothing from a sum that is final.
    const byDefault = measuredOn <= round.intakeClosesOn && countsByDefault(assigned.unit)
    const isCounted = said.get(id)?.isOn ?? (byDefault || (isOver && stored.length > 0))
    const own = isCounted ? stored : []
    const scanned = own.map(({ day, scans }) => [day, scans] as const)
    const [scans, starts] = [release(scanned), release(own.map(({ day, starts }) => [day, starts] as const))]
    const since = hanging.get(id)
    const begun: [Day, ...Day[]] = [
      round.intakeOpensOn,
      ...[since ?? '', said.get(id)?.since ?? '', measuredOn],
    ]
    const checkedOn = since ? silenceCheckedOn(begun) : undefined
    const wasChecked = isCounted && checkedOn !== undefined && checkedOn <= upTo
    const silent = wasChecked && isSilent(scanned, checkedOn, scans)
    return { ...assigned, isCounted, scans, starts, since, checkedOn, wasChecked, silent }
  })

  const cells = seen.filter(({ isCounted }) => isCounted)
  const rest = isSettled(round, today)
    ? {
        scans: restOf(cells.map((row) => ({ ...row.scans, isAlive: row.wasChecked && !row.silent }))),
        starts: restOf(cells.map((row) => ({ ...row.starts, isAlive: false }))),
      }
    : { scans: undefined, starts: undefined }
  return {
    round,
    today,
    upTo,
    isOver,
    rest,
    units: seen.map(({ unit, team, depth, isCounted, scans, starts }) => ({
      unit,
      team,
      depth,
      isCounted,
      scans: shownOf(scans),
      starts: shownOf(starts),
    })),
    silent: seen.flatMap(({ unit, since, checkedOn, silent }) =>
      silent && since && checkedOn ? [{ unit: unit.name, days: daysBetween(since, today), checkedOn }] : [],
    ),
  }
}

const shownOf = ({ shown, on }: Released) => ({ shown, on })
