import Database from 'libsql/promise'
import { recent } from '../sealing/recent.ts'
import type { Ask, Query, Row } from './ask.ts'
import { bound, naming, type Raw, rowsOf } from './rows.ts'

/** So many statements stay spelled. */
const SPELLED = 128

/** Milliseconds to wait for another process that holds the lock, and between two times of asking for it. */
const PATIENCE = 5000
const AGAIN = 5

/** What its package's types leave out. */
type Connection = Database & { inTransaction: boolean }

interface Statement extends Raw {
  reader: boolean
  run(values: unknown[]): void
  all(values: unknown[]): Promise<unknown[]>
}

interface Spelled {
  statement: Statement
  named: object | undefined
}

export interface Writing {
  ask: Ask
  /** Several statements that give no rows, such as a PRAGMA. */
  exec(sql: string): Promise<void>
  close(): void
}

/**
 * The one connection that writes, a batch after the other. Waiting for the lock and for the disk happens beside the
 * thread that serves everybody, and each statement is spelled once: through the client, which spells it anew each time,
 * the rows of a report take twice as long to write as here.
 */
export function writing(path: string): Writing {
  const database = new Database(path, { timeout: 0 }) as Connection
  const places = recent<{ spelled?: Spelled }>(SPELLED)
  let turn: Promise<unknown> = Promise.resolve()

  const oneByOne = <Done>(work: () => Promise<Done>): Promise<Done> => {
    const done = turn.then(work)
    turn = done.catch(() => {})
    return done
  }

  async function answer({ sql, params }: Query): Promise<Row[]> {
    const [first] = params
    const many: unknown[][] | undefined = Array.isArray(first) ? first : undefined
    if (many?.length === 0) return []
    // One that could not be spelled is tried again the next time.
    const place = places(sql, () => ({}))
    place.spelled ??= await spell(database, sql)
    const { statement, named } = place.spelled
    if (many) {
      for (const values of many) statement.run(values.map(bound))
      return []
    }
    const values = params.map(bound)
    if (named) return rowsOf(await statement.all(values), named)
    statement.run(values)
    return []
  }

  let beginning: Statement | undefined

  /**
   * At once where nobody else writes. Whoever has to wait for the lock asks again and again: the engine's own waiting
   * would keep the thread that serves everybody, and a turn in another thread, however short, a whole group of reports.
   */
  async function begin() {
    beginning ??= (await database.prepare('BEGIN IMMEDIATE')) as Statement
    for (const latest = performance.now() + PATIENCE; ; await sleep(AGAIN)) {
      try {
        return beginning.run([])
      } catch (fault) {
        if (database.inTransaction) await takeBack()
        else if (!isBusy(fault) || performance.now() > latest) throw fault
      }
    }
  }

  async function batch(queries: readonly Query[]): Promise<Row[][]> {
    await begin()
    try {
      const answers: Row[][] = []
      for (const query of queries) answers.push(await answer(query))
      await database.exec('COMMIT')
      return answers
    } catch (fault) {
      await takeBack().catch(() => {})
      throw fault
    }
  }

  /** Beside the thread that serves everybody the engine may wait for the lock itself. */
  async function patiently(sql: string) {
    await database.exec(`PRAGMA busy_timeout = ${PATIENCE}`)
    try {
      await database.exec(sql)
    } finally {
      await database.exec('PRAGMA busy_timeout = 0')
    }
  }

  /**
   * What was begun and not committed. If it cannot be taken back now, the next batch meets it and sees to it first: to
   * ask before each would wait for the engine's threads.
   */
  async function takeBack() {
    if (database.inTransaction) await database.exec('ROLLBACK')
  }

  return {
    ask: (queries) => oneByOne(() => batch(queries)),
    exec: (sql) => oneByOne(() => patiently(sql)),
    close: () => database.close(),
  }
}

const isBusy = (fault: unknown) =>
  fault instanceof Error && 'code' in fault && String(fault.code).startsWith('SQLITE_BUSY')

const sleep = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))

async function spell(database: Connection, sql: string): Promise<Spelled> {
  const statement: Statement = await database.prepare(sql)
  return { statement, named: statement.reader ? naming(statement) : undefined }
}
