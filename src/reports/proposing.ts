import { and, eq } from 'drizzle-orm'
import { dayOf } from '../clock/day.ts'
import type { Db, Statement } from '../db/db.ts'
import { record } from '../log/record.ts'
import { envelopes, proposals } from './belonging-tables.ts'
import { closeTo } from './escalating.ts'
import { canStart, isApproved, type MoveName } from './lifecycle.ts'
import { type Moment, type Moved, type MoveForm, writeMove, written } from './moving.ts'
import { mayApprove, mayMove, type Person } from './offers.ts'
import { draftRow, dropDraft, type SealedMessage, type SealedPart, sealedRows } from './rows.ts'
import { situationOf } from './situation.ts'
import { nextStep, type ReportMove, staffTime } from './steps.ts'
import { stillKnows, unlessRefused } from './still-there.ts'
import { type Report, reports } from './tables.ts'

/** Drafts a move for somebody else to approve. At most one waits for each report. */
export async function proposeMove(
  db: Db,
  report: Report,
  move: MoveName,
  by: Person,
  form: MoveForm,
  { now }: Moment,
): Promise<Moved> {
  if (!isApproved(move) || !mayMove(move, situationOf(report, dayOf(now), form.letters), by))
    return 'not allowed'
  const at = staffTime(report, now)
  const step = nextStep(report, { move: `propose ${move}`, at, who: by.id })
  const stored = {
    decided: form.decided,
    why: form.why ?? null,
    messageId: form.message?.id ?? null,
    purpose: form.message?.purpose ?? null,
  }
  return written(
    await unlessRefused(
      record(db, step, [
        stillKnows(db, report.id, by.id),
        ...dropDraft(db, report.id),
        db.insert(proposals).values({ reportId: report.id, move, form: stored, by: by.id, at }),
        db
          .update(reports)
          .set({ pendingMove: move, pendingBy: by.id, refusedMove: null, steps: step.position })
          .where(eq(reports.id, report.id)),
        ...sealedRows(db, report.id, form.sealed, by.id, at),
        ...(form.message ? [draftRow(db, report.id, form.message, by.id, at)] : []),
        ...(form.alongside?.(db) ?? []),
      ]),
    ),
  )
}

export interface Decision {
  approve: boolean
  sealed: readonly SealedPart[]
  why?: string | undefined
  /** A no that ends the matter: the draft is not kept to be changed. */
  drop?: boolean
  alongside?: MoveForm['alongside']
  steps?: MoveForm['steps']
}

/**
 * The second person's yes makes the move; a no lets the report go on as it was, and keeps the draft to be changed. A
 * move that its state no longer knows, because the resident has answered meanwhile, can only be refused.
 */
export async function decideProposal(
  db: Db,
  report: Report,
  by: Person,
  decision: Decision,
  moment: Moment,
): Promise<Moved> {
  if (mayApprove(situationOf(report, dayOf(moment.now)), by) !== true) return 'not allowed'
  const proposal = await findProposal(db, report.id)
  if (!proposal) return 'overtaken'
  if (!decision.approve) {
    const kept = !decision.drop && canStart(proposal.move, report.kind, report.state)
    return settle(db, report, `refuse ${proposal.move}`, by, decision, moment, kept ? proposal.move : null)
  }
  if (!canStart(proposal.move, report.kind, report.state)) return 'not allowed'
  const { move, by: draftedBy, decided, why, message } = proposal
  const { alongside, steps } = decision
  const form: MoveForm = { decided, why, sealed: [], message, alongside, steps }
  const before = [
    ...dropDraft(db, report.id),
    nothingWaits(db, report.id),
    ...(move === 'escalate' ? [closeTo(db, report.id, draftedBy, by.id)] : []),
  ]
  return writeMove(db, report, { move, by: by.id, draftedBy, form, before }, moment)
}

/** The drafter takes a proposal back before anybody has decided. */
export async function withdrawProposal(db: Db, report: Report, by: Person, moment: Moment): Promise<Moved> {
  const { pendingMove, pendingBy } = report
  if (!pendingMove || pendingBy !== by.id) return 'not allowed'
  return settle(db, report, `withdraw ${pendingMove}`, by, { sealed: [] }, moment, null)
}

async function settle(
  db: Db,
  report: Report,
  move: ReportMove,
  by: Person,
  { sealed, why }: { sealed: readonly SealedPart[]; why?: string | undefined },
  { now }: Moment,
  refusedMove: MoveName | null,
): Promise<Moved> {
  const at = staffTime(report, now)
  const step = nextStep(report, { move, at, who: by.id, why: why ?? null })
  return written(
    await record(db, step, [
      ...(refusedMove ? [] : dropDraft(db, report.id)),
      nothingWaits(db, report.id),
      db.update(reports).set({ refusedMove, steps: step.position }).where(eq(reports.id, report.id)),
      ...sealedRows(db, report.id, sealed, by.id, at),
    ]),
  )
}

const nothingWaits = (db: Db, reportId: string): Statement =>
  db.update(reports).set({ pendingMove: null, pendingBy: null }).where(eq(reports.id, reportId))

/** The draft that waits, or that was sent back: the report's own columns say which. */
export async function findProposal(db: Db, reportId: string) {
  const [row] = await db.select().from(proposals).where(eq(proposals.reportId, reportId)).limit(1)
  if (!row) return undefined
  const { move, by, at, form } = row
  const { decided, why, messageId, purpose } = form
  const message = messageId && purpose ? await findDraft(db, reportId, messageId, purpose) : undefined
  return { move, by, at, decided, why: why ?? undefined, message }
}

async function findDraft(
  db: Db,
  reportId: string,
  id: string,
  purpose: SealedMessage['purpose'],
): Promise<SealedMessage | undefined> {
  const drafts = and(eq(envelopes.reportId, reportId), eq(envelopes.part, 'draft'), eq(envelopes.partId, id))
  const [draft] = await db.select({ envelope: envelopes.envelope }).from(envelopes).where(drafts)
  return draft && { id, purpose, envelope: draft.envelope }
}
