import { and, asc, count, eq, gt, inArray, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db, Statement } from '../db/db.ts'
import { record } from '../log/record.ts'
import type { Bytes } from '../sealing/bytes.ts'
import { SEALED_KEY } from '../sealing/suite.ts'
import { envelopes, leavings } from './belonging-tables.ts'
import { open } from './lifecycle.ts'
import type { Moved } from './moving.ts'
import type { Person } from './offers.ts'
import { dropEarlier, endHanded, envelopeOf, replaced, staysHere } from './rows.ts'
import { nextStep, staffTime } from './steps.ts'
import { contactUnder, mayKnow } from './store.ts'
import { type Report, reports } from './tables.ts'

/** As many as one answer carries. */
const AT_ONCE = 20

const dek = alias(envelopes, 'dek')
const contact = alias(envelopes, 'contact')

/** Open, or handed already with the contact left behind: what a leaving team may still give. */
const mayGo = (teamId: string): SQL | undefined =>
  or(
    and(eq(reports.teamId, teamId), inArray(reports.state, [...open])),
    and(
      eq(reports.handedBy, teamId),
      isNotNull(reports.contactEpoch),
      eq(reports.contactHeld, true),
      isNull(reports.contactErasedOn),
    ),
  )

/** What is known here of the team's reports and may go to the office. */
export const isLeaving = (db: Db, teamId: string, by: Person): SQL | undefined =>
  and(mayGo(teamId), mayKnow(db, by))

/** How many of those that shall go are still here. */
export async function countLeaving(db: Db, teamId: string, by: Person): Promise<number> {
  const [found] = await db
    .select({ n: count() })
    .from(reports)
    .innerJoin(leavings, eq(leavings.reportId, reports.id))
    .where(isLeaving(db, teamId, by))
  return found?.n ?? 0
}

/** What of the team's reports has gone to the office, and what of them is open and stays. */
export async function countHanded(db: Db, teamId: string, by: Person) {
  const counted = async (which: SQL | undefined) => {
    const [found] = await db
      .select({ n: count() })
      .from(reports)
      .leftJoin(leavings, eq(leavings.reportId, reports.id))
      .where(and(which, mayKnow(db, by)))
    return found?.n ?? 0
  }
  const stays = and(eq(reports.teamId, teamId), inArray(reports.state, [...open]), isNull(leavings.reportId))
  const [gone, kept] = await Promise.all([counted(eq(reports.handedBy, teamId)), counted(stays)])
  return { gone, kept }
}

/** Of what the office gave a team without it, the contact is still under the office's key. */
const isTheirs = (teamId: string) => or(ne(reports.teamId, teamId), isNull(reports.contactEpoch))

/** What a leader's browser seals to the office next: keys alone, that of the contact only where it shall go along. */
export async function listLeaving(db: Db, teamId: string, after: string, by: Person) {
  const rows = await db
    .select({
      id: reports.id,
      steps: reports.steps,
      epoch: reports.epoch,
      teamId: reports.teamId,
      contactEpoch: reports.contactEpoch,
      dek: dek.envelope,
      contact: contact.envelope,
    })
    .from(reports)
    .innerJoin(leavings, eq(leavings.reportId, reports.id))
    .innerJoin(dek, envelopeOf(dek, 'dek'))
    .leftJoin(contact, and(envelopeOf(contact, 'contact'), eq(leavings.withContact, true), isTheirs(teamId)))
    .where(and(isLeaving(db, teamId, by), gt(reports.id, after)))
    .orderBy(asc(reports.id))
    .limit(AT_ONCE)
  return rows.map(({ contact, ...row }) => ({ ...row, contactKey: contact?.slice(0, SEALED_KEY) ?? null }))
}

/** One that may go, as it is now. */
export async function findLeaving(db: Db, teamId: string, id: string, by: Person) {
  const [found] = await db
    .select({ report: reports, withContact: leavings.withContact })
    .from(reports)
    .innerJoin(leavings, eq(leavings.reportId, reports.id))
    .where(and(eq(reports.id, id), isLeaving(db, teamId, by)))
  return found
}

export interface SealedOver {
  dek?: Bytes | undefined
  contactKey?: Bytes | undefined
}

/** Who has it from now on, and under which of their keys. */
export interface Keeper {
  team: string
  epoch: number
}

/**
 * The report leaves its team: the old envelopes are replaced, so that the team's keys open it no more, and it waits for
 * somebody of the office. `refused`: what was sealed is not what shall go.
 */
export async function handOver(
  db: Db,
  { report, withContact }: { report: Report; withContact: boolean },
  { dek, contactKey }: SealedOver,
  keeper: Keeper,
  { id: who }: Person,
  now: Date,
  alongside: (db: Db, reportId: string) => readonly Statement[],
): Promise<Moved | 'refused'> {
  const { id } = report
  const isHere = report.teamId !== keeper.team
  const isWithOffice = isHere && report.contactEpoch !== null
  const goesAlong = withContact && report.contactHeld && !isWithOffice
  if ((dek !== undefined) !== isHere || (contactKey !== undefined) !== goesAlong) return 'refused'
  const contact = contactKey && (await contactUnder(db, id, contactKey))
  if (goesAlong && !contact) return 'overtaken'
  const step = nextStep(report, {
    move: 'hand to office',
    at: staffTime(report, now),
    who,
    why: report.contactHeld ? `along:${goesAlong ? 'contact' : 'none'}` : null,
  })
  // A colleague may have sealed it anew since it was read: it lies under the epoch in which it leaves.
  const stays = report.contactHeld && !goesAlong && !isWithOffice ? sql`${reports.epoch}` : null
  const moved = isHere
    ? { teamId: keeper.team, epoch: keeper.epoch, owner: null, handedBy: report.teamId, contactEpoch: stays }
    : { contactEpoch: null }
  const recorded = await record(db, step, [
    db
      .update(reports)
      .set({ ...moved, steps: step.position })
      .where(eq(reports.id, id)),
    ...(dek ? [replaced(db, id, 'dek', dek)] : []),
    ...(contact ? [replaced(db, id, 'contact', contact)] : []),
    endHanded(db, id),
    dropEarlier(db, id),
    staysHere(db, id),
    ...(isHere ? alongside(db, id) : []),
  ])
  return recorded === 'done' ? 'moved' : 'overtaken'
}
