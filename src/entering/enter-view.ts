import { treeFor, trees } from '../categories/checklist.ts'
import { type Shown, shownNow } from '../categories/editions.ts'
import type { Db } from '../db/db.ts'
import type { treeWords } from '../i18n/categories.ts'
import { theOffice } from '../office/store.ts'
import type { Desk } from '../queue/desk.ts'
import { findTeamCertificate } from '../referrals/store.ts'
import { unitsAway } from '../reports/recusing-units.ts'
import { listAssigned } from '../rounds/assignments.ts'
import { findRound, type Round } from '../rounds/store.ts'
import { findTeam } from '../rounds/teams.ts'
import type { Unit } from '../rounds/units.ts'
import type { Bytes } from '../sealing/bytes.ts'
import { teamHolder } from '../staff/roles.ts'
import { listOwnKeys } from '../staff/store.ts'
import type { Own } from '../ui/own-keys.tsx'

/** What the form of entering offers, and to whom the browser seals what is told. */
export interface EnterView {
  desk: Desk
  round: Round
  /** The units of the round that are this team's, but for those the person stays away from. */
  units: readonly (Unit & { depth: number })[]
  /** What may be chosen, for the kinds of unit the team has. */
  tiles: readonly { of: keyof typeof treeWords; shown: Shown }[]
  lock: { epoch: number; certificate: string } | undefined
  hasLeft: boolean
  salt: Bytes
  keys: Own
}

/** `undefined` for a desk without a round: the office enters nothing by itself. */
export async function viewEnter(db: Db, desk: Desk): Promise<EnterView | undefined> {
  const { id, roundId } = desk.team
  if (!roundId) return undefined
  const [round, team, assigned, signed, office, keys, away] = await Promise.all([
    findRound(db, roundId),
    findTeam(db, id),
    listAssigned(db, roundId),
    findTeamCertificate(db, id),
    theOffice(db),
    listOwnKeys(db, desk.person.id, [teamHolder(id)]),
    unitsAway(db, desk.person.id),
  ])
  if (!round || !team) return undefined
  const units = assigned.flatMap(({ unit, team, depth }) =>
    team.id === id && !away.has(unit.id) ? [{ ...unit, depth }] : [],
  )
  return {
    desk,
    round,
    units,
    tiles: await tilesFor(db, round, units),
    lock: signed?.certificate ? { epoch: signed.epoch, certificate: signed.certificate } : undefined,
    hasLeft: team.closedOn !== null,
    salt: office.codeSalt,
    keys,
  }
}

/** One group for each tree that the team's units have; a round's own tree is one for all of them. */
async function tilesFor(db: Db, round: Round, units: readonly Unit[]): Promise<EnterView['tiles']> {
  const types = new Map(units.map(({ type }) => [treeFor(type), type]))
  const groups = new Map<string, EnterView['tiles'][number]>()
  for (const tree of trees) {
    const type = types.get(tree)
    if (!type) continue
    const shown = await shownNow(db, round, type)
    const of = shown.edition?.startsWith('own:') ? 'own' : tree
    groups.set(of, { of, shown })
  }
  return [...groups.values()]
}
