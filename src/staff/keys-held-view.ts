import { eq, isNull } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { findOfficeBox } from '../office/successions.ts'
import { rounds, teams } from '../rounds/tables.ts'
import { byTeamNumber } from '../rounds/title.ts'
import { type Colleague, listColleagues } from './colleagues.ts'
import type { Holder } from './keys-held.ts'
import { type LockStanding, lockStanding } from './lock-change.ts'
import { type FromSheets, listFromSheets } from './recoverable.ts'
import { isLeading, OFFICE } from './roles.ts'
import { listAdministrators } from './store.ts'
import { grants } from './tables.ts'
import { listTeamKeys } from './team-keys.ts'

export type Master = Awaited<ReturnType<typeof listMasters>>[number]

export interface HeldTeam {
  id: string
  name: string
  /** Of the key in force; none while there is none. */
  people: readonly (Holder & Pick<Colleague, 'roles'>)[]
  hasKey: boolean
  lock: LockStanding
  fromSheets: readonly FromSheets[]
}

/** The people of a team who count: certified and active. */
export const holdersOf = (colleagues: readonly Colleague[]): HeldTeam['people'] =>
  colleagues
    .filter(({ state, certificate }) => state === 'active' && certificate !== null)
    .map(({ id, name, roles, key, contact }) => ({
      id,
      name,
      roles,
      key,
      contact,
      leads: isLeading(roles),
    }))

/** Every team that is not closed, the latest round first. */
export async function listHeldTeams(db: Db): Promise<HeldTeam[]> {
  const open = await db
    .select({ id: teams.id, name: teams.name, term: rounds.term, seq: rounds.seq })
    .from(teams)
    .innerJoin(rounds, eq(rounds.id, teams.roundId))
    .where(isNull(teams.closedOn))
  const latestFirst = open.sort(byTeamNumber).sort((a, b) => b.term - a.term || b.seq - a.seq)
  return Promise.all(
    latestFirst.map(async ({ id, name }) => {
      const made = await listTeamKeys(db, id)
      const inForce = made.find(({ certificate }) => certificate !== null)
      return {
        id,
        name,
        hasKey: inForce !== undefined,
        people: holdersOf(await listColleagues(db, id, inForce?.epoch ?? 0)),
        lock: await lockStanding(db, id, made),
        fromSheets: await listFromSheets(db, id),
      }
    }),
  )
}

/**
 * Administrators who can act, and whether the office's master key is sealed to them; and whether they open what is
 * sealed to the office: with the box in force, and those before it as long as something lies under one.
 */
export async function listMasters(db: Db, isBehind: boolean) {
  const epoch = await findOfficeBox(db)
  const held = await db
    .select({ id: grants.personId, epoch: grants.epoch, kind: grants.kind })
    .from(grants)
    .where(eq(grants.holder, OFFICE))
  const has = (id: string, kind: 'root' | 'box', at: number) =>
    held.some((one) => one.id === id && one.kind === kind && one.epoch === at)
  const boxes = isBehind ? Array.from({ length: epoch }, (_, before) => before + 1) : [epoch]
  return (await listAdministrators(db)).map(({ id, name }) => ({
    id,
    name,
    holds: has(id, 'root', epoch),
    opens: boxes.every((at) => has(id, 'box', at)),
  }))
}
