import { asc, eq, sql } from 'drizzle-orm'
import { namesFiled } from '../categories/editions.ts'
import type { Names } from '../categories/names.ts'
import type { Db } from '../db/db.ts'
import type { House } from '../http/house.ts'
import { findOfficeBox } from '../office/successions.ts'
import { codes } from '../posters/tables.ts'
import { findRound, type Round } from '../rounds/store.ts'
import { units } from '../rounds/tables.ts'
import { lockStanding } from '../staff/lock-change.ts'
import { OFFICE, opensWith, teamHolder } from '../staff/roles.ts'
import { listOwnKeys } from '../staff/store.ts'
import { listTeamKeys, lockOf } from '../staff/team-keys.ts'
import type { Own, OwnKey } from '../ui/own-keys.tsx'
import { countLeft, listGroups } from './counting.ts'
import type { Desk } from './desk.ts'
import type { Looker } from './filters.ts'
import { isEverything, type Looking } from './looking.ts'
import { listHolders } from './people.ts'
import { stampOf } from './stamp.ts'
import { PAGE, placeOf, type QueueRow, queuePage } from './store.ts'

export interface QueueView {
  looking: Looking
  rows: readonly QueueRow[]
  /** What a row's codes stand for: in the words the report was filed under. */
  namesOf: (report: QueueRow['report']) => Names
  /** Where the next page begins, if there is one. */
  next: string | undefined
  keys: Own
  /** Who could hand the team's key over, for somebody who has none. */
  holders: readonly string[] | undefined
  /** What of the team's lock this person can see to now. */
  lock: 'due' | 'reseal' | undefined
  /** Of whoever gives reports to somebody: how many are with people who left. */
  left: number
  groups: readonly Group[] | undefined
  /** What an empty queue says about the notices that are out. */
  intake: { round: Round; sheets: number } | undefined
  /** Says when the page was made: what comes later is new. */
  stamp: string
}

export interface Group {
  code: string
  /** Of a unit; a category's name follows from its code. */
  name: string | undefined
  n: number
}

type Stores = Pick<House, 'db' | 'serverSecret'>

export async function viewQueue(
  { db, serverSecret }: Stores,
  desk: Desk,
  looking: Looking,
): Promise<QueueView> {
  const { team, person, today, moment } = desk
  const looker = { team: team.id, person: person.id, today }
  const [found, standing, left, keys, groups] = await Promise.all([
    queuePage(db, looking, looker),
    standingOf(db, desk),
    person.roles.includes('leader') ? countLeft(db, looker) : 0,
    listOwnKeys(db, person.id, [teamHolder(team.id)]),
    looking.by && groupsOf(db, looker, looking.by),
  ])
  const rows = found.slice(0, PAGE)
  const last = rows.at(-1)
  const holdsKey = opensWith(keys.keys, 'key', standing.inForce)
  return {
    looking,
    rows,
    namesOf: await rowNames(db, desk, rows),
    next: last && found.length > PAGE ? placeOf(looking, last) : undefined,
    keys,
    holders: holdsKey ? undefined : await listHolders(db, team.id, 'key', person.id),
    left,
    lock: standing.isDue ? 'due' : isBehind(keys.keys, standing.inForce, rows) ? 'reseal' : undefined,
    groups,
    intake: rows.length === 0 && isEverything(looking) ? await intakeOf(db, desk) : undefined,
    stamp: await stampOf(serverSecret, team.id, moment.now),
  }
}

/** Of a team whose round has never been given another version all rows have the same; the office has many rounds. */
async function rowNames(db: Db, desk: Desk, rows: readonly QueueRow[]): Promise<QueueView['namesOf']> {
  return desk.isOneEdition
    ? () => desk.names
    : namesFiled(
        db,
        rows.map(({ report }) => report),
      )
}

/** The epoch that the lock in force came at, and whether this person has to change it. */
async function standingOf(db: Db, { team, person }: Desk) {
  if (team.id === OFFICE) return { inForce: await findOfficeBox(db), isDue: false }
  const made = await listTeamKeys(db, team.id)
  return {
    inForce: lockOf(made)?.epoch ?? 0,
    isDue: person.roles.includes('leader') && (await lockStanding(db, team.id, made)).isDue,
  }
}

/**
 * The lock is changed by a leader; what the old one still opens is sealed anew by whoever holds the new one. Only the
 * rows that are shown are looked at: a look at the queue must not search a million for a late one. As the keys page has
 * it, what is archived stays as it is, and so does what this person's keys do not open.
 */
const isBehind = (own: readonly OwnKey[], inForce: number, rows: readonly QueueRow[]) =>
  opensWith(own, 'key', inForce) &&
  rows.some(
    ({ dek, report: { epoch, state, contactHeld } }) =>
      epoch < inForce &&
      state !== 'archived' &&
      dek &&
      opensWith(own, 'key', epoch) &&
      (!contactHeld || [epoch, inForce].every((at) => opensWith(own, 'contact', at))),
  )

/** Units are listed by name, to be found; the rows below keep their own order. */
async function groupsOf(db: Db, looker: Looker, by: 'unit' | 'tile'): Promise<Group[]> {
  const groups = await listGroups(db, looker, by)
  if (by === 'tile') return groups.map(({ name, n }) => ({ code: name, name: undefined, n }))
  const known = await db.select({ id: units.id, name: units.name }).from(units).orderBy(asc(units.name))
  const counted = new Map(groups.map(({ name, n }) => [name, n]))
  return known.flatMap(({ id, name }) => {
    const n = counted.get(id)
    return n === undefined ? [] : [{ code: id, name, n }]
  })
}

async function intakeOf(db: Db, { team }: Desk): Promise<QueueView['intake']> {
  if (!team.roundId) return undefined
  const [round, [posted]] = await Promise.all([
    findRound(db, team.roundId),
    db
      .select({ sheets: sql<number>`coalesce(sum(${codes.sheets}), 0)` })
      .from(codes)
      .where(sql`${eq(codes.teamId, team.id)} and ${codes.state} = 'inUse'`),
  ])
  return round && { round, sheets: posted?.sheets ?? 0 }
}
