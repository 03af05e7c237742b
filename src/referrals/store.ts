import { and, asc, count, eq, inArray, isNotNull, isNull, ne, not, notInArray, or, sql } from 'drizzle-orm'
import type { Day } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import type { fixNotices } from '../fixes/tables.ts'
import { escalations } from '../reports/belonging-tables.ts'
import { moves } from '../reports/lifecycle.ts'
import { recusedFrom } from '../reports/store.ts'
import { reports } from '../reports/tables.ts'
import { designations, handlingUnits, letterEnvelopes, permits, referrals } from './tables.ts'

export type Referral = typeof referrals.$inferSelect
export type Permit = typeof permits.$inferSelect
export type LetterEnvelope = typeof letterEnvelopes.$inferSelect

type OfReport = typeof referrals | typeof permits | typeof designations | typeof fixNotices

/** Letters of what has been escalated are nobody's business but the leaders', who have the report itself. */
export const isOrdinary = (letter: OfReport) =>
  sql`${letter.reportId} not in (select ${escalations.reportId} from ${escalations})`

/** And not of what this person stays away from, in the office as in a team. */
export const isFor = (db: Db, person: string, letter: OfReport) =>
  and(isOrdinary(letter), notInArray(letter.reportId, recusedFrom(db, person)))

/** Of one report, the oldest first. */
export const listReferrals = (db: Db, reportId: string): Promise<Referral[]> =>
  db.select().from(referrals).where(eq(referrals.reportId, reportId)).orderBy(asc(referrals.draftedAt))

/** Whether a letter about it has been signed and numbered, and has not come back. */
export async function hasLetterOut(db: Db, reportId: string): Promise<boolean> {
  const isOurs = and(eq(referrals.reportId, reportId), isNotNull(referrals.number))
  const [out] = await db
    .select({ id: referrals.id })
    .from(referrals)
    .where(and(isOurs, notInArray(referrals.state, ['returned', 'withdrawn'])))
    .limit(1)
  return out !== undefined
}

/** More than a draft: the office has nothing to do with drafts. */
const isLetter = (id: string) => and(eq(referrals.id, id), ne(referrals.state, 'draft'))

export async function findReferral(db: Db, id: string, person: string): Promise<Referral | undefined> {
  const [found] = await db
    .select()
    .from(referrals)
    .where(and(isLetter(id), isFor(db, person, referrals)))
  return found
}

/** Whether this person could read the letter until its report was escalated. */
export async function wasTakenAway(db: Db, id: string, person: string): Promise<boolean> {
  const [found] = await db
    .select({ id: referrals.id })
    .from(referrals)
    .where(
      and(isLetter(id), not(isOrdinary(referrals)), notInArray(referrals.reportId, recusedFrom(db, person))),
    )
  return found !== undefined
}

export async function findReferralForTeam(db: Db, teamId: string, id: string): Promise<Referral | undefined> {
  const [found] = await db
    .select()
    .from(referrals)
    .where(and(eq(referrals.id, id), eq(referrals.teamId, teamId)))
  return found
}

export const listPermits = (db: Db, reportId: string): Promise<Permit[]> =>
  db.select().from(permits).where(eq(permits.reportId, reportId))

export async function findPermit(db: Db, id: string, person: string): Promise<Permit | undefined> {
  const [permit] = await db
    .select()
    .from(permits)
    .where(and(eq(permits.id, id), isFor(db, person, permits)))
  return permit
}

export const listAskedPermits = (db: Db, person: string): Promise<Permit[]> =>
  db
    .select()
    .from(permits)
    .where(and(eq(permits.state, 'asked'), isFor(db, person, permits)))
    .orderBy(asc(permits.askedAt))

/** In the order in which they were written: what came back to a letter bears no time of its own. */
export const listLetterEnvelopes = (db: Db, subjects: readonly string[]): Promise<LetterEnvelope[]> =>
  subjects.length === 0
    ? Promise.resolve([])
    : db.select().from(letterEnvelopes).where(inArray(letterEnvelopes.subject, subjects)).orderBy(sql`rowid`)

