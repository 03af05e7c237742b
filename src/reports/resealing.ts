import { and, asc, count, eq, exists, gt, inArray, isNull, lt, ne } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db, Statement } from '../db/db.ts'
import { type Recorded, record } from '../log/record.ts'
import type { Bytes } from '../sealing/bytes.ts'
import { envelopes, reports } from './tables.ts'

/** As many as one request carries. */
const RESEAL_AT_ONCE = 50

const dek = alias(envelopes, 'dek')
const contact = alias(envelopes, 'contact')
const dekOf = and(eq(dek.reportId, reports.id), eq(dek.part, 'dek'), eq(dek.partId, ''))
const contactOf = and(eq(contact.reportId, reports.id), eq(contact.part, 'contact'), eq(contact.partId, ''))

/** Until it is archived a report is worked on, and must not open for somebody who left. */
const behind = (teamId: string, epoch: number) =>
  and(eq(reports.teamId, teamId), lt(reports.epoch, epoch), ne(reports.state, 'archived'))

/** Those still sealed to an earlier epoch, and how many of them carry contact details. */
export async function countBehind(db: Db, teamId: string, epoch: number) {
  const [found] = await db
    .select({ all: count(), withContact: count(contact.reportId) })
    .from(reports)
    .innerJoin(dek, dekOf)
    .leftJoin(contact, contactOf)
    .where(behind(teamId, epoch))
  return { all: found?.all ?? 0, withContact: found?.withContact ?? 0 }
}

interface Batch {
  teamId: string
  epoch: number
  /** The last id of the batch before. */
  after: string
  /** A report and its contact details move in one step, so without the contact key those with details stay. */
  withContact: boolean
}

/** What a colleague's browser seals anew next. */
export const listBehind = (db: Db, { teamId, epoch, after, withContact }: Batch) =>
  db
    .select({ id: reports.id, epoch: reports.epoch, dek: dek.envelope, contact: contact.envelope })
    .from(reports)
    .innerJoin(dek, dekOf)
    .leftJoin(contact, contactOf)
    .where(
      and(behind(teamId, epoch), gt(reports.id, after), withContact ? undefined : isNull(contact.reportId)),
    )
    .orderBy(asc(reports.id))
    .limit(RESEAL_AT_ONCE)

export interface Resealed {
  id: string
  /** The epoch it was sealed to before. */
  from: number
  dek: Bytes
  contact?: Bytes | undefined
}

interface Target {
  teamId: string
  epoch: number
}

/**
 * Replaces the old envelopes: whoever holds only the earlier key opens these reports no more. What a colleague has
 * sealed meanwhile is left as it is. `guard`: what must hold when it is written. `refused` when contact details would be left behind or come from nowhere.
 */
export async function resealReports(
  db: Db,
  { teamId, epoch }: Target,
  sealed: readonly Resealed[],
  { who, now, guard = [] }: { who: string; now: Date; guard?: readonly Statement[] },
): Promise<Recorded | 'refused'> {
  const standing = await db
    .select({ id: reports.id, epoch: reports.epoch, contact: contact.reportId })
    .from(reports)
    .leftJoin(contact, contactOf)
    .where(
      and(
        behind(teamId, epoch),
        inArray(
          reports.id,
          sealed.map(({ id }) => id),
        ),
      ),
    )
  const found = new Map(standing.map((row) => [row.id, row]))
  const due = sealed.filter(({ id, from }) => found.get(id)?.epoch === from)
  if (due.some((one) => (found.get(one.id)?.contact !== null) !== (one.contact !== undefined)))
    return 'refused'
  const at = now.toISOString()
  const steps = due.map(({ id, from }) => ({
    ...{ subject: `reseal:${id}:${epoch}`, position: 1, at, who },
    ...{ move: 'reseal', from: String(from), to: String(epoch) },
  }))
  return record(db, steps, [...guard, ...due.flatMap((one) => written(db, { teamId, epoch }, one))])
}

/** The envelopes first: they ask where the report stands, which the last statement changes. */
function written(db: Db, { teamId, epoch }: Target, { id, from, ...parts }: Resealed): Statement[] {
  const here = and(eq(reports.id, id), eq(reports.teamId, teamId), eq(reports.epoch, from))
  const stands = exists(db.select({ id: reports.id }).from(reports).where(here))
  const replaced = (['dek', 'contact'] as const).flatMap((part) => {
    const envelope = parts[part]
    const row = and(eq(envelopes.reportId, id), eq(envelopes.part, part), eq(envelopes.partId, ''), stands)
    return envelope ? [db.update(envelopes).set({ envelope }).where(row)] : []
  })
  return [...replaced, db.update(reports).set({ epoch }).where(here)]
}
