import { and, asc, eq, exists, gt, inArray, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db, Statement } from '../db/db.ts'
import { type Recorded, record } from '../log/record.ts'
import { subjectOfReseal } from '../reports/earlier.ts'
import { type Knower, mayKnow } from '../reports/store.ts'
import { reports } from '../reports/tables.ts'
import type { Bytes } from '../sealing/bytes.ts'
import { OFFICE } from '../staff/roles.ts'
import { isOrdinary } from './store.ts'
import { letterEnvelopes, permits, referrals } from './tables.ts'

/** As many as one request carries. */
const AT_ONCE = 50

const tables = { referral: referrals, permit: permits } as const
type Table = (typeof tables)[keyof typeof tables]

interface Target {
  /** A team, or the office: then it is the letters of all teams, for each is sealed to the office's box as well. */
  teamId: string
  epoch: number
  /** Whose browser seals anew. Letters about what is not there for them stay for their colleagues. */
  by: Knower
}

/** A letter, or the reason of a permit, whose key the team, or the office, opens with an earlier key. */
export interface LetterBehind {
  of: keyof typeof tables
  id: string
  epoch: number | null
  key: Bytes
}

const keyOf = (id: SQL | string | Table['id'], part: 'teamKey' | 'officeKey') =>
  and(eq(letterEnvelopes.subject, id), eq(letterEnvelopes.part, part))

/** Where its key lies, under which number, and which letters are this holder's. */
const placeIn = (table: Table, teamId: string) =>
  teamId === OFFICE
    ? ({
        part: 'officeKey',
        epoch: table.box,
        ours: or(eq(table.teamId, OFFICE), isOrdinary(table)),
      } as const)
    : ({ part: 'teamKey', epoch: table.epoch, ours: eq(table.teamId, teamId) } as const)

const behindIn = (db: Db, table: Table, { teamId, epoch, by }: Target, which: SQL) => {
  const place = placeIn(table, teamId)
  return db
    .select({ id: table.id, epoch: place.epoch, key: letterEnvelopes.envelope })
    .from(table)
    .innerJoin(reports, and(eq(reports.id, table.reportId), ne(reports.state, 'archived'), mayKnow(db, by)))
    .innerJoin(letterEnvelopes, keyOf(table.id, place.part))
    .where(and(place.ours, lt(place.epoch, epoch), which))
    .orderBy(asc(table.id))
    .limit(AT_ONCE)
}

const behindOf = async (db: Db, target: Target, which: (id: Table['id']) => SQL): Promise<LetterBehind[]> => {
  const found = (['referral', 'permit'] as const).map(async (of) =>
    (await behindIn(db, tables[of], target, which(tables[of].id))).map((row) => ({ of, ...row })),
  )
  return (await Promise.all(found)).flat()
}

/** What a colleague's browser seals anew after the reports: letters and permits by id, at most so many. */
export const listLettersBehind = async (db: Db, target: Target, after: string): Promise<LetterBehind[]> =>
  (await behindOf(db, target, (id) => gt(id, after))).sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, AT_ONCE)

export interface ResealedLetter {
  of: LetterBehind['of']
  id: string
  /** The epoch it was sealed to before. */
  from: number
  key: Bytes
}

/**
 * Replaces the keys of letters; what a colleague has sealed meanwhile, or was not among those listed, is left as it is
 * and takes no step. `guard`: what must hold when it is written.
 */
export async function resealLetters(
  db: Db,
  target: Target,
  sealed: readonly ResealedLetter[],
  { now, guard = [] }: { now: Date; guard?: readonly Statement[] },
): Promise<Recorded> {
  const { teamId, epoch, by } = target
  const ids = sealed.map(({ id }) => id)
  const standing = await behindOf(db, target, (id) => inArray(id, ids))
  const isDue = ({ of, id, from }: ResealedLetter) =>
    standing.some((row) => row.of === of && row.id === id && row.epoch === from)
  const due = sealed.filter(isDue)
  const at = now.toISOString()
  const steps = due.map(({ id, from }) => ({
    subject: subjectOfReseal(id, target),
    position: 1,
    at,
    who: by.id,
    move: 'reseal',
    from: String(from),
    to: String(epoch),
  }))
  const changes = due.flatMap(({ of, id, from, key }): Statement[] => {
    const table = tables[of]
    const place = placeIn(table, teamId)
    const here = and(eq(table.id, id), place.ours, eq(place.epoch, from))
    const replace = (part: 'teamKey' | 'officeKey', which: SQL | undefined) =>
      db
        .update(letterEnvelopes)
        .set({ envelope: key })
        .where(and(keyOf(id, part), exists(db.select({ id: table.id }).from(table).where(which))))
    if (teamId !== OFFICE) return [replace('teamKey', here), db.update(table).set({ epoch }).where(here)]
    // Of a report that the office keeps its key stands in the team's place as well.
    const kept = and(here, eq(table.teamId, OFFICE))
    return [
      replace('officeKey', here),
      replace('teamKey', kept),
      db.update(table).set({ epoch }).where(kept),
      db.update(table).set({ box: epoch }).where(here),
    ]
  })
  return record(db, steps, [...guard, ...changes])
}

/**
 * A report that its team has given to the office takes its letters along. The office has the key of each already, so
 * the team's place of it gets the office's: what the team held opens them no more.
 */
export function lettersFollow(db: Db, reportId: string): Statement[] {
  const ours = or(
    ...[referrals, permits].map((table) =>
      inArray(
        letterEnvelopes.subject,
        db.select({ id: table.id }).from(table).where(eq(table.reportId, reportId)),
      ),
    ),
  )
  return [
    officeTakes(db, ours),
    ...[referrals, permits].map((table) =>
      db
        .update(table)
        .set({ teamId: OFFICE, epoch: sql`${table.box}` })
        .where(eq(table.reportId, reportId)),
    ),
  ]
}

/** The office's key of a letter in the place of the team's. */
export function officeTakes(db: Db, which: SQL | undefined): Statement {
  const office = alias(letterEnvelopes, 'office')
  const its = db
    .select({ envelope: office.envelope })
    .from(office)
    .where(and(eq(office.subject, letterEnvelopes.subject), eq(office.part, 'officeKey')))
  return db
    .update(letterEnvelopes)
    .set({ envelope: sql`${its}` })
    .where(and(eq(letterEnvelopes.part, 'teamKey'), which))
}
