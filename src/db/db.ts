import type { BatchItem, BatchResponse } from 'drizzle-orm/batch'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'

export type Statement = BatchItem<'sqlite'>

/** The only database the product sees: atomic batches and no interactive transaction, because D1 has none. */
export type Db = Omit<BaseSQLiteDatabase<'async', unknown>, 'transaction' | '_'> & {
  batch<U extends Statement, T extends Readonly<[U, ...U[]]>>(statements: T): Promise<BatchResponse<T>>
  /** One statement can be given many lists of values and runs for each: only the engine in this process can. */
  runsEach?: true
}