/** What of a report the office and its letter need: where it is about, and until when the unit has it. */
export async function findReport(db: Db, reportId: string) {
  const [found] = await db
    .select({
      kind: reports.kind,
      afraid: reports.afraid,
      risk: reports.risk,
      unitId: reports.unitId,
      tile: reports.tile,
      aspect: reports.aspect,
      due: reports.due,
      dueKind: reports.dueKind,
      state: reports.state,
      owner: reports.owner,
      roundId: reports.roundId,
      edition: reports.edition,
    })
    .from(reports)
    .where(eq(reports.id, reportId))
  return found
}

/** Answered, and the matter has been concluded. */
const isClosed = sql`(${referrals.state} = 'answered' and ${reports.concludedOn} is not null)`

/** Letters in these states: whose matter has been concluded last, and each by its date. At most so many. */
export const listLetters = (
  db: Db,
  person: string,
  states: readonly Referral['state'][],
  most: number,
  first = asc,
) =>
  db
    .select({
      letter: referrals,
      due: reports.due,
      dueKind: reports.dueKind,
      isClosed: isClosed.mapWith(Boolean),
    })
    .from(referrals)
    .innerJoin(reports, eq(reports.id, referrals.reportId))
    .where(and(inArray(referrals.state, states), isFor(db, person, referrals)))
    .orderBy(asc(isClosed), first(referrals.due), first(referrals.id))
    .limit(most)

/** Letters without a number, and those that are out and should be answered by now. */
export async function countLetters(db: Db, person: string, today: Day) {
  const isToNumber = eq(referrals.state, 'approved')
  const isOut = inArray(referrals.state, ['issued', 'delivered', 'receipted'])
  const due = sql`coalesce(${reports.due}, ${referrals.due})`
  const [counted] = await db
    .select({
      toNumber: sql<number>`coalesce(sum(${isToNumber}), 0)`,
      due: sql<number>`coalesce(sum(${isOut} and ${due} <= ${today}), 0)`,
    })
    .from(referrals)
    .innerJoin(reports, eq(reports.id, referrals.reportId))
    .where(and(or(isToNumber, isOut), isFor(db, person, referrals)))
  return counted ?? { toNumber: 0, due: 0 }
}

export type Designated = Pick<typeof handlingUnits.$inferSelect, 'id' | 'name'>

/** After each return of a report that the office had to name a unit for: which; `null` while it waits. */
export const listDesignated = (db: Db, reportId: string) =>
  db
    .select({
      returns: designations.returns,
      unit: { id: handlingUnits.id, name: handlingUnits.name, retired: handlingUnits.retired },
    })
    .from(designations)
    .leftJoin(handlingUnits, eq(handlingUnits.id, designations.handlingUnitId))
    .where(eq(designations.reportId, reportId))

/** Nobody has been named after the last return, or a unit that gets no more letters. */
const waitsForName = (db: Db) => {
  const inUse = db.select({ id: handlingUnits.id }).from(handlingUnits).where(not(handlingUnits.retired))
  const { reportId, returns, handlingUnitId } = designations
  const last = sql`(select max(later.returns) from ${designations} later where later.reportId = ${reportId})`
  return and(or(isNull(handlingUnitId), notInArray(handlingUnitId, inUse)), eq(returns, last))
}

/** Reports for which the office must name a unit, while their teams have them in hand. */
export const listToDesignate = (db: Db, person: string) =>
  db
    .select({ report: reports, returns: designations.returns })
    .from(designations)
    .innerJoin(reports, eq(reports.id, designations.reportId))
    .where(
      and(waitsForName(db), inArray(reports.state, moves.designate.from), isFor(db, person, designations)),
    )

/** What of letters waits for the office: a number, its leave, or its choice of a unit. */
export async function countForOffice(db: Db, person: string): Promise<number> {
  const [letters, asked, toDesignate] = await Promise.all([
    db
      .select({ n: count() })
      .from(referrals)
      .where(and(eq(referrals.state, 'approved'), isFor(db, person, referrals))),
    db
      .select({ n: count() })
      .from(permits)
      .where(and(eq(permits.state, 'asked'), isFor(db, person, permits))),
    listToDesignate(db, person),
  ])
  return (letters[0]?.n ?? 0) + (asked[0]?.n ?? 0) + toDesignate.length
}
