import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AnyTree } from './checklist.ts'

/** Versions of the category trees, append-only. The first of each is in the code and is not stored. */
export const checklists = sqliteTable(
  'checklists',
  {
    tree: text().$type<AnyTree>().notNull(),
    version: integer().notNull(),
    /** As it was written; `outline.ts` reads it. */
    outline: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tree, t.version] })],
)
