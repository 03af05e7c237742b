import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { bytes } from '../db/columns.ts'
import { doubtKinds } from './doubt-kinds.ts'
import { handoutKinds } from './handout-kinds.ts'
import { sheetStates } from './sheets.ts'

/** One intake code for a unit in a round; its sheets differ only by a number on the paper. */
export const codes = sqliteTable(
  'codes',
  {
    token: text().primaryKey(),
    /** What whoever scans it comes for; only `report` leads to the form. */
    purpose: text({ enum: ['report'] })
      .notNull()
      .default('report'),
    roundId: text().notNull(),
    unitId: text().notNull(),
    teamId: text().notNull(),
    noticeNumber: text().notNull(),
    salt: bytes().notNull(),
    /** The root that the token pins, kept with the code: an office may get a new root later. */
    root: bytes().notNull(),
    certificate: text().notNull(),
    sheets: integer().notNull(),
    /** The most it had before they became fewer: that many numbers may hang somewhere. */
    printed: integer().notNull().default(0),
    state: text({ enum: ['draft', 'tested', 'inUse', 'revoked'] }).notNull(),
    withdrawnWhy: text(),
    mintedAt: text().notNull(),
  },
  (t) => [uniqueIndex('codes_notice_number').on(t.noticeNumber)],
)

/**
 * What somebody found wrong with a notice: one row for each notice and kind, however many say so; an empty number is
 * none of ours.
 */
export const doubts = sqliteTable(
  'doubts',
  {
    noticeNumber: text().notNull(),
    what: text({ enum: doubtKinds }).notNull(),
    since: text().notNull(),
    seenOn: text(),
  },
  (t) => [primaryKey({ columns: [t.noticeNumber, t.what] })],
)

/** A sheet of paper that somebody has said something of; one without a row was printed and no more is known. */
export const sheets = sqliteTable(
  'sheets',
  {
    token: text().notNull(),
    number: integer().notNull(),
    state: text({ enum: sheetStates }).notNull(),
    place: text(),
    postedOn: text(),
    checkedOn: text(),
    /** The number of the sheet that took its place. */
    replacedBy: integer(),
  },
  (t) => [primaryKey({ columns: [t.token, t.number] })],
)

/**
 * What bears a code and no number of its own, as somebody has counted it: how many were printed so far and how many
 * were handed out. Without a row nobody has counted.
 */
export const handouts = sqliteTable(
  'handouts',
  {
    token: text().notNull(),
    kind: text({ enum: handoutKinds }).notNull(),
    printed: integer().notNull(),
    handedOut: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.token, t.kind] })],
)

/**
 * How often a code was opened as from paper, and how often somebody began to write: sums of a day, and no more is
 * known.
 */
export const scans = sqliteTable(
  'scans',
  {
    token: text().notNull(),
    day: text().notNull(),
    scans: integer().notNull(),
    starts: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.token, t.day] })],
)

/** Whether a unit's scans are counted in a round, where the office has said so; else its size says it. */
export const counting = sqliteTable(
  'counting',
  {
    roundId: text().notNull(),
    unitId: text().notNull(),
    isOn: integer({ mode: 'boolean' }).notNull(),
    since: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.unitId] })],
)

/** Photos of sheets, kept in the store of files under their names; one that has ended goes with the next day. */
export const sheetPhotos = sqliteTable(
  'sheetPhotos',
  {
    name: text().primaryKey(),
    token: text().notNull(),
    number: integer().notNull(),
    takenOn: text().notNull(),
    endedOn: text(),
  },
  (t) => [index('sheetPhotos_sheet').on(t.token, t.number)],
)
