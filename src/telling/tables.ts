import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Wording } from './wording.ts'

/** 告知书: the paper that tells a named reporter of one step, numbered when it is first printed. Never whom it tells. */
export const tellings = sqliteTable(
  'tellings',
  {
    reportId: text().notNull(),
    /** Which step of the report it tells of. */
    step: integer().notNull(),
    issuer: text().notNull(),
    year: integer().notNull(),
    number: integer().notNull(),
    /** None once its report has gone up and been erased here. */
    wording: text({ mode: 'json' }).$type<Wording>(),
    /** The day of its original. */
    printedOn: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.reportId, t.step] }),
    uniqueIndex('tellings_number').on(t.issuer, t.year, t.number),
  ],
)
