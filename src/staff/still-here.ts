import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { among } from '../db/among.ts'
import type { Db, Statement } from '../db/db.ts'
import { isLacking } from '../db/faults.ts'
import { unlessLacking } from '../log/record.ts'
import { people } from './tables.ts'

interface Giving {
  /** Who gives or seals. */
  giver: string
  /** Who is given a key, or made one: verified people only. */
  takers?: readonly string[]
}

/**
 * For a batch that somebody's leaving must stop. Whoever was looked at before may have been disabled since: the batch
 * would then take a name away, which nobody may lack, so nothing at all is written.
 */
export function stillHere(db: Db, { giver, takers = [] }: Giving): Statement[] {
  const without = { name: sql<string>`null` }
  const left = and(eq(people.id, giver), eq(people.state, 'disabled'))
  const statements: Statement[] = [db.update(people).set(without).where(left)]
  if (takers.length > 0) {
    const unverified = and(inArray(people.id, among(takers)), ne(people.state, 'active'))
    statements.push(db.update(people).set(without).where(unverified))
  }
  return statements
}

const NAME = 'people.name'

/** Whether that is why a batch failed. */
export const hasPersonLeft = (error: unknown) => isLacking(error, NAME)

/** `overtaken` when that is why. */
export const unlessLeft = <Written>(recorded: Promise<Written>) => unlessLacking(recorded, NAME, 'overtaken')
