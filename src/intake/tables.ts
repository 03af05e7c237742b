import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * Work that has let a report past the held ones, for the days in which it could be shown again. Of the report it says
 * nothing.
 */
export const spentWork = sqliteTable('spentWork', {
  mark: text().primaryKey(),
  on: text().notNull(),
})
