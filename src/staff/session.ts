import { and, eq, gt, inArray, lte, or, sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { prepared } from '../db/prepared.ts'
import { allChanges } from '../holidays/changes.ts'
import { offices } from '../office/tables.ts'
import { base64url, random, sha256, utf8 } from '../sealing/bytes.ts'
import { type Membership, readRoles } from './roles.ts'
import { memberships, people, secondFactors, sessions } from './tables.ts'

const MINUTE = 60_000
const IDLE = 15 * MINUTE
const ABSOLUTE = 8 * 60 * MINUTE

export interface SignedIn {
  id: string
  name: string
  username: string
  memberships: readonly Membership[]
  /** The office wants a second factor of everybody, and this person has none. */
  lacksFactor: boolean
  /** How many changes of holidays and limits there are: the calendar that days are counted by must be as new. */
  changes: number
}

const before = (now: Date, milliseconds: number) => new Date(now.getTime() - milliseconds).toISOString()
const hashOf = async (token: string) => base64url(await sha256(utf8(token)))

/** Seconds until a session ends, however busy it is. */
export const LASTS = ABSOLUTE / 1000

/** The token for the cookie. Only its hash is kept. */
export async function startSession(db: Db, personId: string, now: Date): Promise<string> {
  const token = base64url(random(32))
  const at = now.toISOString()
  await db.insert(sessions).values({ hash: await hashOf(token), personId, startedAt: at, seenAt: at })
  return token
}

/** Every page of staff begins with it. */
const signedIn = prepared((db) =>
  db
    .select({
      seenAt: sessions.seenAt,
      id: people.id,
      name: people.name,
      username: people.username,
      team: memberships.team,
      roles: memberships.roles,
      certificate: memberships.certificate,
      isWanted: offices.secondFactor,
      since: secondFactors.since,
      changes: allChanges,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .leftJoin(memberships, eq(memberships.personId, people.id))
    .leftJoin(secondFactors, eq(secondFactors.personId, people.id))
    .leftJoin(offices, sql`true`)
    .where(
      and(
        eq(sessions.hash, sql.placeholder('hash')),
        gt(sessions.startedAt, sql.placeholder('startedAfter')),
        gt(sessions.seenAt, sql.placeholder('seenAfter')),
        inArray(people.state, ['answered', 'active']),
      ),
    )
    .prepare(),
)

/** Who holds this token. Being asked keeps the session from idling out, written at most once a minute. */
export async function findSignedIn(db: Db, token: string, now: Date): Promise<SignedIn | undefined> {
  const hash = await hashOf(token)
  const rows = await signedIn(db).all({
    hash,
    startedAfter: before(now, ABSOLUTE),
    seenAfter: before(now, IDLE),
  })
  const [first] = rows
  if (!first) return undefined
  if (first.seenAt <= before(now, MINUTE)) {
    await db.update(sessions).set({ seenAt: now.toISOString() }).where(eq(sessions.hash, hash))
  }
  const { id, name, username, isWanted, since, changes } = first
  const lacksFactor = isWanted === true && since === null
  return { id, name, username, lacksFactor, changes, memberships: rows.flatMap(membershipIn) }
}

/** Why nobody holds a token any more: without a hand on it, eight hours old, or taken away. */
export type Ended = 'idle' | 'over' | 'ended'

export async function whyEnded(db: Db, token: string, now: Date): Promise<Ended> {
  const [row] = await db
    .select()
    .from(sessions)
    .where(eq(sessions.hash, await hashOf(token)))
  if (!row) return 'ended'
  const [idledAt, overAt] = [Date.parse(row.seenAt) + IDLE, Date.parse(row.startedAt) + ABSOLUTE]
  if (Math.min(idledAt, overAt) > now.getTime()) return 'ended'
  return idledAt < overAt ? 'idle' : 'over'
}

function membershipIn({
  team,
  roles,
  certificate,
}: {
  team: string | null
  roles: string | null
  certificate: string | null
}) {
  return team && roles ? [{ team, roles: readRoles(roles), certified: certificate !== null }] : []
}

export async function endSession(db: Db, token: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.hash, await hashOf(token)))
}

/** A statement for the batch that takes somebody's access away. */
export const endSessionsOf = (db: Db, personId: string) =>
  db.delete(sessions).where(eq(sessions.personId, personId))

export async function sweepSessions(db: Db, now: Date): Promise<void> {
  const idle = lte(sessions.seenAt, before(now, IDLE))
  await db.delete(sessions).where(or(idle, lte(sessions.startedAt, before(now, ABSOLUTE))))
}
