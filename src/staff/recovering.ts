import { desc, eq, isNotNull } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { isTaken } from '../db/faults.ts'
import { insertRows } from '../db/insert-rows.ts'
import type { Use } from '../i18n/recovery.ts'
import { listSteps, type Recorded, record } from '../log/record.ts'
import type { SheetSet } from '../office/sheet-set.ts'
import { renewal } from '../office/sheets-kept.ts'
import { listSuccessions } from '../office/successions.ts'
import { permits, referrals } from '../referrals/tables.ts'
import { reports } from '../reports/tables.ts'
import { teams } from '../rounds/tables.ts'
import type { Bytes } from '../sealing/bytes.ts'
import { isCertificateOf } from './certified.ts'
import { listColleagues } from './colleagues.ts'
import {
  type Administrator,
  administratorSteps,
  type Envelopes,
  firstAdministrator,
} from './first-administrator.ts'
import { OFFICE, teamHolder } from './roles.ts'
import { grants, memberships, people, sessions, teamKeys } from './tables.ts'

const RECOVERY = 'recovery'

/** How often the office has been recovered: a door that was opened for the next time closes when this grows. */
export const countRecoveries = async (db: Db): Promise<number> => (await listSteps(db, RECOVERY)).length

export const listUsernames = async (db: Db): Promise<string[]> =>
  (await db.select({ username: people.username }).from(people)).map(({ username }) => username)

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
  return colleagues.flatMap(({ id, state, isDueContact, certificate, key, contact }) =>
    state === 'active' && isDueContact && certificate !== null
      ? [{ personId: id, certificate, lacksKey: !key, lacksContact: !contact }]
      : [],
  )
}

export interface Recovery extends SheetSet {
  why: Use
  person: Administrator
  grants: Envelopes
  joins: readonly { team: string; certificate: string }[]
  given: readonly GivenKeys[]
}

interface GivenKeys {
  team: string
  epoch: number
  personId: string
  key?: Bytes | undefined
  contact?: Bytes | undefined
}

/** Whether the root signed all of it, and every key goes where one is lacking. */
export async function isDueRecovery(
  db: Db,
  root: Bytes,
  { person, grants: envelopes, joins, given }: Recovery,
): Promise<boolean> {
  if (!(await isCertificateOf(root, person.certificate, person, { team: OFFICE, roles: [OFFICE] })))
    return false
  if ((envelopes.boxes?.length ?? 0) !== (await listSuccessions(db)).length) return false
  const lost = await listRecoverable(db)
  const joined = new Set(joins.map(({ team }) => team))
  for (const { team, certificate } of joins) {
    if (!lost.some(({ id, mayJoin }) => id === team && mayJoin)) return false
    if (!(await isCertificateOf(root, certificate, person, { team, roles: ['leader'] }))) return false
  }
  const isDue = ({ team, epoch, personId, key, contact }: GivenKeys) => {
    const keys = lost.find(({ id }) => id === team)?.keys.find((one) => one.epoch === epoch)
    if (!keys || !(key || contact)) return false
    if (personId === person.id) return joined.has(team)
    const taker = keys.takers.find((leader) => leader.personId === personId)
    return taker !== undefined && (!key || taker.lacksKey) && (!contact || taker.lacksContact)
  }
  const once = new Set(given.map(({ team, epoch, personId }) => `${team} ${epoch} ${personId}`))
  return joined.size === joins.length && once.size === given.length && given.every(isDue)
}

/**
 * The new administrator, the teams they join, all that was handed on and the new set of sheets, or nothing. Every
 * session ends: a backup brings back such as had ended. `nth`: which recovery this is; `overtaken` when it has been already.
 */
export async function recoverOffice(
  db: Db,
  { why, person, grants: envelopes, joins, given, ...sheets }: Recovery,
  nth: number,
  now: Date,
): Promise<Recorded | 'taken'> {
  const at = now.toISOString()
  const who = person.id
  const rows = given.flatMap(({ team, epoch, personId, ...sealed }) =>
    (['key', 'contact'] as const).flatMap((kind) => {
      const envelope = sealed[kind]
      return envelope ? [{ holder: teamHolder(team), epoch, kind, personId, envelope, by: who }] : []
    }),
  )
  const places = joins.map((join) => ({ ...join, personId: who, roles: 'leader' }))
  const renewed = await renewal(db, sheets, who, now)
  const steps = [
    { subject: RECOVERY, position: nth, at, who, move: 'recover', why },
    renewed.step,
    ...administratorSteps(who, at, envelopes),
    ...joins.map(({ team }) => ({ subject: `team:${team}`, at, who, move: 'join', why: RECOVERY })),
    ...rows.map(({ holder, epoch, kind, personId }) => ({
      subject: `grant:${holder}:${epoch}:${kind}:${personId}`,
      at,
      who,
      move: 'grant',
    })),
  ]
  try {
    return await record(db, steps, [
      ...firstAdministrator(db, person, envelopes, at),
      ...(places.length > 0 ? [insertRows(db, memberships, places)] : []),
      ...(rows.length > 0 ? [insertRows(db, grants, rows)] : []),
      renewed.change,
      db.delete(sessions),
    ])
  } catch (error) {
    if (isTaken(error, 'people.')) return 'taken'
    throw error
  }
}
