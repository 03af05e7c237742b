import { eq } from 'drizzle-orm'
import type { Calendar } from '../clock/calendar.ts'
import { dayOf } from '../clock/day.ts'
import type { Db, Statement } from '../db/db.ts'
import { type Recorded, record, type Step } from '../log/record.ts'
import { consequences } from './consequences.ts'
import { canStart, isAnswer, isApproved, isOpen, type MoveName, moves } from './lifecycle.ts'
import { type Letters, mayMove, type Person } from './offers.ts'
import {
  dropDraft,
  endHanded,
  messageRow,
  type SealedMessage,
  type SealedPart,
  sealedRows,
  staysHere,
} from './rows.ts'
import { situationOf } from './situation.ts'
import { nextStep, staffTime } from './steps.ts'
import { ifAllowed, stillKnows, teamStillThere } from './still-there.ts'
import { type Decided, type Report, reports } from './tables.ts'

export type Moved = 'moved' | 'not allowed' | 'overtaken'

export interface MoveForm {
  decided: Decided
  /** A reason from a list, for the step; a sealed one is named by its part. */
  why?: string | undefined
  sealed: readonly SealedPart[]
  message?: SealedMessage | undefined
  /** As they were when its page was shown, for a move that waits for them. */
  letters?: Letters
  /** What another feature keeps about the move, written in the same batch. */
  alongside?: ((db: Db) => readonly Statement[]) | undefined
  /** Steps of other things that are moved with it. */
  steps?: readonly Step[] | undefined
}

export interface Moment {
  now: Date
  calendar: Calendar
}

/** Makes a move that needs no second person. */
export async function moveReport(
  db: Db,
  report: Report,
  move: MoveName,
  by: Person,
  form: MoveForm,
  moment: Moment,
): Promise<Moved> {
  if (isApproved(move) || !mayMove(move, situationOf(report, dayOf(moment.now), form.letters), by))
    return 'not allowed'
  return writeMove(db, report, { move, by: by.id, form }, moment)
}

/** What the office may make of a report that it cannot open: by the table, whatever the roles in its team. */
export async function moveByOffice(
  db: Db,
  report: Report,
  move: 'return' | 'designate',
  who: string,
  form: MoveForm,
  moment: Moment,
): Promise<Moved> {
  const isOurs = moves[move].by.includes('office') && canStart(move, report.kind, report.state)
  return isOurs ? writeMove(db, report, { move, by: who, form }, moment) : 'not allowed'
}

/** What the rules of the house do by themselves. Its steps are dated by day. */
export async function moveByRule(
  db: Db,
  report: Report,
  move: 'answered' | 'archive',
  moment: Moment,
): Promise<Moved> {
  if (!canStart(move, report.kind, report.state)) return 'not allowed'
  return writeMove(db, report, { move, by: null, form: { decided: {}, why: 'rule', sealed: [] } }, moment)
}

/** A move that has been allowed. */
export interface Allowed {
  move: MoveName
  /** Who makes it, by their id; nobody, where the house does it by itself. */
  by: string | null
  /** Whose words are in it, where somebody else drafted it. */
  draftedBy?: string
  form: MoveForm
  /** What its draft leaves behind, written before the move. */
  before?: readonly Statement[]
}

/** Writes the move: the step first, and all it changes with it. */
export async function writeMove(
  db: Db,
  report: Report,
  { move, by, draftedBy, form, before = [] }: Allowed,
  { now, calendar }: Moment,
): Promise<Moved> {
  const changed = consequences(report, move, form.decided, now, calendar)
  const author = draftedBy ?? by
  const at = by ? staffTime(report, now) : dayOf(now)
  const to = changed.state ?? report.state
  const step = nextStep(report, { move, at, who: by, to, why: whyOf(move, form, changed) })
  const { position } = step
  const answers = isAnswer(move)
  const refusedMove = answers ? null : report.refusedMove
  const opens = !isOpen(report.state) && isOpen(to)
  const recorded = await ifAllowed(
    record(
      db,
      [step, ...(form.steps ?? [])],
      [
        ...(opens ? [teamStillThere(db, report.id)] : []),
        ...(form.decided.owner ? [stillKnows(db, report.id, form.decided.owner)] : []),
        ...before,
        ...(isOpen(to) ? [] : [endHanded(db, report.id), staysHere(db, report.id)]),
        ...(form.alongside?.(db) ?? []),
        ...(report.refusedMove && answers ? dropDraft(db, report.id) : []),
        db
          .update(reports)
          .set({ ...changed, ...(move === 'result' && { resultBy: by }), refusedMove, steps: position })
          .where(eq(reports.id, report.id)),
        ...sealedRows(db, report.id, form.sealed, author, at),
        ...(form.message
          ? [messageRow(db, report.id, form.message, 'toResident', dayOf(now), position, author)]
          : []),
      ],
    ),
  )
  return written(recorded)
}

/** Of more time also what it promised the resident, when it promised anything: they are told of nothing else. */
const whyOf = (move: MoveName, { why }: MoveForm, { promise }: Partial<Report>): string | null =>
  [why ?? [], move === 'extend' && promise ? `promised:${promise}` : []].flat().join(';') || null

export const written = (recorded: Recorded | 'not allowed'): Moved =>
  recorded === 'done' ? 'moved' : recorded
