import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Day } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { type Hand, type Recorded, record } from '../log/record.ts'
import { versionOf } from '../rounds/store.ts'
import { units } from '../rounds/tables.ts'
import type { DoubtKind } from './doubt-kinds.ts'
import { codes, doubts } from './tables.ts'

const subjectOf = (noticeNumber: string, what: DoubtKind) => `doubt:${noticeNumber}.${what}`
const isOf = (noticeNumber: string, what: DoubtKind) =>
  and(eq(doubts.noticeNumber, noticeNumber), eq(doubts.what, what))

/**
 * Opens a task for the office, unless the same is open: a thousand who say so are one task, and nobody can make the
 * list long. A number that is none of ours is not written down. Of who says it nothing is kept, and no time of day.
 */
export async function raiseDoubt(db: Db, typed: string, what: DoubtKind, today: Day): Promise<void> {
  const [code] = await db
    .select({ noticeNumber: codes.noticeNumber })
    .from(codes)
    .where(eq(codes.noticeNumber, typed))
  const noticeNumber = code?.noticeNumber ?? ''
  const subject = subjectOf(noticeNumber, what)
  const position = (await versionOf(db, subject)) + 1
  const [known] = await db.select().from(doubts).where(isOf(noticeNumber, what))
  if (known && known.seenOn === null) return
  const row = { noticeNumber, what, since: today, seenOn: null }
  // Whoever is overtaken has said what another said in the same moment.
  await record(db, { subject, position, at: today, move: 'doubt' }, [
    db
      .insert(doubts)
      .values(row)
      .onConflictDoUpdate({ target: [doubts.noticeNumber, doubts.what], set: row }),
  ])
}

/** Somebody of the office has looked, or found that another has. */
export async function seeDoubt(
  db: Db,
  noticeNumber: string,
  what: DoubtKind,
  today: Day,
  { who, now }: Hand,
): Promise<Recorded | 'not open'> {
  const subject = subjectOf(noticeNumber, what)
  const position = (await versionOf(db, subject)) + 1
  const isOpen = and(isOf(noticeNumber, what), isNull(doubts.seenOn))
  const [open] = await db.select().from(doubts).where(isOpen)
  if (!open) return 'not open'
  return record(db, { subject, position, at: now.toISOString(), who, move: 'see' }, [
    db.update(doubts).set({ seenOn: today }).where(isOpen),
  ])
}

/** What is open, the oldest first, with the unit whose notice it is. */
export const listDoubts = (db: Db) =>
  db
    .select({
      noticeNumber: doubts.noticeNumber,
      what: doubts.what,
      since: doubts.since,
      unit: units.name,
    })
    .from(doubts)
    .leftJoin(codes, eq(codes.noticeNumber, doubts.noticeNumber))
    .leftJoin(units, eq(units.id, codes.unitId))
    .where(isNull(doubts.seenOn))
    .orderBy(asc(doubts.since), asc(doubts.noticeNumber), asc(doubts.what))
    .limit(100)

export type Doubt = Awaited<ReturnType<typeof listDoubts>>[number]
