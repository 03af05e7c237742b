import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { addDays, type Day } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { isTaken } from '../db/faults.ts'
import { prepared } from '../db/prepared.ts'
import { type Hand, type Recorded, record } from '../log/record.ts'
import { hasNewRecovery, stillRecovers } from '../office/recovery-key.ts'
import { stillRoot, unlessNewRoot } from '../office/successions.ts'
import { rounds, teams } from '../rounds/tables.ts'
import type { Bytes } from '../sealing/bytes.ts'
import { type Colleague, listColleagues } from './colleagues.ts'
import { confirmation, FROM_OFFICE, keepersAmong, listGiven } from './keepers.ts'
import { teamHolder } from './roles.ts'
import { hasPersonLeft, stillHere, unlessLeft } from './still-here.ts'
import { grants, teamKeys } from './tables.ts'

export type TeamKeysRow = typeof teamKeys.$inferSelect

/**
 * Residents may still write on the last day in the field, and what they wrote is worked on for weeks after. A round may
 * be put off by months, and its keys are confirmed once.
 */
const AFTER_FIELD = 366

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

const latestFirst = prepared((db) =>
  db
    .select()
    .from(teamKeys)
    .where(eq(teamKeys.teamId, sql.placeholder('team')))
    .orderBy(desc(teamKeys.epoch))
    .prepare(),
)

/** The latest epoch first. */
export const listTeamKeys = (db: Db, team: string): Promise<TeamKeysRow[]> => latestFirst(db).all({ team })

/** The one in force, of those listed; before the office has confirmed any, the latest made. */
export const lockOf = (made: readonly TeamKeysRow[]): TeamKeysRow | undefined =>
  made.find(({ certificate }) => certificate !== null) ?? made[0]

export interface NewKeys
  extends Pick<TeamKeysRow, 'key' | 'contactKey' | 'signature' | 'recoveryKey' | 'recoveryContactKey'> {
  epoch: number
  /** The office certificate whose recovery key they were sealed to. */
  office: string
  grantKey: Bytes
  grantContact: Bytes
  /** The same keys for colleagues who held the earlier ones: a changed lock shuts out nobody who stays. */
  others?: readonly { personId: string; key: Bytes; contact?: Bytes | undefined }[] | undefined
}

/** Public keys, and the private ones as sealed to the leader and to the office's recovery, or nothing. */
export async function keepTeamKeys(
  db: Db,
  teamId: string,
  made: NewKeys,
  { who, now }: Hand,
): Promise<HandedOver> {
  const { grantKey, grantContact, others = [], epoch, office, ...keys } = made
  const colleagues = await listColleagues(db, teamId, epoch)
  const isDue = ({ personId, contact }: (typeof others)[number]) => {
    const taker = colleagues.find(({ id }) => id === personId)
    return mayTake(taker) && (!contact || taker.isDueContact)
  }
  const takers = new Set([who, ...others.map(({ personId }) => personId)])
  if (!others.every(isDue) || takers.size !== others.length + 1) return 'refused'
  const at = now.toISOString()
  const holder = teamHolder(teamId)
  const given = [{ personId: who, key: grantKey, contact: grantContact }, ...others].flatMap((taker) =>
    (['key', 'contact'] as const).flatMap((kind) => {
      const envelope = taker[kind]
      return envelope ? [{ holder, epoch, kind, personId: taker.personId, envelope, by: who }] : []
    }),
  )
  const steps = [
    { subject: `team:${teamId}`, at, who, move: 'makeKeys' },
    ...given.map(({ kind, personId }) => ({
      subject: `grant:${holder}:${epoch}:${kind}:${personId}`,
      at,
      who,
      move: 'grant',
    })),
  ]
  try {
    return await record(db, steps, [
      ...stillHere(db, { giver: who, takers: others.map(({ personId }) => personId) }),
      stillRecovers(db, office),
      db.insert(teamKeys).values({ ...keys, teamId, epoch, madeBy: who, madeAt: at }),
      ...given.map((grant) => db.insert(grants).values(grant)),
    ])
  } catch (error) {
    if (hasPersonLeft(error)) return 'refused'
    if (isTaken(error, 'teamKeys.') || hasNewRecovery(error)) return 'overtaken'
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

const mayTake = (taker: Colleague | undefined): taker is Colleague =>
  taker !== undefined && taker.certificate !== null && taker.state === 'active'

/**
 * Hands keys to a colleague. Refused for who is not a certified, active person of the team, for who gives what they
 * do not hold, and for a contact key from or to anybody but leader and deputy.
 */
export async function handOverKeys(db: Db, handed: HandOver, { who, now }: Hand): Promise<HandedOver> {
  const { teamId, epoch, personId } = handed
  const kinds = (['key', 'contact'] as const).filter((kind) => handed[kind] !== undefined)
  const colleagues = await listColleagues(db, teamId, epoch)
  const giver = colleagues.find(({ id }) => id === who)
  const taker = colleagues.find(({ id }) => id === personId)
  if (!giver || !mayTake(taker) || kinds.length === 0) return 'refused'
  if (kinds.some((kind) => !giver[kind])) return 'refused'
  const own = keepersAmong(await listGiven(db, teamId, epoch)).find(({ id }) => id === who)
  if (!own) return 'refused'
  // Handed on, a key out of the sheets is still out of the sheets: else whoever gave it would lose their own say.
  const by = own.isColleagues ? who : FROM_OFFICE
  if (handed.contact && !(giver.isDueContact && taker.isDueContact)) return 'refused'
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
    return envelope ? [db.insert(grants).values({ holder, epoch, kind, personId, envelope, by })] : []
  })
  try {
    return await record(db, steps, [
      ...stillHere(db, { giver: who, takers: [personId] }),
      // What the office gave may be noise: a colleague's own takes its place.
      db
        .delete(grants)
        .where(
          and(
            ...[eq(grants.holder, holder), eq(grants.epoch, epoch), eq(grants.personId, personId)],
            ...[inArray(grants.kind, kinds), eq(grants.by, FROM_OFFICE)],
          ),
        ),
      ...rows,
    ])
  } catch (error) {
    if (hasPersonLeft(error)) return 'refused'
    if (isTaken(error, 'grants.')) return 'overtaken'
    throw error
  }
}

/** From now on codes may be minted and reports are sealed to this epoch, as the office's root has signed it. */
export async function confirmTeamKeys(
  db: Db,
  { teamId, epoch, madeBy }: TeamKeysRow,
  { certificate, signedBy }: { certificate: string; signedBy: Bytes },
  { who, now }: Hand,
): Promise<Recorded> {
  const at = now.toISOString()
  const steps = [
    { subject: confirmation(teamId, epoch), position: 1, at, who, move: 'confirm' },
    { subject: `team:${teamId}`, at, who, move: 'confirmKeys' },
  ]
  const row = and(eq(teamKeys.teamId, teamId), eq(teamKeys.epoch, epoch), isNull(teamKeys.certificate))
  const recorded = record(db, steps, [
    ...stillHere(db, { giver: who, takers: [madeBy] }),
    stillRoot(db, signedBy),
    db.update(teamKeys).set({ certificate }).where(row),
  ])
  return unlessNewRoot(unlessLeft(recorded))
}
