import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { bytes } from '../db/columns.ts'
import { fileKinds, fixKinds } from './kinds.ts'

/**
 * The files that a report promised, as its browser named them, and those its team puts beside it. A file's row stands
 * before any of its objects, and all their names follow from it: nothing is ever put away that nobody would erase.
 */
export const files = sqliteTable(
  'files',
  {
    reportId: text().notNull(),
    id: text().notNull(),
    kind: text({ enum: [...fileKinds, ...fixKinds] }).notNull(),
    /** Bytes, padded. */
    size: integer().notNull(),
    /** The random secret from which the names of its objects follow; gone when they are. */
    names: text(),
    /** The day it was promised, as long as a piece is missing. */
    openSince: text(),
    /**
     * The day it was given up, or went with its report: nothing is taken any more, and its objects go the day after.
     */
    endedOn: text(),
    /** Of what was added later, with the query code: the message it belongs to, the hash of its right, and the day. */
    messageId: text(),
    uploadHash: text(),
    promisedOn: text(),
  },
  (t) => [
    primaryKey({ columns: [t.reportId, t.id] }),
    index('files_open').on(t.openSince).where(sql`openSince is not null`),
    index('files_ended').on(t.endedOn).where(sql`endedOn is not null and names is not null`),
  ],
)

/**
 * The pieces of a file that are there: its object is put first, then the row is written. `at`: which chunk, or -1 for
 * the manifest.
 */
export const pieces = sqliteTable(
  'pieces',
  {
    reportId: text().notNull(),
    fileId: text().notNull(),
    at: integer().notNull(),
    /** SHA-256 of the sealed piece. */
    digest: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.reportId, t.fileId, t.at] })],
)
