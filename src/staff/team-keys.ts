import { and, desc, eq, isNull } from 'drizzle-orm'
import { addDays, type Day } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { isTaken } from '../db/faults.ts'
import { type Recorded, record } from '../log/record.ts'
import { rounds, teams } from '../rounds/tables.ts'
import type { Bytes } from '../sealing/bytes.ts'
import { listColleagues } from './colleagues.ts'
import { teamHolder } from './roles.ts'
import { grants, teamKeys } from './tables.ts'

export type TeamKeysRow = typeof teamKeys.$inferSelect

interface Hand {
  who: string
  now: Date
}

/** Residents may still write on the last day in the field, and what they wrote is worked on for weeks after. */
const AFTER_FIELD = 60

export interface KeyTeam {
  id: string
  name: string
  roundId: string
  fieldEndsOn: Day
}

export async function findKeyTeam(db: Db, id: string): Promise<KeyTeam | undefined> {
  const [team] = await db
    .select({ id: teams.id, name: teams.name, roundId: teams.roundId, fieldEndsOn: rounds.fieldEndsOn })
    .from(teams)
    .innerJoin(rounds, eq(rounds.id, teams.roundId))
    .where(eq(teams.id, id))
  return team
}

/** The days a certificate made today holds. */
export const validity = (team: KeyTeam, today: Day) => ({
  notBefore: today,
  notAfter: addDays(team.fieldEndsOn > today ? team.fieldEndsOn : today, AFTER_FIELD),
})

/** The latest epoch first. */
export const listTeamKeys = (db: Db, teamId: string): Promise<TeamKeysRow[]> =>
  db.select().from(teamKeys).where(eq(teamKeys.teamId, teamId)).orderBy(desc(teamKeys.epoch))

/** The next epoch, while none is confirmed: a leader who lost their keys before that makes new ones. */
export function nextEpoch(made: readonly TeamKeysRow[]): number | undefined {
  return made.some(({ certificate }) => certificate !== null) ? undefined : (made[0]?.epoch ?? 0) + 1
}

export interface NewKeys
  extends Pick<TeamKeysRow, 'key' | 'contactKey' | 'signature' | 'recoveryKey' | 'recoveryContactKey'> {
  epoch: number
  grantKey: Bytes
  grantContact: Bytes
}

/** Public keys, and the private ones as sealed to the leader and to the office's recovery, or nothing. */
export async function makeTeamKeys(
  db: Db,
  teamId: string,
  made: NewKeys,
  { who, now }: Hand,
): Promise<Recorded> {
  const { grantKey, grantContact, epoch, ...keys } = made
  const at = now.toISOString()
  const holder = teamHolder(teamId)
  const own = { holder, epoch, personId: who, by: who }
  const subject = (kind: string) => `grant:${holder}:${epoch}:${kind}:${who}`
  const steps = [
    { subject: `team:${teamId}`, at, who, move: 'makeKeys' },
    { subject: subject('key'), at, who, move: 'grant' },
    { subject: subject('contact'), at, who, move: 'grant' },
  ]
  try {
    return await record(db, steps, [
      db.insert(teamKeys).values({ ...keys, teamId, epoch, madeBy: who, madeAt: at }),
      db.insert(grants).values({ ...own, kind: 'key', envelope: grantKey }),
      db.insert(grants).values({ ...own, kind: 'contact', envelope: grantContact }),
    ])
  } catch (error) {
    if (isTaken(error, 'teamKeys.')) return 'overtaken'
    throw error
  }
}

interface HandOver {
  teamId: string
  epoch: number
  personId: string
  key?: Bytes | undefined
  contact?: Bytes | undefined
}

export type HandedOver = Recorded | 'refused'

/**
 * Hands keys to a colleague. Refused for who is not a certified, active person of the team, for who gives what they
 * do not hold, and for a contact key to anybody but a leader.
 */
export async function handOverKeys(db: Db, handed: HandOver, { who, now }: Hand): Promise<HandedOver> {
  const { teamId, epoch, personId } = handed
  const kinds = (['key', 'contact'] as const).filter((kind) => handed[kind] !== undefined)
  const colleagues = await listColleagues(db, teamId, epoch)
  const giver = colleagues.find(({ id }) => id === who)
  const taker = colleagues.find(({ id }) => id === personId)
  if (!giver || !taker || taker.certificate === null || taker.state !== 'active' || kinds.length === 0)
    return 'refused'
  if (kinds.some((kind) => !giver[kind]) || (handed.contact && !taker.isDueContact)) return 'refused'
  const at = now.toISOString()
  const holder = teamHolder(teamId)
  const steps = kinds.map((kind) => ({
    subject: `grant:${holder}:${epoch}:${kind}:${personId}`,
    at,
    who,
    move: 'grant',
  }))
  const rows = kinds.flatMap((kind) => {
    const envelope = handed[kind]
    return envelope ? [db.insert(grants).values({ holder, epoch, kind, personId, envelope, by: who })] : []
  })
  try {
    return await record(db, steps, rows)
  } catch (error) {
    if (isTaken(error, 'grants.')) return 'overtaken'
    throw error
  }
}

/** From now on codes may be minted and reports are sealed to this epoch. */
export function confirmTeamKeys(
  db: Db,
  { teamId, epoch }: TeamKeysRow,
  certificate: string,
  { who, now }: Hand,
): Promise<Recorded> {
  const at = now.toISOString()
  const steps = [
    { subject: `team:${teamId}:keys:${epoch}`, position: 1, at, who, move: 'confirm' },
    { subject: `team:${teamId}`, at, who, move: 'confirmKeys' },
  ]
  const row = and(eq(teamKeys.teamId, teamId), eq(teamKeys.epoch, epoch), isNull(teamKeys.certificate))
  return record(db, steps, [db.update(teamKeys).set({ certificate }).where(row)])
}
