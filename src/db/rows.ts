import type { Row, Value } from './ask.ts'

/** A statement of the engine, as far as its rows go. */
export interface Raw {
  raw(on: boolean): unknown
  columns(): { name: string }[]
}

/**
 * Makes a statement give its rows as lists, as drizzle reads them. What comes back lends them the names of their
 * columns, for whoever asks by name.
 */
export function naming(statement: Raw): object {
  statement.raw(true)
  const columns = statement.columns().map(({ name }, at) => [name, cell(at)])
  return Object.create(Array.prototype, Object.fromEntries(columns))
}

export const rowsOf = (rows: unknown[], named: object): Row[] =>
  rows.map((row) => Object.setPrototypeOf(row, named))

const cell = (at: number): PropertyDescriptor & ThisType<Value[]> => ({
  get() {
    return this[at]
  },
})

/** The engine knows no truth values. */
export const bound = (value: unknown) => (typeof value === 'boolean' ? Number(value) : value)
