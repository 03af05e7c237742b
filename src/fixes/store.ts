import { and, eq } from 'drizzle-orm'
import { type Day, dayOf, yearOf } from '../clock/day.ts'
import type { Db, Statement } from '../db/db.ts'
import { inSeries } from '../log/numbering.ts'
import { type Hand, listSteps, type Recorded, record } from '../log/record.ts'
import type { Moment, Moved } from '../reports/moving.ts'
import type { Person } from '../reports/offers.ts'
import { decideProposal } from '../reports/proposing.ts'
import { staffTime } from '../reports/steps.ts'
import { isAsRead } from '../reports/store.ts'
import type { Report } from '../reports/tables.ts'
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

interface Approved {
  order: string
  issuer: string
  wording: Wording
}

/** The leader's yes is the signature: it orders the fix and gives its notice a number. */
export function approveOrder(
  db: Db,
  report: Report,
  by: Person,
  { order, issuer, wording }: Approved,
  moment: Moment,
): Promise<Moved> {
  const year = yearOf(dayOf(moment.now))
  return inSeries(db, { of: 'fixes', issuer, year }, async (step) => {
    const number = step.position
    const notice = { reportId: report.id, order, issuer, year, number }
    const decision = {
      approve: true,
      sealed: [],
      steps: [{ ...step, at: staffTime(report, moment.now), who: by.id, why: `fix:${report.id}` }],
      alongside: (db: Db) => [
        db.insert(fixNotices).values({ ...notice, wording: numberedWording(wording, issuer, year, number) }),
      ],
    }
    const moved = await decideProposal(db, report, by, decision, moment)
    return moved === 'overtaken' && (await isAsRead(db, report, by)) ? undefined : moved
  })
}

/** Every word of a report's notices, and who signed for them; that there were some, their numbers and days stay. */
export const eraseNotices = (db: Db, reportId: string): Statement =>
  db.update(fixNotices).set({ wording: null, receiptName: null }).where(eq(fixNotices.reportId, reportId))

/** How many steps the papers of a report's fix have taken: printed, signed for, and pressed for when it was late. */
export const countPaperSteps = async (db: Db, reportId: string): Promise<number> =>
  (await listSteps(db, `fix:${reportId}`)).length

/** Its original is being printed. */
export const printNotice = (db: Db, notice: Paper, hand: Hand) =>
  recordMove(db, notice, 'print', { printedOn: dayOf(hand.now) }, hand)

/** Somebody of the unit has signed for it (签收). */
export const receiptNotice = (db: Db, notice: Paper, { name, on }: { name: string; on: Day }, hand: Hand) =>
  recordMove(db, notice, 'receipt', { receiptName: name, receiptOn: on }, hand)

interface Paper extends Pick<FixNotice, 'reportId' | 'order'> {
  /** What its page has counted. */
  steps: number
}

/** Of two who do something with the papers at once one is overtaken. */
const recordMove = (
  db: Db,
  { reportId, order, steps }: Paper,
  move: 'print' | 'receipt',
  changed: Partial<FixNotice>,
  { who, now }: Hand,
): Promise<Recorded> =>
  record(db, { subject: `fix:${reportId}`, position: steps + 1, at: now.toISOString(), who, move }, [
    db
      .update(fixNotices)
      .set(changed)
      .where(and(eq(fixNotices.reportId, reportId), eq(fixNotices.order, order))),
  ])
