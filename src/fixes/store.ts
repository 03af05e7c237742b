import { and, eq, max } from 'drizzle-orm'
import { dayOf, yearOf } from '../clock/day.ts'
import type { Db, Statement } from '../db/db.ts'
import { listSteps, type Recorded, record } from '../log/record.ts'
import type { Report } from '../reports/consequences.ts'
import type { Person } from '../reports/lifecycle.ts'
import type { Moment, Moved } from '../reports/moving.ts'
import { decideProposal } from '../reports/proposing.ts'
import { findForTeam } from '../reports/store.ts'
import { fixNotices } from './tables.ts'
import { numberedWording, type Wording } from './wording.ts'

export type FixNotice = typeof fixNotices.$inferSelect

export async function findNotice(db: Db, reportId: string, order: string): Promise<FixNotice | undefined> {
  const [found] = await db
    .select()
    .from(fixNotices)
    .where(and(eq(fixNotices.reportId, reportId), eq(fixNotices.order, order)))
  return found
}

/** Whoever is overtaken has seen somebody else get a number: nobody is overtaken this often. */
const TRIES = 100

interface Approved {
  order: string
  issuer: string
  wording: Wording
}

/**
 * The leader's yes is the signature: it orders the fix and gives its notice a number, by issuer and year, from 1 and
 * without gaps. Two orders at once find one number taken, and the second takes the next.
 */
export async function approveOrder(
  db: Db,
  report: Report,
  by: Person,
  { order, issuer, wording }: Approved,
  moment: Moment,
): Promise<Moved> {
  const today = dayOf(moment.now)
  const year = yearOf(today)
  for (let turn = 0; turn < TRIES; turn++) {
    const number = (await lastNumber(db, issuer, year)) + 1
    const kept = { reportId: report.id, order, issuer, year, number }
    const moved = await decideProposal(
      db,
      report,
      by,
      {
        approve: true,
        sealed: [],
        steps: [
          {
            ...{ subject: `fixes:${issuer}:${year}`, position: number, move: 'number' },
            ...{ at: moment.now.toISOString(), who: by.id, why: `fix:${report.id}` },
          },
        ],
        alongside: (db) => [
          db.insert(fixNotices).values({ ...kept, wording: numberedWording(wording, issuer, year, number) }),
        ],
      },
      moment,
    )
    const now = moved === 'overtaken' && (await findForTeam(db, report.teamId, report.id, by))
    if (!now || now.steps !== report.steps) return moved
  }
  throw new Error('an order could not be numbered')
}

async function lastNumber(db: Db, issuer: string, year: number): Promise<number> {
  const [last] = await db
    .select({ number: max(fixNotices.number) })
    .from(fixNotices)
    .where(and(eq(fixNotices.issuer, issuer), eq(fixNotices.year, year)))
  return last?.number ?? 0
}

/** Every word of a report's notices; that there were some, and their numbers, stay. */
export const eraseNotices = (db: Db, reportId: string): Statement =>
  db.update(fixNotices).set({ wording: null }).where(eq(fixNotices.reportId, reportId))

/** How often originals of a report's notices have been printed. */
export const countPrints = async (db: Db, reportId: string): Promise<number> =>
  (await listSteps(db, `fix:${reportId}`)).length

/** Its original is being printed, after so many: of two who print at once one is overtaken. */
export const printNotice = (
  db: Db,
  { reportId, order }: Pick<FixNotice, 'reportId' | 'order'>,
  prints: number,
  { who, now }: { who: string; now: Date },
): Promise<Recorded> =>
  record(
    db,
    { subject: `fix:${reportId}`, position: prints + 1, at: now.toISOString(), who, move: 'print' },
    [
      db
        .update(fixNotices)
        .set({ printedOn: dayOf(now) })
        .where(and(eq(fixNotices.reportId, reportId), eq(fixNotices.order, order))),
    ],
  )
