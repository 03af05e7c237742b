import { and, asc, desc, eq, gt, isNotNull, lt } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Day, dayOf } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import type { Step } from '../log/record.ts'
import { steps } from '../log/tables.ts'
import { permits, referrals } from '../referrals/tables.ts'
import { reports } from '../reports/tables.ts'
import { teams } from '../rounds/tables.ts'
import type { Bytes } from '../sealing/bytes.ts'
import { listColleagues } from './colleagues.ts'
import { FROM_OFFICE } from './keepers.ts'
import { teamHolder } from './roles.ts'
import { type grants, people, teamKeys } from './tables.ts'

/**
 * Every team whose keys the office has confirmed: the latest epoch and those that reports or letters are still
 * sealed to, each with the team's active certified leaders who lack them. `mayJoin`: there is no such leader.
 */
export async function listRecoverable(db: Db) {
  const rows = await db
    .select({ keys: teamKeys, name: teams.name })
    .from(teamKeys)
    .innerJoin(teams, eq(teams.id, teamKeys.teamId))
    .where(isNotNull(teamKeys.certificate))
    .orderBy(teams.name, teams.id, desc(teamKeys.epoch))
  const used = await listUsed(db)
  const found = new Map<string, RecoverableTeam>()
  for (const { keys, name } of rows) {
    const { teamId: id, epoch } = keys
    const isUsed = used.some((one) => one.team === id && one.epoch === epoch)
    if (found.has(id) && !isUsed) continue
    const leaders = await listLeaders(db, id, epoch)
    const team = found.get(id) ?? { id, name, mayJoin: leaders.length === 0, keys: [] }
    team.keys.push({
      ...keys,
      takers: leaders.filter(({ lacksKey, lacksContact }) => lacksKey || lacksContact),
    })
    found.set(id, team)
  }
  return [...found.values()]
}

const listUsed = async (db: Db) => {
  const found = [reports, referrals, permits].map((table) =>
    db.selectDistinct({ team: table.teamId, epoch: table.epoch }).from(table),
  )
  return (await Promise.all(found)).flat()
}

export interface RecoverableTeam {
  id: string
  name: string
  mayJoin: boolean
  keys: (typeof teamKeys.$inferSelect & { takers: Awaited<ReturnType<typeof listLeaders>> })[]
}

async function listLeaders(db: Db, team: string, epoch: number) {
  const colleagues = await listColleagues(db, team, epoch)
  return colleagues.flatMap(({ id, name, state, isDueContact, certificate, key, contact }) =>
    state === 'active' && isDueContact && certificate !== null
      ? [{ personId: id, name, certificate, lacksKey: !key, lacksContact: !contact }]
      : [],
  )
}

/** A key of a team that two sheets opened, sealed to somebody. */
export interface GivenKeys {
  team: string
  epoch: number
  personId: string
  key?: Bytes | undefined
  contact?: Bytes | undefined
}

/** Whether every key goes to a leader who lacks it, or to a newcomer in a team they join, and each but once. */
export function isDueGiven(
  lost: readonly RecoverableTeam[],
  given: readonly GivenKeys[],
  isJoining: (given: GivenKeys) => boolean = () => false,
): boolean {
  const isDue = (one: GivenKeys) => {
    const { team, epoch, personId, key, contact } = one
    const keys = lost.find(({ id }) => id === team)?.keys.find((made) => made.epoch === epoch)
    if (!keys || !(key || contact)) return false
    const taker = keys.takers.find((leader) => leader.personId === personId)
    return taker ? (!key || taker.lacksKey) && (!contact || taker.lacksContact) : isJoining(one)
  }
  const once = new Set(given.map(({ team, epoch, personId }) => `${team} ${epoch} ${personId}`))
  return once.size === given.length && given.every(isDue)
}

/** Steps of a team and a person; a batch takes no two steps of one subject. */
const fromSheets = (team: string, personId = '') => `fromSheets:${team}:${personId}`

/** The grants and their steps, and one step for everybody of a team who was given something. */
export function handing(given: readonly GivenKeys[], who: string, at: string) {
  const rows: (typeof grants.$inferInsert)[] = given.flatMap(({ team, epoch, personId, ...sealed }) =>
    (['key', 'contact'] as const).flatMap((kind) => {
      const envelope = sealed[kind]
      return envelope ? [{ holder: teamHolder(team), epoch, kind, personId, envelope, by: FROM_OFFICE }] : []
    }),
  )
  const told = new Map(given.map((one) => [`${one.team} ${one.personId}`, one]))
  const taken: Step[] = [
    ...[...told.values()].map(({ team, personId }) => ({
      subject: fromSheets(team, personId),
      at,
      who,
      move: 'give',
      to: personId,
    })),
    ...rows.map(({ holder, epoch, kind, personId }) => ({
      subject: `grant:${holder}:${epoch}:${kind}:${personId}`,
      at,
      who,
      move: 'grant',
    })),
  ]
  return { rows, steps: taken }
}

export interface FromSheets {
  on: Day
  /** Who had the sheets, and to whom they gave the team's key. */
  by: string
  to: string
}

/** Whenever a key of this team came out of the recovery sheets. */
export async function listFromSheets(db: Db, teamId: string): Promise<FromSheets[]> {
  const giver = alias(people, 'giver')
  const found = await db
    .select({ at: steps.at, by: giver.name, to: people.name })
    .from(steps)
    .innerJoin(giver, eq(giver.id, steps.who))
    .innerJoin(people, eq(people.id, steps.toState))
    .where(and(gt(steps.subject, fromSheets(teamId)), lt(steps.subject, fromSheets(teamId, '~'))))
    .orderBy(asc(steps.at), asc(people.name))
  return found.map(({ at, ...named }) => ({ ...named, on: dayOf(new Date(at)) }))
}
