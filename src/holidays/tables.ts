import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What the office entered of the State Council's notices: a row for each change of a year, the latest counts. */
export const holidays = sqliteTable('holidays', {
  /** Counted through all years from 1: whoever has read up to the last has read all. */
  change: integer().primaryKey(),
  year: integer().notNull(),
  /** Days nobody works, and weekends that are worked, as `MMDD MMDD`. */
  off: text().notNull(),
  work: text().notNull(),
  /** Until what was counted by the days before has been counted anew. */
  toCount: integer({ mode: 'boolean' }).notNull().default(true),
  /** The report up to which that is done. */
  countedTo: text().notNull().default(''),
})
