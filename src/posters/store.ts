import { and, asc, desc, eq, isNotNull, ne, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { prepared } from '../db/prepared.ts'
import { offices, successions } from '../office/tables.ts'
import { rounds, teams, units } from '../rounds/tables.ts'
import { byTeamNumber } from '../rounds/title.ts'
import { treeOf } from '../rounds/tree.ts'
import { readCrockford } from '../sealing/base32.ts'
import { teamKeys } from '../staff/tables.ts'
import { codes } from './tables.ts'

export type Code = typeof codes.$inferSelect

/** What of the office a public page may show or needs. */
const publicOffice = {
  fullName: offices.fullName,
  shortName: offices.shortName,
  jurisdiction: offices.jurisdiction,
  level: offices.level,
  superiorName: offices.superiorName,
  superiorPhone: offices.superiorPhone,
  phone: offices.phone,
  hours: offices.hours,
  publicUrl: offices.publicUrl,
  root: offices.root,
  certificate: offices.certificate,
  addressCertificate: offices.addressCertificate,
  secondAddress: offices.secondAddress,
  codeSalt: offices.codeSalt,
}

/** The team's key in force: the latest epoch that the office has certified. */
const keyInForce = {
  epoch: teamKeys.epoch,
  key: teamKeys.key,
  contactKey: teamKeys.contactKey,
  certificate: teamKeys.certificate,
}

/**
 * Everything a page about one code needs, in one question. `keys` is null until the team's key is certified. A code for
 * another purpose is no door to the form, and so is none that is known here.
 */
const allAbout = (db: Db, which: SQL) =>
  db
    .select({
      code: codes,
      unit: units,
      round: rounds,
      team: teams,
      office: publicOffice,
      keys: keyInForce,
      /** The root it pins was the office's, until this change of the office's lock. */
      rootUntil: successions.number,
      /** Which of the office's boxes came with that root. */
      box: sql<number>`coalesce(${successions.number}, (select count(*) + 1 from ${successions}))`,
    })
    .from(codes)
    .innerJoin(units, eq(units.id, codes.unitId))
    .innerJoin(rounds, eq(rounds.id, codes.roundId))
    .innerJoin(teams, eq(teams.id, codes.teamId))
    .innerJoin(offices, isNotNull(offices.id))
    .leftJoin(successions, eq(successions.root, codes.root))
    .leftJoin(teamKeys, and(eq(teamKeys.teamId, codes.teamId), isNotNull(teamKeys.certificate)))
    .where(and(which, eq(codes.purpose, 'report')))
    .orderBy(desc(teamKeys.epoch))
    .limit(1)
    .prepare()

const byToken = prepared((db) => allAbout(db, eq(codes.token, sql.placeholder('token'))))
const byNumber = prepared((db) => allAbout(db, eq(codes.noticeNumber, sql.placeholder('number'))))

function foundIn([found]: Awaited<ReturnType<ReturnType<typeof allAbout>['all']>>) {
  if (!found) return undefined
  const { epoch, key, contactKey, certificate } = found.keys ?? {}
  const keys = epoch && key && contactKey && certificate ? { epoch, key, contactKey, certificate } : undefined
  return { ...found, keys }
}

export type FoundCode = NonNullable<ReturnType<typeof foundIn>>

/** Where the product is found: what is shown, and what of it the root signed. */
export type Addresses = Pick<FoundCode['office'], 'publicUrl' | 'addressCertificate' | 'secondAddress'>

/** By the token in an address, in either case and with 0 for O, 1 for I and L. */
export async function findCode(db: Db, token: string): Promise<FoundCode | undefined> {
  const read = readCrockford(token)
  return read === undefined ? undefined : foundIn(await byToken(db).all({ token: read }))
}

/** By the six digits. A typed number pins no key. */
export const findCodeByNumber = async (db: Db, noticeNumber: string): Promise<FoundCode | undefined> =>
  foundIn(await byNumber(db).all({ number: noticeNumber }))

/** By the number of a notice that hangs or hung. Nobody is told by it who is to be inspected. */
export async function findHungByNumber(db: Db, noticeNumber: string): Promise<FoundCode | undefined> {
  const found = await findCodeByNumber(db, noticeNumber)
  return found && found.code.state !== 'draft' && found.code.state !== 'tested' ? found : undefined
}

/** All codes of a round, withdrawn ones too, in the order they were made. */
export const listCodes = (db: Db, roundId: string): Promise<Code[]> =>
  db.select().from(codes).where(eq(codes.roundId, roundId)).orderBy(asc(codes.mintedAt), asc(codes.token))

/** Of a round the codes that `isCurrent` would answer for. */
export const currentIn = (db: Db, roundId: string) =>
  and(
    eq(codes.roundId, roundId),
    ne(codes.state, 'revoked'),
    eq(codes.root, db.select({ root: offices.root }).from(offices)),
  )

/**
 * The codes of a round that may be printed, none of an earlier root, with all that stands on their paper: by team, a
 * town before its villages.
 */
export async function listPrintable(db: Db, round: typeof rounds.$inferSelect) {
  const { token, teamId, noticeNumber, salt, root, certificate, sheets, state } = codes
  const rows = await db
    .select({
      code: { token, teamId, noticeNumber, salt, root, certificate, sheets, state },
      unit: { id: units.id, parentId: units.parentId, name: units.name, type: units.type },
    })
    .from(codes)
    .innerJoin(units, eq(units.id, codes.unitId))
    .where(currentIn(db, round.id))
    .orderBy(sql`${units}.rowid`, asc(token))
  const all = await db.select().from(teams).where(eq(teams.roundId, round.id))
  return all.sort(byTeamNumber).flatMap((team) => {
    const own = new Map<string, typeof rows>()
    for (const row of rows) {
      if (row.code.teamId === team.id) own.set(row.unit.id, [...(own.get(row.unit.id) ?? []), row])
    }
    const inspected = [...own.values()].flatMap(([first]) => (first ? [first.unit] : []))
    return treeOf(inspected).flatMap(({ unit }) =>
      (own.get(unit.id) ?? []).map((row) => ({ ...row, round, team })),
    )
  })
}

export const isLive = ({ state }: Pick<Code, 'state'>) => state !== 'revoked'

/** Whether a notice of this unit hangs, in whichever round. */
export async function hasNotice(db: Db, unitId: string): Promise<boolean> {
  const inUse = and(eq(codes.unitId, unitId), eq(codes.state, 'inUse'))
  const found = await db.select({ token: codes.token }).from(codes).where(inUse).limit(1)
  return found.length > 0
}

/** The rounds of which a notice is in use. */
export async function listInUse(db: Db): Promise<ReadonlySet<string>> {
  const found = await db.selectDistinct({ id: codes.roundId }).from(codes).where(eq(codes.state, 'inUse'))
  return new Set(found.map(({ id }) => id))
}

/** Whether notices of this round hang, with its last day on them. */
export async function isOnPaper(db: Db, roundId: string): Promise<boolean> {
  const inUse = and(eq(codes.roundId, roundId), eq(codes.state, 'inUse'))
  const found = await db.select({ token: codes.token }).from(codes).where(inUse).limit(1)
  return found.length > 0
}
