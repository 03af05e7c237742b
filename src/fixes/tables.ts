import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Day } from '../clock/day.ts'
import type { Wording } from './wording.ts'

/** 立行立改通知书: the paper of one order, numbered by whoever ordered it and in the words that were approved. */
export const fixNotices = sqliteTable(
  'fixNotices',
  {
    reportId: text().notNull(),
    /** The sealed part that says what is to be mended. */
    order: text().notNull(),
    issuer: text().notNull(),
    year: integer().notNull(),
    number: integer().notNull(),
    /** None once its report has gone up and been erased here. */
    wording: text({ mode: 'json' }).$type<Wording>(),
    /** Its one original has been printed. */
    printedOn: text(),
    /** 签收: who of the unit signed for it, and on which day. */
    receiptName: text(),
    receiptOn: text().$type<Day>(),
  },
  (t) => [
    primaryKey({ columns: [t.reportId, t.order] }),
    uniqueIndex('fixNotices_number').on(t.issuer, t.year, t.number),
  ],
)
