import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { bytes } from '../db/columns.ts'
import type { Pressing } from './pressing.ts'
import type { Wording } from './wording.ts'

/** Who a report may be referred to (承办单位): the office's own list. */
export const handlingUnits = sqliteTable('handlingUnits', {
  id: text().primaryKey(),
  name: text().notNull(),
  /** Who takes letters there (经办人), and their telephone. */
  contact: text().notNull(),
  phone: text().notNull(),
  /** The inspected unit it is or belongs to, for the routing wall; null when it belongs to none. */
  belongsTo: text(),
  retired: integer({ mode: 'boolean' }).notNull().default(false),
})

/** Numbered is issued; a letter that somebody took back before it was delivered keeps its number. */
export const referralStates = [
  'draft',
  'approved',
  'issued',
  'delivered',
  'receipted',
  'answered',
  'returned',
  'withdrawn',
] as const

/** One referral is one letter (转办函). What it says is sealed apart; the number is given at signing and stays. */
export const referrals = sqliteTable(
  'referrals',
  {
    id: text().primaryKey(),
    reportId: text().notNull(),
    teamId: text().notNull(),
    /** The team's key it is sealed to, and which of the office's boxes. */
    epoch: integer().notNull(),
    box: integer().notNull().default(1),
    handlingUnitId: text().notNull(),
    /** The unit's name as the letter has it, whatever the list says later. */
    addressee: text().notNull(),
    state: text({ enum: referralStates }).notNull(),
    /** What the letter says the matter comes from; `visits` tells nobody to look for a speaker. */
    source: text({ enum: ['visits', 'residents'] })
      .notNull()
      .default('visits'),
    /** In which it was written. */
    lang: text({ enum: ['zh', 'en'] })
      .notNull()
      .default('zh'),
    /** All that it says beside what is sealed, as it was approved and signed. */
    wording: text({ mode: 'json' }).$type<Wording>(),
    /** As printed. What was granted later is the report's own due date. */
    due: text().notNull(),
    draftedBy: text().notNull(),
    draftedAt: text().notNull(),
    approvedBy: text(),
    approvedOn: text(),
    issuer: text(),
    year: integer(),
    number: integer(),
    signedBy: text(),
    signedOn: text(),
    /** Its one original has been printed: all that is printed from then on are copies. */
    printedOn: text(),
    /** How it came into the unit's hands, and who there signed for it. */
    deliveredHow: text({ enum: ['hand', 'paper', 'inner'] }),
    deliveredOn: text(),
    receiptName: text(),
    receiptOn: text(),
    /** How often an answer was not enough and the unit had to do it again. */
    rejections: integer().notNull().default(0),
    /** How many steps it has; the next step's position decides every race. */
    steps: integer().notNull().default(0),
  },
  (t) => [
    index('referrals_report').on(t.reportId),
    index('referrals_state').on(t.state, t.due),
    uniqueIndex('referrals_number').on(t.issuer, t.year, t.number),
  ],
)

/**
 * 督办函: the office presses a unit that is late for what a letter or the notice of a fix asked of it; again, once the
 * day it was then given has passed too. Numbered among the letters of its issuer.
 */
export const supervisions = sqliteTable(
  'supervisions',
  {
    id: text().primaryKey(),
    /** The letter, or the order of a fix. */
    referralId: text().notNull(),
    issuer: text().notNull(),
    year: integer().notNull(),
    number: integer().notNull(),
    /** By when the unit must now answer. */
    until: text().notNull(),
    /** None once its report has gone up and been erased here. */
    wording: text({ mode: 'json' }).$type<Pressing>(),
    signedBy: text().notNull(),
    signedOn: text().notNull(),
    /** The day of its original. */
    printedOn: text(),
  },
  (t) => [
    index('supervisions_referral').on(t.referralId),
    uniqueIndex('supervisions_number').on(t.issuer, t.year, t.number),
  ],
)

/** The office's leave to send one report to one unit: through the routing wall, or after two returns. */
export const permits = sqliteTable(
  'permits',
  {
    id: text().primaryKey(),
    reportId: text().notNull(),
    teamId: text().notNull(),
    handlingUnitId: text().notNull(),
    why: text({ enum: ['wall', 'returned'] }).notNull(),
    state: text({ enum: ['asked', 'granted', 'refused'] }).notNull(),
    askedBy: text().notNull(),
    askedAt: text().notNull(),
    /** The team's key that the reason is sealed to, and which of the office's boxes. */
    epoch: integer(),
    box: integer().notNull().default(1),
    decidedBy: text(),
    decidedAt: text(),
  },
  (t) => [uniqueIndex('permits_once').on(t.reportId, t.handlingUnitId), index('permits_state').on(t.state)],
)

/** After its second return, and every one that follows, the office names the unit that has a report next. */
export const designations = sqliteTable(
  'designations',
  {
    reportId: text().notNull(),
    /** How often it had been given back. */
    returns: integer().notNull(),
    /** None while it waits for the office. */
    handlingUnitId: text(),
  },
  (t) => [primaryKey({ columns: [t.reportId, t.returns] })],
)

/**
 * What a letter, a reply or the reason of a permit says, under a key of its own. `subject` is the referral or the
 * permit; `part`: teamKey, officeKey, letter, reply, reason.
 */
export const letterEnvelopes = sqliteTable(
  'letterEnvelopes',
  {
    subject: text().notNull(),
    part: text({ enum: ['teamKey', 'officeKey', 'letter', 'reply', 'reason'] }).notNull(),
    partId: text().notNull(),
    envelope: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.subject, t.part, t.partId] })],
)
