import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { type Bytes, concat } from '../sealing/bytes.ts'
import type { Db, Statement } from './db.ts'

/**
 * Inserts rows of plain values. They travel as one JSON parameter, and their bytes as one blob of which each row takes
 * its piece: two parameters however many rows, where D1 allows a hundred. A group of reports bound value by value is a
 * thousand, and takes longer to bind than to store.
 */
export function insertRows<T extends SQLiteTable>(
  db: Db,
  table: T,
  rows: readonly T['$inferInsert'][],
): Statement {
  const columns = Object.entries<SQLiteColumn>(getTableColumns(table))
  const pieces: Bytes[] = []
  let end = 0
  const piece = (bytes: Bytes) => {
    pieces.push(bytes)
    end += bytes.length
    return [end - bytes.length + 1, bytes.length]
  }
  const values = rows.map((row) =>
    columns.map(([key, column]) => {
      const value: unknown = row[key as keyof typeof row] ?? column.default ?? null
      if (value === null) return null
      return isBytes(column) ? piece(value as Bytes) : column.mapToDriverValue(value)
    }),
  )
  const blob = concat(...pieces)
  const taken = columns.map(
    ([, column], at): SQL =>
      isBytes(column)
        ? sql`substr(${blob}, ${sql.raw(`value->>'$[${at}][0]', value->>'$[${at}][1]'`)})`
        : sql.raw(`value->>${at}`),
  )
  return db
    .insert(table)
    .select(sql`select ${sql.join(taken, sql`, `)} from json_each(${JSON.stringify(values)})`)
}

const isBytes = (column: SQLiteColumn) => column.getSQLType() === 'blob'
