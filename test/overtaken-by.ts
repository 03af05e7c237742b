import type { Db } from '../src/db/db.ts'

type Batch = Parameters<Db['batch']>[0]

const whoseBatch = (db: Db, batch: (statements: Batch) => Promise<unknown>): Db =>
  new Proxy(db, {
    get: (target, name) => (name === 'batch' ? batch : (Reflect.get(target, name) as unknown)),
  })

/** The same database, in which somebody is faster than the next thing written. */
export const overtakenBy = (db: Db, faster: () => Promise<unknown>): Db =>
  whoseBatch(db, async (statements) => {
    await faster()
    return db.batch(statements)
  })

/** The same database, in which somebody comes right after each thing written. */
export const followedBy = (db: Db, next: () => Promise<unknown>): Db =>
  whoseBatch(db, async (statements) => {
    const written = await db.batch(statements)
    await next()
    return written
  })
