import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { bytes } from '../db/columns.ts'
import type { MoveName } from './lifecycle.ts'
import type { Decided } from './tables.ts'

// What belongs to a report, in rows of its own.

/** What a resident's browser seals, then what staff seal; `handed` is a contact's key for one officer's call. */
export type EnvelopePart =
  | 'dek'
  | 'line'
  | 'body'
  | 'access'
  | 'contact'
  | 'handed'
  | 'note'
  | 'why'
  | 'result'
  | 'order'
  | 'feedback'
  | 'draft'
  | 'transcript'

/** Sealed parts, apart from the rows that are listed. */
export const envelopes = sqliteTable(
  'envelopes',
  {
    reportId: text().notNull(),
    part: text().$type<EnvelopePart>().notNull(),
    partId: text().notNull(),
    envelope: bytes().notNull(),
    /** Who wrote it and when, for what staff write; empty for what residents write. */
    by: text(),
    at: text(),
    /** How long it may be opened, where a key is sealed to somebody beside whose it is. Why, its step says. */
    until: text(),
  },
  (t) => [primaryKey({ columns: [t.reportId, t.part, t.partId] })],
)

/**
 * What a report was locked with before it was locked anew, out of use: to be put back where the new one opens for
 * nobody: of the contact its key alone. Those of one moment share a number.
 */
export const earlierEnvelopes = sqliteTable(
  'earlierEnvelopes',
  {
    subject: text().notNull(),
    part: text().$type<'dek' | 'contact'>().notNull(),
    number: integer().notNull(),
    /** A team, or the office, and which of their locks it was. */
    holder: text().notNull(),
    epoch: integer().notNull(),
    envelope: bytes().notNull(),
    /** Since when it is out of use. */
    on: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.subject, t.part, t.number] }), index('earlierEnvelopes_on').on(t.on)],
)

/** The conversation. A resident's message has a day and no time. */
export const messages = sqliteTable(
  'messages',
  {
    reportId: text().notNull(),
    id: text().notNull(),
    direction: text({ enum: ['toTeam', 'toResident'] }).notNull(),
    /** What the sentence it fills is: a question, an answer, a channel with its telephone, or plain talk. */
    purpose: text({ enum: ['question', 'answer', 'channel', 'talk'] }).notNull(),
    /** Empty where it went up and was erased here: that it came is known still. */
    envelope: bytes().notNull(),
    on: text().notNull(),
    /** Orders what was said on one day. */
    position: integer().notNull(),
    by: text(),
  },
  (t) => [primaryKey({ columns: [t.reportId, t.id] }), index('messages_order').on(t.reportId, t.position)],
)
export type Message = typeof messages.$inferSelect

/** What a proposal's form held: its sealed parts and the draft of its message lie among the envelopes. */
export interface Drafted {
  decided: Decided
  why: string | null
  messageId: string | null
  purpose: Message['purpose'] | null
}

/** A move that waits for a second person, or was sent back to be changed: at most one for a report. */
export const proposals = sqliteTable('proposals', {
  reportId: text().primaryKey(),
  move: text().$type<MoveName>().notNull(),
  form: text({ mode: 'json' }).$type<Drafted>().notNull(),
  by: text().notNull(),
  at: text().notNull(),
})

/**
 * What left the ordinary way (密封上呈): who brought it up and the leader who agreed, who alone still see it.
 * `exportedAs` is the step that took its package out; what was put in after that step is not in the package. With a
 * receipt it is erased.
 */
export const escalations = sqliteTable('escalations', {
  reportId: text().primaryKey(),
  openedBy: text().notNull(),
  agreedBy: text(),
  exportedAs: integer(),
  /** How many files were in the package: what arrives later wants a new one. */
  exportedFiles: integer().notNull().default(0),
  receipt: text(),
  receiptOn: text(),
})

/**
 * Who stays away from a report (回避): to them it is not there. Why, and who said so, is in the steps. `byUnit`: only
 * because they stay away from its unit, and as long as they do.
 */
export const recusals = sqliteTable(
  'recusals',
  {
    reportId: text().notNull(),
    personId: text().notNull(),
    byUnit: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.reportId, t.personId] }), index('recusals_person').on(t.personId)],
)

/** Who stays away from everything about a unit and those below it, since when and why, from a list. */
export const unitRecusals = sqliteTable(
  'unitRecusals',
  {
    unitId: text().notNull(),
    personId: text().notNull(),
    reason: text().notNull(),
    on: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.personId] })],
)

/** What a leaving team gives to the office (撤点交接), until a leader's browser has sealed it to the office's key. */
export const leavings = sqliteTable('leavings', {
  reportId: text().primaryKey(),
  withContact: integer({ mode: 'boolean' }).notNull(),
})
