import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { type Bytes, concat } from '../sealing/bytes.ts'
import type { Db, Statement } from './db.ts'

/**
 * Inserts rows of plain values, in one statement however many they are. What no row gives does not travel: of the sixty
 * columns of a new report two thirds.
 */
export function insertRows<T extends SQLiteTable>(
  db: Db,
  table: T,
  rows: readonly T['$inferInsert'][],
): Statement {
  const columns = columnsOf(table)
  const cells = rows.map((row) =>
    columns.map(({ key, column }): unknown => row[key as keyof typeof row] ?? column.default ?? null),
  )
  const isGiven = columns.map((_, at) => cells.some((row) => row[at] !== null))
  return db.runsEach ? rowByRow(db, table, cells, isGiven) : asOne(db, table, cells, isGiven)
}

/** The engine runs it for each row: a statement that is spelled once is the quickest that it knows. */
function rowByRow(
  db: Db,
  table: SQLiteTable,
  cells: readonly unknown[][],
  isGiven: readonly boolean[],
): Statement {
  const given = columnsOf(table).flatMap((column, at) => (isGiven[at] ? [{ column, at }] : []))
  const names = given.map(({ column }) => `"${column.column.name}"`).join(', ')
  const values = cells.map((row) => given.map(({ column, at }) => driven(column, row[at])))
  const others = '?, '.repeat(Math.max(0, given.length - 1))
  const before = `insert into "${getTableName(table)}" (${names}) values (${others}`
  return db.run(sql`${sql.raw(before)}${sql.param(values)})`)
}

const driven = ({ column, isBytes }: Column, value: unknown) =>
  value === null || isBytes ? value : column.mapToDriverValue(value)

/**
 * The rows travel as one JSON parameter, and their bytes as one blob of which each row takes its piece: two parameters
 * however many rows, where D1 allows a hundred.
 */
function asOne<T extends SQLiteTable>(
  db: Db,
  table: T,
  cells: readonly unknown[][],
  isGiven: readonly boolean[],
): Statement {
  const columns = columnsOf(table)
  const pieces: Bytes[] = []
  let end = 0
  const written = (column: Column, value: unknown) => {
    if (value === null || !column.isBytes) return driven(column, value)
    const bytes = value as Bytes
    pieces.push(bytes)
    end += bytes.length
    return [end - bytes.length + 1, bytes.length]
  }
  const values = cells.map((row) =>
    columns.flatMap((column, at) => (isGiven[at] ? [written(column, row[at])] : [])),
  )
  const given = sql`select ${JSON.stringify(values)} as "rows", ${concat(...pieces)} as "bytes"`
  return db
    .insert(table)
    .select(sql`${taking(columns, isGiven)} from (${given}) as given, json_each(given."rows")`)
}

interface Column {
  key: string
  column: SQLiteColumn
  isBytes: boolean
}

const known = new WeakMap<SQLiteTable, Column[]>()

function columnsOf(table: SQLiteTable): Column[] {
  const before = known.get(table)
  if (before) return before
  const columns = Object.entries<SQLiteColumn>(getTableColumns(table)).map(([key, column]) => ({
    key,
    column,
    isBytes: column.getSQLType() === 'blob',
  }))
  known.set(table, columns)
  return columns
}

/** Every column's value, out of one element of the JSON. */
function taking(columns: readonly Column[], isGiven: readonly boolean[]): SQL {
  let at = 0
  const values = columns.map(({ isBytes }, column) => {
    if (!isGiven[column]) return 'null'
    const place = at++
    return isBytes
      ? `substr(given."bytes", value->>'$[${place}][0]', value->>'$[${place}][1]')`
      : `value->>${place}`
  })
  return sql.raw(`select ${values.join(', ')}`)
}
