import Database from 'libsql'
import { recent } from '../sealing/recent.ts'
import type { Query, Row } from './ask.ts'
import { bound, naming, rowsOf } from './rows.ts'

/** So many questions stay spelled. The product has about two hundred, of which a day's work asks a part. */
const SPELLED = 128

/** A question the engine has understood, and what gives its rows the names of their columns. */
interface Spelled {
  statement: Database.Statement
  named: object
}

export interface Reading {
  ask(query: Query): Row[]
  close(): void
}

/**
 * A connection that only reads, beside the one that writes. Each question is spelled once; its rows are lists, as
 * drizzle reads them, and lend their names to whoever asks by name. Reading through the client costs three times as
 * much: it spells anew each time and defines every cell twice.
 */
export function reading(path: string): Reading {
  const database = new Database(path, { timeout: 5000 })
  database.pragma('query_only = ON')
  const spelled = recent<Spelled>(SPELLED)

  return {
    ask({ sql, params }) {
      const { statement, named } = spelled(sql, () => spell(database, sql))
      return rowsOf(statement.all(params.map(bound)), named)
    },
    close: () => database.close(),
  }
}

function spell(database: Database.Database, sql: string): Spelled {
  const statement = database.prepare(sql)
  return { statement, named: naming(statement) }
}
