import type Database from 'libsql'

/** The requests of Hrana that the libSQL client sends, and their answers, as the protocol's specification has them. */
export type Request =
  | { type: 'execute'; stmt: Statement }
  | { type: 'batch'; batch: { steps: { stmt: Statement; condition?: Condition | null }[] } }
  | { type: 'sequence'; sql?: string; sql_id?: number }
  | { type: 'store_sql'; sql_id: number; sql: string }
  | { type: 'close_sql'; sql_id: number }
  | { type: 'describe'; sql?: string; sql_id?: number }
  | { type: 'get_autocommit' }
  | { type: 'close' }

interface Statement {
  sql?: string
  sql_id?: number
  args?: Value[]
  named_args?: { name: string; value: Value }[]
  want_rows?: boolean
}

type Condition =
  | { type: 'ok' | 'error'; step: number }
  | { type: 'not'; cond: Condition }
  | { type: 'and' | 'or'; conds: Condition[] }
  | { type: 'is_autocommit' }

type Value =
  | { type: 'null' }
  | { type: 'integer'; value: string }
  | { type: 'float'; value: number }
  | { type: 'text'; value: string }
  | { type: 'blob'; base64: string }

interface Fault {
  message: string
  code: string
}
export type Answer = { type: 'ok'; response: object } | { type: 'error'; error: Fault }

type Db = Database.Database
type Stored = Map<number, string>

export function answerOf(db: Db, stored: Stored, request: Request): Answer {
  try {
    return { type: 'ok', response: { type: request.type, ...respond(db, stored, request) } }
  } catch (error) {
    return { type: 'error', error: faultOf(error) }
  }
}

function respond(db: Db, stored: Stored, request: Request): object {
  switch (request.type) {
    case 'execute':
      return { result: execute(db, stored, request.stmt) }
    case 'batch':
      return { result: batch(db, stored, request.batch.steps) }
    case 'sequence':
      db.exec(sqlOf(stored, request))
      return {}
    case 'store_sql':
      stored.set(request.sql_id, request.sql)
      return {}
    case 'close_sql':
      stored.delete(request.sql_id)
      return {}
    case 'describe': {
      const statement = db.prepare(sqlOf(stored, request))
      const cols = statement.reader ? columnsOf(statement) : []
      return { result: { params: [], cols, is_explain: false, is_readonly: statement.readonly } }
    }
    case 'get_autocommit':
      return { is_autocommit: !db.inTransaction }
    case 'close':
      return {}
  }
}

function execute(db: Db, stored: Stored, asked: Statement): object {
  const statement = db.prepare(sqlOf(stored, asked)).safeIntegers(true)
  const args = argumentsOf(asked)
  if (!statement.reader) {
    const done = statement.run(...args)
    const last = String(done.lastInsertRowid)
    return { cols: [], rows: [], affected_row_count: Number(done.changes), last_insert_rowid: last }
  }
  const rows = statement.raw(true).all(...args) as unknown[][]
  const cols = columnsOf(statement)
  return {
    cols,
    rows: asked.want_rows === false ? [] : rows.map((row) => row.map(encode)),
    affected_row_count: statement.readonly ? 0 : rows.length,
    last_insert_rowid: null,
  }
}

function batch(db: Db, stored: Stored, steps: { stmt: Statement; condition?: Condition | null }[]) {
  const step_results: (object | null)[] = steps.map(() => null)
  const step_errors: (Fault | null)[] = steps.map(() => null)
  const holds = (condition: Condition): boolean => {
    switch (condition.type) {
      case 'ok':
        return step_results[condition.step] !== null
      case 'error':
        return step_errors[condition.step] !== null
      case 'not':
        return !holds(condition.cond)
      case 'and':
        return condition.conds.every(holds)
      case 'or':
        return condition.conds.some(holds)
      case 'is_autocommit':
        return !db.inTransaction
    }
  }
  for (const [i, step] of steps.entries()) {
    if (step.condition && !holds(step.condition)) continue
    try {
      step_results[i] = execute(db, stored, step.stmt)
    } catch (error) {
      step_errors[i] = faultOf(error)
    }
  }
  return { step_results, step_errors }
}

function sqlOf(stored: Stored, asked: { sql?: string; sql_id?: number }): string {
  const sql = asked.sql ?? stored.get(asked.sql_id ?? -1)
  if (sql === undefined) throw new Error(`there is no stored statement ${asked.sql_id}`)
  return sql
}

function argumentsOf({ args, named_args }: Statement): unknown[] {
  if (named_args?.length)
    return [
      Object.fromEntries(named_args.map(({ name, value }) => [name.replace(/^[:@$]/, ''), decode(value)])),
    ]
  return args?.length ? [args.map(decode)] : []
}

const columnsOf = (statement: Database.Statement) =>
  statement.columns().map(({ name, type }) => ({ name, decltype: type }))

function faultOf(error: unknown): Fault {
  const { message, code } = error as Error & { code?: string }
  return { message: `SQLite error: ${message}`, code: code ?? 'UNKNOWN' }
}

function encode(value: unknown): Value {
  if (value === null || value === undefined) return { type: 'null' }
  if (typeof value === 'bigint') return { type: 'integer', value: String(value) }
  if (typeof value === 'number') return { type: 'float', value }
  if (typeof value === 'string') return { type: 'text', value }
  return {
    type: 'blob',
    base64: Buffer.from(value as Uint8Array)
      .toString('base64')
      .replace(/=+$/, ''),
  }
}

function decode(value: Value): unknown {
  switch (value.type) {
    case 'null':
      return null
    case 'integer':
      return BigInt(value.value)
    case 'blob':
      return Buffer.from(value.base64, 'base64')
    default:
      return value.value
  }
}
