import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * What happened, append-only: every move of a report, every grant of a key, every change of a code or a round.
 * `at` is an instant, or a bare day where an instant would tell when a resident wrote.
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
