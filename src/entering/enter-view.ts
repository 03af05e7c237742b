import { treeFor, trees } from '../categories/checklist.ts'
import { openedAs, type Shown, shownNow } from '../categories/editions.ts'
import type { Db } from '../db/db.ts'
import type { treeWords } from '../i18n/categories.ts'
import { theOffice } from '../office/store.ts'
import type { Desk } from '../queue/desk.ts'
import { unitsAway } from '../reports/recusing-units.ts'
import { listAssigned } from '../rounds/assignments.ts'
import { listRounds, type Round } from '../rounds/store.ts'
import type { UnitType } from '../rounds/tables.ts'
import type { Unit } from '../rounds/units.ts'
import type { Bytes } from '../sealing/bytes.ts'
import { type Lock, lockInForce } from '../staff/lock-in-force.ts'
import { OFFICE, teamHolder } from '../staff/roles.ts'
import { listOwnKeys } from '../staff/store.ts'
import type { Own } from '../ui/own-keys.tsx'

/** A unit, and the round in which what was told of it counts. */
export type Place = Unit & { depth: number; round: Round }

/** What the form of entering offers, and to whom the browser seals what is told. */
export interface EnterView {
  desk: Desk
  /**
   * The team's units but for those the person stays away from; at the office's desk those of every team, for it
   * enters what is told of the teams.
   */
  units: readonly Place[]
  /** What may be chosen, for the kinds of unit the team has; of a team what may be said of any office. */
  tiles: readonly { of: keyof typeof treeWords; shown: Shown }[]
  lock: Lock | undefined
  hasLeft: boolean
  salt: Bytes
  keys: Own
}

export async function viewEnter(db: Db, desk: Desk): Promise<EnterView> {
  const { id, roundId, closedOn } = desk.team
  const [rounds, lock, office, keys, away] = await Promise.all([
    listRounds(db),
    lockInForce(db, id),
    theOffice(db),
    listOwnKeys(db, desk.person.id, [teamHolder(id)]),
    unitsAway(db, desk.person.id),
  ])
  const isOffice = id === OFFICE
  const own = rounds.filter((round) => (isOffice ? hasBegun(round, desk.today) : round.id === roundId))
  const places = await placesIn(db, own, (team) => isOffice || team === id)
  const units = places.filter((place) => !away.has(place.id))
  return {
    desk,
    units,
    tiles: await tilesFor(db, units, isOffice),
    lock,
    hasLeft: closedOn !== null,
    salt: office.codeSalt,
    keys,
  }
}

const hasBegun = ({ intakeOpensOn, stage }: Round, today: string) =>
  intakeOpensOn <= today && stage !== 'archived'

/** Of a unit that is in two rounds only the later one: what is told today belongs there. */
async function placesIn(db: Db, rounds: readonly Round[], has: (team: string) => boolean) {
  const places = new Map<string, Place>()
  for (const round of rounds) {
    for (const { unit, team, depth } of await listAssigned(db, round.id)) {
      if (has(team.id) && !places.has(unit.id)) places.set(unit.id, { ...unit, depth, round })
    }
  }
  return [...places.values()]
}

/** By which unit's list what is told is sorted: what is told of a team by that of an office, whatever it inspects. */
export const listTypeFor = (type: UnitType, desk: Desk): UnitType =>
  desk.team.id === OFFICE ? 'organ' : type

/**
 * One group for each tree that the units have; a round's own tree is one for all of them. At the office's desk units
 * are of several rounds and the list is that of the latest, so its version goes along with what is picked.
 */
async function tilesFor(db: Db, units: readonly Place[], pastTeam: boolean): Promise<EnterView['tiles']> {
  const [first] = units
  if (!first) return []
  const told = pastTeam ? (['organ'] as const) : units.map(({ type }) => type)
  const types = new Map(told.map((type) => [treeFor(type), type]))
  const groups = new Map<string, EnterView['tiles'][number]>()
  for (const tree of trees) {
    const type = types.get(tree)
    if (!type) continue
    const now = await shownNow(db, first.round, type, pastTeam)
    const shown = pastTeam ? { ...now, edition: now.edition ?? openedAs(first.round, tree) } : now
    const of = shown.edition?.startsWith('own:') ? 'own' : tree
    groups.set(of, { of, shown })
  }
  return [...groups.values()]
}
