import { type SQLWrapper, sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Day } from '../clock/day.ts'
import { channels } from './channels.ts'
import type { Conclusion, DeclineReason, ResultType } from './endings.ts'
import type { Kind, MoveName, State } from './lifecycle.ts'

/**
 * What is due first, as `nextDue` has it: an index goes by it, and a question along that index says it in these words.
 */
const earlier = (due: SQLWrapper, tellBy: SQLWrapper) =>
  sql<Day | null>`case when ${due} is null or ${tellBy} < ${due} then ${tellBy} else ${due} end`

/**
 * What the server may know of a report, and nothing else. Random keys and no rowid, so that order tells nothing.
 * The columns `rank` and `queueKey` are the queue's order, written with every move and by the daily job.
 */
export const reports = sqliteTable(
  'reports',
  {
    id: text().primaryKey(),
    roundId: text().notNull(),
    unitId: text().notNull(),
    teamId: text().notNull(),
    epoch: integer().notNull(),
    enquiryNumber: text().notNull(),
    /** SHA-256 of the look-up value; gone when the query code has died. */
    lookupHash: text(),
    /** SHA-256 of the secret that lets its browser send the files it promised. */
    uploadHash: text(),

    channel: text({ enum: channels }).notNull(),
    kind: text().$type<Kind>().notNull(),
    tile: text().notNull(),
    /**
     * The version of the categories it was filed under, such as `village:2`; none for what its round was opened with.
     */
    edition: text(),
    aspect: text(),
    point: text(),
    urgent: integer({ mode: 'boolean' }).notNull().default(false),
    risk: text({ enum: ['low', 'medium', 'high'] }),
    inCourt: text({ enum: ['no', 'yes', 'unsure', 'unanswered'] }).notNull(),
    afraid: integer({ mode: 'boolean' }).notNull(),
    callMe: integer({ mode: 'boolean' }).notNull(),
    forOther: integer({ mode: 'boolean' }).notNull(),
    namesPerson: integer({ mode: 'boolean' }).notNull(),
    hasText: integer({ mode: 'boolean' }).notNull(),
    identityMode: text({ enum: ['anonymous', 'contactOnly', 'named'] }).notNull(),

    state: text().$type<State>().notNull(),
    /** Where a question was asked, to return to when it is answered. */
    askedFrom: text().$type<State>(),
    /** How many steps it has; the next step's position decides every race. */
    steps: integer().notNull(),
    owner: text(),
    pendingMove: text().$type<MoveName>(),
    pendingBy: text(),
    /** A move that was sent back to be changed; its draft is kept until the next proposal or move. */
    refusedMove: text().$type<MoveName>(),
    /** Too many came at once, or a form came oddly: kept like any other, out of the queue until somebody lets it in. */
    held: integer({ mode: 'boolean' }).notNull().default(false),
    /** A message of the resident's nobody has answered or read. */
    unread: integer({ mode: 'boolean' }).notNull().default(false),

    receivedOn: text().notNull(),
    /** The exact time, only until the report leaves `received` or `needsInfo`. */
    receivedAt: text(),
    acceptedOn: text(),
    acceptedBy: text({ enum: ['rule', 'staff'] }),
    acceptedWithin: text({ enum: ['minute', 'hour', 'workingDay', 'days'] }),
    dueKind: text({ enum: ['accept', 'reply', 'verify', 'answer', 'unitReply', 'fix'] }),
    due: text(),
    /**
     * What the resident was told, and what they had been told before; a later one before is the answer's, behind a
     * mending.
     */
    promise: text(),
    promiseBefore: text(),
    /**
     * Why it moved: we were late, were so again, were given more time, were so after a latest day had been named,
     * waited for the resident, or it was not mended.
     */
    promiseMoved: text({ enum: ['late', 'missed', 'extended', 'granted', 'waited', 'notMended'] }),
    /** 60 calendar days from acceptance, or the later day that more time for a unit led to. */
    hardBy: text(),
    pausedOn: text(),
    /** By when somebody who gave their name is to be told what was decided, until that is on record. */
    tellBy: text(),
    /** The target clock has stood still once; it does so for one question only. */
    hasWaited: integer({ mode: 'boolean' }).notNull().default(false),

    declineReason: text().$type<DeclineReason>(),
    forwarded: integer({ mode: 'boolean' }),
    conclusion: text().$type<Conclusion>(),
    resultType: text().$type<ResultType>(),
    /** Who entered what was found. */
    resultBy: text(),
    households: integer(),
    money: integer(),
    concludedOn: text(),
    /** Of what was escalated: since when its resident reads what everybody reads in the end. */
    archivedOn: text(),
    /** Void for so long that nothing of it is left but its steps. */
    erasedOn: text(),
    /** The resident may have it erased. Of what was escalated that is still said when it is erased here. */
    contactHeld: integer({ mode: 'boolean' }).notNull(),
    contactErasedOn: text(),
    /**
     * The team that gave it to the office when it left, and the key the contact stayed sealed to, where it did not go
     * along.
     */
    handedBy: text(),
    contactEpoch: integer(),
    mergedInto: text(),

    /** 0 overdue, 1 afraid and not accepted, 2 all others. */
    rank: integer().notNull(),
    /** urgent | rank | due | received on | id, while it waits in the queue. */
    queueKey: text(),
  },
  (t) => [
    uniqueIndex('reports_enquiry_number').on(t.roundId, t.enquiryNumber),
    uniqueIndex('reports_lookup').on(t.lookupHash),
    index('reports_queue').on(t.teamId, t.queueKey).where(sql`queueKey is not null`),
    index('reports_state').on(t.teamId, t.state, t.queueKey),
    // With both days at its end, so that what is due is counted without reading a row.
    index('reports_due')
      .on(t.teamId, earlier(sql.raw('due'), sql.raw('tellBy')), t.queueKey, t.due, t.tellBy)
      .where(sql`queueKey is not null`),
    index('reports_rank').on(t.teamId, t.rank, t.queueKey).where(sql`queueKey is not null`),
    // The move itself too: a condition on a column outside the index would read every row it counts.
    index('reports_pending').on(t.teamId, t.queueKey, t.pendingMove).where(sql`pendingMove is not null`),
    index('reports_unread').on(t.teamId, t.queueKey).where(sql`unread = 1`),
    // Held ones have no place in the queue and stand in an index of their own: however many, they slow nobody's look at
    // it.
    index('reports_held').on(t.teamId, t.state, t.receivedOn, t.id).where(sql`held = 1`),
    // With state and proposal at its end, so that what somebody has in hand is counted without reading a row.
    index('reports_owner')
      .on(t.teamId, t.owner, t.queueKey, t.state, t.pendingMove)
      .where(sql`queueKey is not null`),
    index('reports_unit').on(t.teamId, t.unitId, t.queueKey).where(sql`queueKey is not null`),
    index('reports_tile').on(t.teamId, t.tile, t.queueKey).where(sql`queueKey is not null`),
    index('reports_done').on(t.teamId, t.concludedOn).where(sql`concludedOn is not null`),
    index('reports_new').on(t.teamId, t.receivedAt).where(sql`receivedAt is not null`),
    // What a round counts, from the index alone, state and all; voided ones are in no figure.
    index('reports_counted').on(t.roundId, t.channel, t.kind, t.state).where(sql`state <> 'voided'`),
    index('reports_tell').on(t.tellBy).where(sql`tellBy is not null`),
    index('reports_clock').on(t.state, t.due),
    index('reports_closed').on(t.concludedOn).where(sql`concludedOn is not null`),
  ],
)
export type Report = typeof reports.$inferSelect

/** What a move's form decides about the columns. Whatever it leaves out stays as it is. */
export type Decided = Partial<
  Pick<
    Report,
    | 'urgent'
    | 'risk'
    | 'tile'
    | 'aspect'
    | 'point'
    | 'owner'
    | 'due'
    | 'declineReason'
    | 'forwarded'
    | 'conclusion'
    | 'resultType'
    | 'households'
    | 'money'
  >
>

/** By when the next step is to be taken or the reporter told, whichever comes first. */
export const firstDue = earlier(reports.due, reports.tellBy)
