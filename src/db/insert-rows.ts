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
  const { columns, taken } = spelled(table)
  const pieces: Bytes[] = []
  let end = 0
  const piece = (bytes: Bytes) => {
    pieces.push(bytes)
    end += bytes.length
    return [end - bytes.length + 1, bytes.length]
  }
  const values = rows.map((row) =>
    columns.map(({ key, column, isBytes }) => {
      const value: unknown = row[key as keyof typeof row] ?? column.default ?? null
      if (value === null) return null
      return isBytes ? piece(value as Bytes) : column.mapToDriverValue(value)
    }),
  )
  const given = sql`select ${JSON.stringify(values)} as "rows", ${concat(...pieces)} as "bytes"`
  return db.insert(table).select(sql`${taken} from (${given}) as given, json_each(given."rows")`)
}

interface Spelled {
  columns: { key: string; column: SQLiteColumn; isBytes: boolean }[]
  /** Every column's value, out of one element of the JSON. */
  taken: SQL
}

const known = new WeakMap<SQLiteTable, Spelled>()

/** The half of the statement that is the same for every group. */
function spelled(table: SQLiteTable): Spelled {
  const before = known.get(table)
  if (before) return before
  const columns = Object.entries<SQLiteColumn>(getTableColumns(table)).map(([key, column]) => ({
    key,
    column,
    isBytes: column.getSQLType() === 'blob',
  }))
  const values = columns.map(({ isBytes }, at) =>
    isBytes ? `substr(given."bytes", value->>'$[${at}][0]', value->>'$[${at}][1]')` : `value->>${at}`,
  )
  const now = { columns, taken: sql.raw(`select ${values.join(', ')}`) }
  known.set(table, now)
  return now
}
