import { and, eq, exists, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { addDays, dayOf, isDay } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import type { Part } from '../db/in-turn.ts'
import { type Recorded, record } from '../log/record.ts'
import type { Bytes } from '../sealing/bytes.ts'
import { envelopes } from './belonging-tables.ts'
import { each } from './each.ts'
import { isOpen, open } from './lifecycle.ts'
import type { Moment } from './moving.ts'
import { endHanded, HANDED } from './rows.ts'
import { nextStep, staffTime } from './steps.ts'
import { stillKnows, unlessRefused } from './still-there.ts'
import { contactUnder } from './store.ts'
import { type Report, reports } from './tables.ts'
import { recordView, type Viewing } from './viewing.ts'

/** A call that is not made in so many hours is the leader's again. */
const HOURS = 24

export interface Handed {
  personId: string
}

/**
 * The instant to which what is handed over then may be seen. In the first hour of a report it is dated by its day
 * alone, and so counts from that day's end.
 */
function untilOf(at: string): string {
  const from = isDay(at) ? `${addDays(at, 1)}T00:00:00+08:00` : at
  return new Date(new Date(from).getTime() + HOURS * 3_600_000).toISOString()
}

/** Whether what was handed over may still be seen; without an end nothing may. */
export const isHanded = (until: string | null, now: Date): boolean =>
  until !== null && now.toISOString() <= until

const allOf = (reportId: string) => and(eq(envelopes.reportId, reportId), eq(envelopes.part, HANDED))
const oneOf = (reportId: string, personId: string) => and(allOf(reportId), eq(envelopes.partId, personId))

/** Who may see how to reach the resident for a day, though they hold no contact key. */
export async function listHanded(db: Db, report: Report, now: Date): Promise<Handed[]> {
  if (!report.contactHeld || !isOpen(report.state)) return []
  const rows = await db
    .select({ personId: envelopes.partId, until: envelopes.until })
    .from(envelopes)
    .where(allOf(report.id))
  return rows.filter(({ until }) => isHanded(until, now))
}

/** A leader's browser has sealed the key of one report's contact to one officer; the details stay as they are. */
export async function handContact(
  db: Db,
  report: Report,
  by: string,
  { to, why, contactKey }: { to: string; why: string; contactKey: Bytes },
  { now }: Moment,
): Promise<Recorded | 'refused'> {
  if (!report.contactHeld || !isOpen(report.state)) return 'refused'
  const envelope = await contactUnder(db, report.id, contactKey)
  if (!envelope) return 'overtaken'
  const at = staffTime(report, now)
  const step = nextStep(report, { move: 'hand contact', at, who: by, why })
  return unlessRefused(
    record(db, step, [
      stillKnows(db, report.id, to),
      counted(db, report.id, step.position),
      endHanded(db, report.id, to),
      db
        .insert(envelopes)
        .values({ reportId: report.id, part: HANDED, partId: to, envelope, by, at, until: untilOf(at) }),
    ]),
  )
}

export async function takeBackContact(
  db: Db,
  report: Report,
  by: string,
  { from, why }: { from: string; why: string },
  { now }: Moment,
): Promise<Recorded> {
  const step = nextStep(report, { move: 'take back contact', at: staffTime(report, now), who: by, why })
  return record(db, step, [counted(db, report.id, step.position), endHanded(db, report.id, from)])
}

/** As often as the call needs within its hours: each time who looked and why is on record before it is handed out. */
export async function viewHanded(
  db: Db,
  report: Report,
  by: string,
  viewing: Viewing,
  { now }: Moment,
): Promise<Bytes | 'overtaken' | undefined> {
  const handed = await listHanded(db, report, now)
  if (!handed.some(({ personId }) => personId === by)) return undefined
  const [held] = await db.select({ envelope: envelopes.envelope }).from(envelopes).where(oneOf(report.id, by))
  const recorded = await recordView(db, report, by, viewing, now)
  return recorded === 'overtaken' ? recorded : held?.envelope
}

/**
 * What nobody may look at any more leaves the disk as well. Once a day; the officers whose turn is over go in one step.
 */
export function endOldHanded(db: Db, { now }: Moment): Part {
  const isPast = or(isNull(envelopes.until), lt(envelopes.until, now.toISOString()))
  const over = and(eq(envelopes.part, HANDED), isPast)
  const ended = db
    .select({ one: sql`1` })
    .from(envelopes)
    .where(and(eq(envelopes.reportId, reports.id), over))
  const held = and(inArray(reports.state, [...open]), eq(reports.contactHeld, true), exists(ended))
  return each(db, held, (report) => {
    const step = nextStep(report, { move: 'take back contact', at: dayOf(now) })
    return record(db, step, [
      counted(db, report.id, step.position),
      db.delete(envelopes).where(and(eq(envelopes.reportId, report.id), over)),
    ])
  })
}

const counted = (db: Db, id: string, steps: number) =>
  db.update(reports).set({ steps }).where(eq(reports.id, id))
