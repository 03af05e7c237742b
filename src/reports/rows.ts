import { type AnyColumn, and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Db, Statement } from '../db/db.ts'
import {
  type EnvelopePart,
  earlierEnvelopes,
  envelopes,
  leavings,
  type Message,
  messages,
  proposals,
} from './belonging-tables.ts'
import { type Report, reports } from './tables.ts'

/** A part staff sealed in their browser: a reason, a result, the order to mend something, a working note. */
export interface SealedPart {
  part: 'why' | 'note' | 'result' | 'order' | 'feedback' | 'transcript'
  partId: string
  envelope: Uint8Array<ArrayBuffer>
}

/** A message to the resident, sealed in the staff browser. */
export interface SealedMessage {
  id: string
  purpose: Message['purpose']
  envelope: Uint8Array<ArrayBuffer>
}

type Envelopes = Record<'reportId' | 'part' | 'partId', AnyColumn>

/** To join a part of which a report has only one. */
export const envelopeOf = ({ reportId, part, partId }: Envelopes, name: EnvelopePart) =>
  and(eq(reportId, reports.id), eq(part, name), eq(partId, ''))

/** Changes these columns of each in one statement, however many: a Worker has a thousand for all it does. */
export function setEach<Column extends keyof Report>(
  db: Db,
  columns: readonly Column[],
  sets: readonly Pick<Report, 'id' | Column>[],
): Statement {
  const of = (column: keyof Report) => sql`given.value->>${sql.raw(`'${column}'`)}`
  return db
    .update(reports)
    .set(Object.fromEntries(columns.map((column) => [column, of(column)])))
    .from(sql`json_each(${JSON.stringify(sets)}) as given`)
    .where(eq(reports.id, of('id')))
}

export const sealedRows = (
  db: Db,
  reportId: string,
  sealed: readonly SealedPart[],
  by: string | null,
  at: string,
): Statement[] => sealed.map((part) => db.insert(envelopes).values({ reportId, ...part, by, at }))

/** A message of a move that waits is kept apart until the move is made. */
export const draftRow = (
  db: Db,
  reportId: string,
  message: SealedMessage,
  by: string,
  at: string,
): Statement =>
  db
    .insert(envelopes)
    .values({ reportId, part: 'draft', partId: message.id, envelope: message.envelope, by, at })

export const messageRow = (
  db: Db,
  reportId: string,
  { id, purpose, envelope }: SealedMessage,
  direction: Message['direction'],
  on: string,
  position: number,
  by: string | null,
): Statement => db.insert(messages).values({ reportId, id, direction, purpose, envelope, on, position, by })

/** How to reach the resident, sealed to one officer for one call. Its part id is the officer's. */
export const HANDED = 'handed' as const satisfies EnvelopePart

/** What was handed to one officer, or to anybody, is not to be seen any more. */
export const endHanded = (db: Db, reportId: string, personId?: string): Statement =>
  db
    .delete(envelopes)
    .where(
      and(
        eq(envelopes.reportId, reportId),
        eq(envelopes.part, HANDED),
        personId === undefined ? undefined : eq(envelopes.partId, personId),
      ),
    )

/** What a report is locked with gives way to another; `where` it still stands as it did. */
export const replaced = (
  db: Db,
  reportId: string,
  part: 'dek' | 'contact',
  envelope: Uint8Array<ArrayBuffer>,
  where?: SQL,
): Statement =>
  db
    .update(envelopes)
    .set({ envelope })
    .where(and(eq(envelopes.reportId, reportId), eq(envelopes.part, part), eq(envelopes.partId, ''), where))

/** What it was locked with before is put back no more: it is erased, or somebody else's from now on. */
export const dropEarlier = (db: Db, reportId: string, part?: 'contact'): Statement =>
  db
    .delete(earlierEnvelopes)
    .where(
      and(
        eq(earlierEnvelopes.subject, reportId),
        part === undefined ? undefined : eq(earlierEnvelopes.part, part),
      ),
    )

/** What is concluded does not leave with the team's open ones, nor does it when it is taken up once more. */
export const staysHere = (db: Db, reportId: string): Statement =>
  db.delete(leavings).where(eq(leavings.reportId, reportId))

/** Working notes and reasons: they lie under the report's own key, and would open for whoever has it next. */
export const dropOwnWords = (db: Db, reportId: string): Statement =>
  db.delete(envelopes).where(and(eq(envelopes.reportId, reportId), inArray(envelopes.part, ['note', 'why'])))

/** What somebody drafted goes, with the message in it: approved, that is stored among the messages. */
export const dropDraft = (db: Db, reportId: string): Statement[] => [
  db.delete(proposals).where(eq(proposals.reportId, reportId)),
  db.delete(envelopes).where(and(eq(envelopes.reportId, reportId), eq(envelopes.part, 'draft'))),
]
