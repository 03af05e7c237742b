import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { bytes } from '../db/columns.ts'

/** One intake code for a unit in a round; its sheets differ only by a number on the paper. */
export const codes = sqliteTable(
  'codes',
  {
    token: text().primaryKey(),
    roundId: text().notNull(),
    unitId: text().notNull(),
    teamId: text().notNull(),
    noticeNumber: text().notNull(),
    salt: bytes().notNull(),
    /** The root that the token pins, kept with the code: an office may get a new root later. */
    root: bytes().notNull(),
    certificate: text().notNull(),
    sheets: integer().notNull(),
    state: text({ enum: ['draft', 'tested', 'inUse', 'revoked', 'retired'] }).notNull(),
    withdrawnWhy: text(),
    mintedAt: text().notNull(),
  },
  (t) => [uniqueIndex('codes_notice_number').on(t.noticeNumber)],
)
