import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * What happened, append-only: every move of a report, every grant of a key, every change of a code or a round.
 * `at` is a full instant for staff and a bare day for residents, whose steps must not be datable to the minute.
 */
export const steps = sqliteTable(
  'steps',
  {
    subject: text().notNull(),
    position: integer().notNull(),
    at: text().notNull(),
    who: text(),
    move: text().notNull(),
    fromState: text(),
    toState: text(),
    why: text(),
  },
  (t) => [primaryKey({ columns: [t.subject, t.position] })],
)
