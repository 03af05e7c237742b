import { and, asc, count, eq, exists, gt, inArray, isNull, lt, ne } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { dayOf } from '../clock/day.ts'
import type { Db, Statement } from '../db/db.ts'
import { type Recorded, record } from '../log/record.ts'
import { type Bytes, concat } from '../sealing/bytes.ts'
import { SEALED_KEY } from '../sealing/suite.ts'
import { envelopes } from './belonging-tables.ts'
import { countSteps, setAside, subjectOfReseal } from './earlier.ts'
import { envelopeOf, replaced } from './rows.ts'
import { staffTime } from './steps.ts'
import { type Knower, mayKnow } from './store.ts'
import { reports } from './tables.ts'

/** As many as one request carries. */
const RESEAL_AT_ONCE = 50

const dek = alias(envelopes, 'dek')
const contact = alias(envelopes, 'contact')
const dekOf = envelopeOf(dek, 'dek')
/** Contact details that were left under another's key are not the team's to seal anew. */
const contactOf = and(envelopeOf(contact, 'contact'), isNull(reports.contactEpoch))

interface Target {
  teamId: string
  epoch: number
  /** Whose browser seals anew. What is not there for them stays for their colleagues. */
  by: Knower
}

/** Until it is archived a report is worked on, and must not open for somebody who left. */
const behind = (db: Db, { teamId, epoch, by }: Target) =>
  and(
    ...[eq(reports.teamId, teamId), lt(reports.epoch, epoch), ne(reports.state, 'archived')],
    mayKnow(db, by),
  )

/** Those still sealed to an earlier epoch, and how many of them carry contact details. */
export async function countBehind(db: Db, target: Target) {
  const [found] = await db
    .select({ all: count(), withContact: count(contact.reportId) })
    .from(reports)
    .innerJoin(dek, dekOf)
    .leftJoin(contact, contactOf)
    .where(behind(db, target))
  return { all: found?.all ?? 0, withContact: found?.withContact ?? 0 }
}

interface Batch extends Target {
  /** The last id of the batch before. */
  after: string
  /** A report and its contact details move in one step, so without the contact key those with details stay. */
  withContact: boolean
}

/** What a colleague's browser seals anew next: keys alone, for contact details are handed out only with a reason. */
export async function listBehind(db: Db, { after, withContact, ...target }: Batch) {
  const rows = await db
    .select({ id: reports.id, epoch: reports.epoch, dek: dek.envelope, contact: contact.envelope })
    .from(reports)
    .innerJoin(dek, dekOf)
    .leftJoin(contact, contactOf)
    .where(and(behind(db, target), gt(reports.id, after), withContact ? undefined : isNull(contact.reportId)))
    .orderBy(asc(reports.id))
    .limit(RESEAL_AT_ONCE)
  return rows.map(({ contact, ...row }) => ({ ...row, contactKey: contact?.slice(0, SEALED_KEY) ?? null }))
}

export interface Resealed {
  id: string
  /** The epoch it was sealed to before. */
  from: number
  dek: Bytes
  contactKey?: Bytes | undefined
}

/**
 * Replaces the old envelopes: whoever holds only the earlier key opens these reports no more. The server cannot see
 * whether the new ones open, so the old are set aside. What a colleague has sealed meanwhile is left as it is. Contact
 * details stay as they are under their new key. `guard`: what must hold when it is written. `refused` when contact
 * details would be left behind or come from nowhere.
 */
export async function resealReports(
  db: Db,
  target: Target,
  sealed: readonly Resealed[],
  { now, guard = [] }: { now: Date; guard?: readonly Statement[] },
): Promise<Recorded | 'refused'> {
  const standing = await db
    .select({ report: reports, contact: contact.envelope })
    .from(reports)
    .leftJoin(contact, contactOf)
    .where(
      and(
        behind(db, target),
        inArray(
          reports.id,
          sealed.map(({ id }) => id),
        ),
      ),
    )
  const found = new Map(standing.map((row) => [row.report.id, row]))
  const due = sealed.flatMap((one) => {
    const row = found.get(one.id)
    return row?.report.epoch === one.from ? [{ ...one, report: row.report }] : []
  })
  if (due.some((one) => (found.get(one.id)?.contact !== null) !== (one.contactKey !== undefined)))
    return 'refused'
  const { epoch } = target
  const taken = await countSteps(
    db,
    due.map(({ id }) => subjectOfReseal(id, target)),
  )
  const steps = due.map(({ id, from, report }) => {
    const subject = subjectOfReseal(id, target)
    return {
      subject,
      position: taken(subject) + 1,
      at: staffTime(report, now),
      who: target.by.id,
      move: 'reseal',
      from: String(from),
      to: String(epoch),
    }
  })
  return record(db, steps, [
    ...guard,
    setAside(db, target.teamId, due, dayOf(now)),
    ...due.flatMap(({ contactKey, ...one }) => {
      const details = found.get(one.id)?.contact?.slice(SEALED_KEY)
      return written(db, target, one, contactKey && details && concat(contactKey, details))
    }),
  ])
}

/** The envelopes first: they ask where the report stands, which the last statement changes. */
function written(
  db: Db,
  { teamId, epoch }: Target,
  { id, from, dek }: Resealed,
  contact: Bytes | undefined,
): Statement[] {
  const here = and(eq(reports.id, id), eq(reports.teamId, teamId), eq(reports.epoch, from))
  const stands = exists(db.select({ id: reports.id }).from(reports).where(here))
  return [
    replaced(db, id, 'dek', dek, stands),
    ...(contact ? [replaced(db, id, 'contact', contact, stands)] : []),
    db.update(reports).set({ epoch }).where(here),
  ]
}
